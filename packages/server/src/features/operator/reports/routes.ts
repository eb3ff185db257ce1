import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Personal } from '../../../platform/personal.ts'
import { tidyMessage } from '../../../platform/written.ts'
import { visitorOf } from '../../accounts/index.ts'
import type { Sent, Wrong } from '../../pages/index.ts'
import { outcomes, reportCategory, type Reports } from '../../reports/index.ts'
import { shownOf } from '../deeds/desk.ts'
import { say } from '../deeds/fields.ts'
import type { OperatorParts } from '../parts.ts'
import { askedPage, pageSize } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'
import { reportListPage, reportPage, reportsPath, reportWords } from './pages.ts'

const outcomeMissing = say('Choose an outcome.', 'Velg et utfall.', 'Välj ett utfall.')

type OfReport = FastifyRequest<{ Params: { reference: string } }>

/** The queue of reports, and deciding them with a reason. */
export function registerReports(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, reports } = parts
  server.get(reportsPath, async (request, reply) => {
    if (reports === null) return reply.callNotFound()
    const shown = shownOf(parts, request, {})
    const state = shown.query.get('state') === 'decided' ? 'decided' : 'open'
    const count = Math.max(1, Math.ceil((await reports.count(state)) / pageSize))
    const page = Math.min(Math.max(1, askedPage(shown.query)), count)
    const list = await reports.list(state, { skip: (page - 1) * pageSize, most: pageSize })
    return pages.send(request, reply, reportListPage(list, { ...shown, state, page, pages: count }))
  })
  server.get(`${reportsPath}/:reference`, (request: OfReport, reply) => show(parts, request, reply))
  server.post(`${reportsPath}/:reference/decide`, (request: OfReport, reply) =>
    reports === null ? reply.callNotFound() : decide(parts, reports, request, reply),
  )
}

async function show(
  parts: OperatorParts,
  request: OfReport,
  reply: FastifyReply,
  more: { form?: Sent; wrong?: Wrong } = {},
) {
  const opened = (await parts.reports?.open(request.params.reference)) ?? null
  if (opened === null) return reply.callNotFound()
  const { who } = visitorOf(request)
  const shown = shownOf(parts, request, {})
  const done = shown.query.has('done') ? reportWords.decided[shown.language] : null
  await parts.audit.write({
    ...{ organisation: null, by: who.account, what: 'report.read' },
    about: { kind: 'report', id: opened.report.number },
  })
  return parts.pages.send(request, reply, reportPage(opened, { ...shown, done, ...more }))
}

async function decide(parts: OperatorParts, reports: Reports, request: OfReport, reply: FastifyReply) {
  const { who, language } = visitorOf(request)
  const { reference } = request.params
  const body = request.body as Readonly<Record<string, unknown>> | null
  const [given, written] = [body?.['outcome'], body?.['reason']]
  const outcome = outcomes.find((one) => one === given)
  const reason = tidyMessage(typeof written === 'string' ? written : '')
  if (outcome === undefined || reason === '') {
    const wrong: Wrong = {
      ...(outcome === undefined ? { outcome: outcomeMissing } : {}),
      ...(reason === '' ? { reason: shellWords.reasonMissing } : {}),
    }
    return show(parts, request, reply, { form: { reason, outcome: outcome ?? '' }, wrong })
  }
  const decision = { outcome, reason: new Personal(reportCategory, reason), by: who.account }
  if (!(await reports.decide(reference, decision))) return reply.callNotFound()
  const about = { kind: 'report', id: reference }
  await parts.audit.write({
    organisation: null,
    by: who.account,
    what: 'report.decided',
    about,
    detail: outcome,
    why: reason,
  })
  return reply.redirect(`${reportsPath}/${reference}?lang=${language}&done=decide`, 303)
}
