import * as z from 'zod'
import { Personal, reveal } from '../../../platform/personal.ts'
import { accountStore, type Account } from '../account-store.ts'
import type { AccountParts } from '../parts.ts'
import { accountCategory as category, accountRecord } from '../tables.ts'
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

/** The model `user` over table `account`: an account is a record, and its id is the record's. */
export function userModel(parts: AccountParts): Model {
  const { database, seals, records, clock } = parts
  const store = accountStore(database)
  const cell = (column: 'address' | 'name', record: string) => ({ table: 'account', column, record, category }) as const

  return {
    create: async (given) => {
      const { id, email, name, emailVerified, createdAt, updatedAt } = NewUser.parse(given)
      const sealer = await seals.forSealing([id], [category])
      const row = {
        record_id: id,
        address: sealer.seal(cell('address', id), email),
        address_index: seals.index(category, email),
        address_verified: emailVerified,
        name: name === '' ? null : sealer.seal(cell('name', id), name),
        language: underWay.getStore()?.language ?? 'en',
        role: 'member',
        created_at: createdAt,
        updated_at: updatedAt,
      } as const
      const at = clock.now()
      await database.transaction(async (transaction) => {
        const address = new Personal(category, email)
        await records.open(transaction, { id, kind: accountRecord, address, at })
        await accountStore(transaction).add(row)
        await records.used(transaction, id, at)
      })
      return { id, email, name, emailVerified, createdAt, updatedAt, image: null }
    },

    find: async (by) => {
      const [field, value] = soleField(by, ['id', 'email'])
      const row = await (field === 'id' ? store.get(value) : store.find(seals.index(category, value)))
      return row === undefined ? [] : [await opened(parts, row)]
    },

    change: async (id, change) => {
      const { name, emailVerified } = Change.parse(change)
      const sealer = await seals.forSealing([id], [category])
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

async function opened({ seals }: AccountParts, row: Account): Promise<Fields> {
  const record = row.record_id
  const opener = await seals.forOpening([record], [category])
  const open = (column: 'address' | 'name') => {
    const value = row[column]
    return value === null ? '' : reveal(opener.open({ table: 'account', column, record, category }, value))
  }
  return {
    id: record,
    email: open('address'),
    name: open('name'),
    emailVerified: row.address_verified,
    image: null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
