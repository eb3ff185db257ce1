import { createHash } from 'node:crypto'
import * as z from 'zod'
import { newId } from '../../../platform/ids.ts'
import { reveal } from '../../../platform/personal.ts'
import { codeStore, type SignInCode } from '../sign-in/code-store.ts'
import type { AccountParts } from '../parts.ts'
import { codeCategory as category, signInRecord } from '../tables.ts'
import { soleField, type Fields, type Model } from './model.ts'
import { underWay } from './under-way.ts'

/** How long what follows on a code belongs to the same record: shorter than that lives. */
const togetherMs = 10 * 60_000

const NewVerification = z.object({
  id: z.string(),
  identifier: z.string(),
  value: z.string(),
  expiresAt: z.date(),
  createdAt: z.date(),
  updatedAt: z.date(),
})

/** The model `verification`: codes and challenges, in records of their own that live some minutes. */
export function verificationModel(parts: AccountParts): Model {
  const { database, seals, records, clock } = parts
  const store = codeStore(database)
  const cell = (record: string) => ({ table: 'sign_in_code', column: 'value', record, category }) as const

  async function opened(rows: readonly SignInCode[], identifier: string): Promise<Fields[]> {
    const opener = await seals.forOpening(
      rows.map(({ record_id }) => record_id),
      [category],
    )
    return rows.flatMap(({ id, record_id, value, created_at, expires_at }) => {
      if (value === null) return []
      const text = reveal(opener.open(cell(record_id), value))
      return [{ id, identifier, value: text, expiresAt: expires_at, createdAt: created_at, updatedAt: created_at }]
    })
  }

  return {
    create: async (given) => {
      const { id: named, identifier, value, expiresAt, createdAt, updatedAt } = NewVerification.parse(given)
      const id = asUuid(named)
      const about = seals.index(category, identifier)
      const at = clock.now()
      const known = await store.recordAbout(about, new Date(at.getTime() - togetherMs))
      const record = known ?? newId(at)
      const sealer = await seals.forSealing([record], [category])
      const sealed = sealer.seal(cell(record), value)
      const whose = underWay.getStore()
      await database.transaction(async (transaction) => {
        if (known === null)
          await records.open(transaction, { id: record, kind: signInRecord, address: whose?.address ?? null, at })
        await codeStore(transaction).add({
          id,
          record_id: record,
          about_index: about,
          value: sealed,
          created_at: createdAt,
          expires_at: expiresAt,
        })
      })
      if (whose !== undefined) whose.record = record
      return { id, identifier, value, expiresAt, createdAt, updatedAt }
    },

    find: async (by) => {
      const [field, value] = soleField(by, ['id', 'identifier'])
      if (field === 'id') return opened(await store.get(asUuid(value)), '')
      return opened(await store.about(seals.index(category, value)), value)
    },

    change: () => Promise.reject(new TypeError('A code is not changed.')),
    remove: (id) => store.use(id, clock.now()),
  }
}

/** What better-auth reserves has an id of its own making, the same each time. */
function asUuid(id: string): string {
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return id
  const hex = createHash('sha256').update(id).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
