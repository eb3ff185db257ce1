import * as z from 'zod'
import { reveal } from '../../../platform/personal.ts'
import { passkeyStore, type Passkey } from '../factors/passkey-store.ts'
import type { AccountParts } from '../parts.ts'
import { keysCategory as category } from '../tables.ts'
import { soleField, type Fields, type Model } from './model.ts'

const NewPasskey = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string().optional(),
  credentialID: z.string(),
  publicKey: z.string(),
  counter: z.number(),
})
const Change = z.object({ counter: z.number() })
/** The largest counter that the column has room for. */
const mostCounted = 2_147_483_647

/** The model `passkey`. What kind of device it is and how it is reached isn't kept. */
export function passkeyModel({ database, seals, clock }: AccountParts): Model {
  const store = passkeyStore(database)
  const cell = (column: 'name' | 'credential' | 'public_key', record: string) =>
    ({ table: 'account_passkey', column, record, category }) as const

  async function opened(row: Passkey): Promise<Fields> {
    const record = row.record_id
    const opener = await seals.forOpening([record], [category])
    const open = (column: 'name' | 'credential' | 'public_key') => {
      const value = row[column]
      return value === null ? '' : reveal(opener.open(cell(column, record), value))
    }
    return {
      id: row.id,
      userId: record,
      name: open('name'),
      credentialID: open('credential'),
      publicKey: open('public_key'),
      counter: row.counter,
      deviceType: 'multiDevice',
      backedUp: false,
      transports: null,
      aaguid: null,
      createdAt: row.created_at,
    }
  }

  return {
    create: async (given) => {
      const { id, userId, name = '', credentialID, publicKey, counter } = NewPasskey.parse(given)
      const createdAt = clock.now()
      const sealer = await seals.forSealing([userId], [category])
      await store.add({
        id,
        record_id: userId,
        name: name === '' ? null : sealer.seal(cell('name', userId), name),
        credential_index: seals.index(category, credentialID),
        credential: sealer.seal(cell('credential', userId), credentialID),
        public_key: sealer.seal(cell('public_key', userId), publicKey),
        counter: Math.min(counter, mostCounted),
        created_at: createdAt,
      })
      return { id, userId, name, credentialID, publicKey, counter, createdAt }
    },

    find: async (by) => {
      const [field, value] = soleField(by, ['id', 'credentialID', 'userId'])
      if (field === 'userId') return Promise.all((await store.ofAccount(value)).map(opened))
      const rows = await (field === 'id' ? store.get(value) : store.find(seals.index(category, value)))
      return Promise.all(rows.map(opened))
    },

    change: async (id, change) => {
      await store.count(id, Math.min(Change.parse(change).counter, mostCounted))
    },

    remove: (id) => store.remove(id, clock.now()),
  }
}
