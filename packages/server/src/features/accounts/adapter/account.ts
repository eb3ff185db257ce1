import * as z from 'zod'
import { providerStore, type AccountProvider } from '../account-store.ts'
import type { AccountParts } from '../parts.ts'
import { keysCategory } from '../tables.ts'
import type { Fields, Model } from './model.ts'

const NewAccount = z.object({
  id: z.string(),
  userId: z.string(),
  providerId: z.string(),
  accountId: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
})
const By = z.union([
  z.strictObject({ providerId: z.string(), accountId: z.string() }),
  z.strictObject({ userId: z.string() }),
  z.strictObject({ id: z.string() }),
])

/**
 * The model `account`: who else says who somebody is. Of what a provider gives, a keyed hash of its number for the person
 * is kept, and no token.
 */
export function accountModel({ database, seals, clock }: AccountParts): Model {
  const store = providerStore(database)
  const index = (provider: string, person: string) => seals.index(keysCategory, JSON.stringify([provider, person]))
  return {
    create: async (given) => {
      const { id, userId, providerId, accountId, createdAt, updatedAt } = NewAccount.parse(given)
      const person_index = index(providerId, accountId)
      await store.add({ id, record_id: userId, provider: providerId, person_index, created_at: createdAt })
      return { id, userId, providerId, accountId, createdAt, updatedAt }
    },

    find: async (by) => {
      const asked = By.parse(by)
      if ('id' in asked) return (await store.get(asked.id)).map((row) => asFields(row, ''))
      if ('userId' in asked) return (await store.ofAccount(asked.userId)).map((row) => asFields(row, ''))
      const rows = await store.find(asked.providerId, index(asked.providerId, asked.accountId))
      return rows.map((row) => asFields(row, asked.accountId))
    },

    // Tokens are all that better-auth would change.
    change: async () => {},
    remove: (id) => store.remove(id, clock.now()),
  }
}

function asFields({ id, record_id, provider, created_at }: AccountProvider, accountId: string): Fields {
  return { id, userId: record_id, providerId: provider, accountId, createdAt: created_at, updatedAt: created_at }
}
