import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { isAddress } from '../../../../platform/written.ts'
import { visitorOf } from '../../../accounts/index.ts'
import type { Wrong } from '../../../pages/index.ts'
import { factsOf, shownOf } from '../../deeds/desk.ts'
import type { OperatorParts } from '../../parts.ts'
import { recordsPage, recordsPath, recordWords } from './page.ts'

const Found = z.object({
  records: z.array(
    z.object({
      record: z.string(),
      kind: z.string(),
      state: z.string(),
      made: z.string().nullable(),
      becomes: z.array(z.object({ category: z.string(), state: z.string(), until: z.string().nullable() })),
    }),
  ),
})
export type FoundRecord = z.infer<typeof Found>['records'][number]

const Asked = z.object({ address: z.string().trim().default(''), why: z.string().trim().default('') })

/** What is kept about somebody, by their address: sought with a reason, which is written down before anything is shown. */
export function registerRecords(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, audit, noteRead } = parts
  server.get(recordsPath, (request, reply) =>
    pages.send(request, reply, recordsPage(null, shownOf(parts, request, {}))),
  )
  server.post(`${recordsPath}/find`, async (request, reply) => {
    const { who } = visitorOf(request)
    const shown = shownOf(parts, request, {})
    const read = Asked.safeParse(request.body)
    const { address, why } = read.success ? read.data : { address: '', why: '' }
    const wrong: Wrong = {
      ...(isAddress(address) ? {} : { address: recordWords.addressMissing }),
      ...(why === '' ? { why: recordWords.whyMissing } : {}),
    }
    const form = { address, why }
    if (Object.keys(wrong).length > 0) return pages.send(request, reply, recordsPage(null, { ...shown, form, wrong }))
    const { records } = await factsOf(parts, ['records.of', { address }], Found)
    const [first] = records
    if (first !== undefined) await noteRead({ record: first.record, by: who.account, why })
    const about = { kind: 'record', id: first?.record ?? 'none' }
    await audit.write({ organisation: null, by: who.account, what: 'account.read', about, why })
    return pages.send(request, reply, recordsPage(records, { ...shown, form }))
  })
}
