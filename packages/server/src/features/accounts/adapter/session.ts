import * as z from 'zod'
import { sessionStore, type Session } from '../sessions/session-store.ts'
import type { AccountParts } from '../parts.ts'
import { sessionCategory } from '../tables.ts'
import { factorsOf } from '../sessions/factors-of.ts'
import { soleField, type Fields, type Model } from './model.ts'

const NewSession = z.object({
  id: z.string(),
  userId: z.string(),
  token: z.string(),
  expiresAt: z.date(),
  createdAt: z.date(),
  updatedAt: z.date(),
  way: z.enum(['code', 'passkey', 'provider', 'password']),
  waiting: z.boolean(),
})
const Change = z.object({ expiresAt: z.date(), updatedAt: z.date() }).partial()

/**
 * The model `session`. Of the token, which is all that a browser needs to be somebody, a keyed hash is kept; of the
 * browser's address and kind, nothing.
 */
export function sessionModel({ database, seals, records, clock }: AccountParts): Model {
  const store = sessionStore(database)
  return {
    create: async (given) => {
      const { id, userId, token, expiresAt, createdAt, updatedAt, way, waiting } = NewSession.parse(given)
      await database.transaction(async (transaction) => {
        await sessionStore(transaction).add({
          id,
          record_id: userId,
          token_index: seals.index(sessionCategory, token),
          way,
          waiting,
          factors: factorsOf(way),
          created_at: createdAt,
          updated_at: updatedAt,
          shown_at: clock.now(),
          expires_at: expiresAt,
        })
        await records.used(transaction, userId, clock.now())
      })
      return {
        id,
        userId,
        token,
        expiresAt,
        createdAt,
        updatedAt,
        way,
        waiting,
        factors: factorsOf(way),
        shownAt: clock.now(),
        ipAddress: null,
        userAgent: null,
      }
    },

    find: async (by) => {
      const [field, value] = soleField(by, ['id', 'token', 'userId'])
      if (field === 'token') {
        const rows = await store.find(seals.index(sessionCategory, value))
        return rows.map((row) => asFields(row, value))
      }
      const rows = await (field === 'id' ? store.get(value) : store.ofAccount(value))
      // Nobody is told a token again.
      return rows.map((row) => asFields(row, ''))
    },

    change: async (id, change) => {
      const changed = changedColumns(change)
      const [session] = await store.get(id)
      if (session === undefined) return
      await database.transaction(async (transaction) => {
        await sessionStore(transaction).change(id, changed)
        await records.used(transaction, session.record_id, clock.now())
      })
    },

    remove: (id) => store.end(id, clock.now()),
  }
}

function changedColumns(change: Fields) {
  const { expiresAt, updatedAt } = Change.parse(change)
  return {
    ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
    ...(updatedAt === undefined ? {} : { updated_at: updatedAt }),
  }
}

function asFields(row: Session, token: string): Fields {
  return {
    id: row.id,
    userId: row.record_id,
    token,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    way: row.way,
    waiting: row.waiting,
    factors: row.factors,
    shownAt: row.shown_at,
    ipAddress: null,
    userAgent: null,
  }
}
