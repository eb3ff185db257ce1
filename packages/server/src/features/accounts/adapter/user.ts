import * as z from 'zod'
import { Personal, reveal } from '../../../platform/personal.ts'
import { accountStore, type Account } from '../account-store.ts'
import type { AccountParts } from '../parts.ts'
import { asLogin, phoneOf } from '../phone/phone-number.ts'
import { accountCategory as category, accountRecord } from '../tables.ts'
import { beginAnew } from './begin-anew.ts'
import { underWay } from './under-way.ts'
import { soleField, type Fields, type Model } from './model.ts'

const NewUser = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  emailVerified: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
})
// A role is nothing that a request can change.
const Change = z.object({ name: z.string(), emailVerified: z.boolean() }).partial()

/** There is an account with this address or number that may not be used now: its record is restricted (GDPR art. 18). */
export class AccountRestricted extends Error {
  override readonly name = 'AccountRestricted'
}

type Column = 'address' | 'phone' | 'name'

/**
 * The model `user` over table `account`: an account is a record, and its id is the record's. better-auth knows people by
 * e-mail addresses; who has a phone number alone has one that can't exist (`asLogin`).
 */
export function userModel(parts: AccountParts): Model {
  const { database, seals, records, clock } = parts
  const store = accountStore(database)
  const cell = (column: Column, record: string) => ({ table: 'account', column, record, category }) as const

  return {
    create: async (given) => {
      const { id, email, name, emailVerified, createdAt, updatedAt } = NewUser.parse(given)
      const sealer = await seals.forSealing([id], [category])
      const phone = phoneOf(email)
      const found =
        phone === null
          ? { address: sealer.seal(cell('address', id), email), address_index: seals.index(category, email) }
          : { phone: sealer.seal(cell('phone', id), phone), phone_index: seals.index(category, phone) }
      const row = {
        record_id: id,
        ...found,
        address_verified: emailVerified,
        name: name === '' ? null : sealer.seal(cell('name', id), name),
        language: underWay.getStore()?.language ?? 'en',
        role: 'member',
        created_at: createdAt,
        updated_at: updatedAt,
      } as const
      const at = clock.now()
      await database.transaction(async (transaction) => {
        const address = phone === null ? new Personal(category, email) : null
        await records.open(transaction, { id, kind: accountRecord, address, at })
        // Nothing was found by it, and there is one all the same.
        if (!(await accountStore(transaction).add(row))) throw new AccountRestricted()
        await records.used(transaction, id, at)
      })
      return { id, email, name, emailVerified, createdAt, updatedAt, image: null }
    },

    find: async (by) => {
      const [field, value] = soleField(by, ['id', 'email'])
      const row = await (field === 'id' ? store.get(value) : findByLogin(parts, value))
      if (row === undefined) return []
      const found = await opened(parts, row)
      // better-auth takes somebody only by what it asked for, also where they have both.
      return [field === 'id' ? found : { ...found, email: value }]
    },

    change: async (id, change) => {
      const { name, emailVerified } = Change.parse(change)
      const sealer = await seals.forSealing([id], [category])
      // Whatever was added before their address was shown to be theirs, somebody else may have added.
      if (emailVerified === true && (await store.get(id))?.address_verified === false) await beginAnew(parts, id)
      await store.change(id, {
        updated_at: clock.now(),
        ...(emailVerified === undefined ? {} : { address_verified: emailVerified }),
        ...(name === undefined ? {} : { name: name === '' ? null : sealer.seal(cell('name', id), name) }),
      })
    },

    // Accounts are deleted by the records alone.
    remove: () => Promise.reject(new TypeError('An account is not removed here.')),
  }
}

/** The account of an address or of a number as `asLogin` writes it: the same work for both, and where there is none. */
export function findByLogin({ database, seals }: AccountParts, login: string): Promise<Account | undefined> {
  const phone = phoneOf(login)
  const store = accountStore(database)
  return phone === null ? store.find(seals.index(category, login)) : store.findPhone(seals.index(category, phone))
}

async function opened({ seals }: AccountParts, row: Account): Promise<Fields> {
  const record = row.record_id
  const opener = await seals.forOpening([record], [category])
  const open = (column: 'address' | 'phone' | 'name') => {
    const value = row[column]
    return value === null ? '' : reveal(opener.open({ table: 'account', column, record, category }, value))
  }
  return {
    id: record,
    email: row.address === null ? asLogin(open('phone')) : open('address'),
    name: open('name'),
    emailVerified: row.address_verified,
    image: null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
