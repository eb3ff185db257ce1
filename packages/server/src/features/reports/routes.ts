import { NewReport, reportsAddress, type ReportTaken } from '@samtale/protocol'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { AddressPace } from '../../platform/http/address-pace.ts'
import { HttpRefusal } from '../../platform/http/errors.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { Pages } from '../pages/index.ts'
import type { Reports } from './reports.ts'
import { aboutCategory, category } from './tables.ts'

/** `ReportTaken`, as answers are checked here. */
const Taken: z.ZodType<ReportTaken> = z.object({ reference: z.string() })

export const reportRoutes = {
  'POST /api/v1/reports': {
    access: 'anyone',
    reads: [],
    writes: [category, aboutCategory, 'mail.address', 'subject.address'],
    answers: Taken,
    errors: ['form.too-many'],
  },
} as const satisfies RouteCatalogue

export interface ReportRouteParts {
  readonly pages: Pick<Pages, 'languageOf'>
  /** Null while the policy in force takes no reports. */
  readonly reports: Reports | null
  /** How often one network address may report. */
  readonly pace: AddressPace
}

/** `POST /api/v1/reports`: anybody reports what they saw, guests too. Who they are is neither asked nor noticed. */
export function registerReportRoutes(server: FastifyInstance, { pages, reports, pace }: ReportRouteParts): void {
  server.post(reportsAddress, async (request, reply) => {
    if (reports === null) return reply.callNotFound()
    const report = NewReport.safeParse(request.body)
    if (!report.success) throw new HttpRefusal('request.invalid')
    if (!pace.take(request.ip)) throw new HttpRefusal('form.too-many')
    const language = report.data.language ?? pages.languageOf(request)
    return reply.header('cache-control', 'no-store').send({ reference: await reports.take(report.data, language) })
  })
}
