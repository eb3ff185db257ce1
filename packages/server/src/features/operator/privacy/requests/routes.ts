import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { visitorOf, type Visitor } from '../../../accounts/index.ts'
import { CommandRefused } from '../../../../platform/control/command.ts'
import type { Deed } from '../../deeds/deed.ts'
import { doDeed, type Done } from '../../deeds/do-deed.ts'
import type { OperatorParts } from '../../parts.ts'
import { askedPage, pageOf } from '../../shell/table.ts'
import { fill } from '../../shell/words.ts'
import { deedsFor, enter, told } from './deeds.ts'
import { requestListPage, requestPage, type Shown } from './pages.ts'
import { requestIn, requestsIn, type WholeRequest } from './request-facts.ts'
import { requestWords } from './words.ts'
import { queryOf } from '../../../../platform/http/query.ts'

const here = '/admin/privacy/requests'
/** More than these aren't listed at a time. */
const most = 1_000

type Request = FastifyRequest<{ Params: { reference: string } }>

/** Requests of people about their data: the queue, each of them whole, and what can be done about it. */
export function registerRequests(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, ask } = parts
  const showList = async (request: FastifyRequest, reply: FastifyReply, more: Partial<Shown> = {}) => {
    const query = queryOf(request)
    const late = query.has('late')
    const all = requestsIn(await ask('requests.list', { late, most }))
    const state = { ...shownTo(visitorOf(request), parts, query), ...more, late, query }
    return pages.send(request, reply, requestListPage(pageOf(all, askedPage(query)), state))
  }
  server.get(here, (request, reply) => showList(request, reply))
  server.post(`${here}/enter`, async (request, reply) => {
    const { who, language } = visitorOf(request)
    const about = { kind: 'request', id: 'new' }
    const done = await doDeed(parts, { deed: enter, of: {}, body: request.body, by: who.account, language, about })
    if (done.kind === 'done') return reply.redirect(`${here}?lang=${language}&done=enter`, 303)
    return showList(request, reply, { refused: done.message, sent: { deed: 'enter', fields: done.sent } })
  })
  server.get(`${here}/:reference`, (request: Request, reply) => showOne(parts, request, reply))
  server.post(`${here}/:reference/:deed`, (request, reply) =>
    act(parts, request as FastifyRequest<{ Params: { reference: string; deed: string } }>, reply),
  )
}

async function act(
  parts: OperatorParts,
  request: FastifyRequest<{ Params: { reference: string; deed: string } }>,
  reply: FastifyReply,
) {
  const { who, language } = visitorOf(request)
  const whole = await find(parts, request.params.reference)
  const key = request.params.deed
  const deed = whole === null ? null : deedNamed(whole, key, parts)
  if (whole === null || deed === null) return reply.callNotFound()
  const { reference } = whole
  const about = { kind: 'request', id: reference }
  const done: Done = await doDeed(parts, {
    deed,
    of: { reference },
    body: request.body,
    by: who.account,
    language,
    about,
  })
  if (done.kind === 'done') return reply.redirect(`${here}/${reference}?lang=${language}&done=${key}`, 303)
  return showOne(parts, request, reply, { refused: done.message, sent: { deed: key, fields: done.sent } })
}

/** What can be done about a request as it stands; nothing else is. */
function deedNamed(whole: WholeRequest, key: string, { policy }: OperatorParts): Deed | null {
  const deeds = { ...deedsFor(whole, policy), ...(whole.recipients.length > 0 ? { told } : {}) }
  return Object.entries(deeds).find(([name]) => name === key)?.[1] ?? null
}

/** That it was opened is noted for its person before anything is shown. */
async function showOne(parts: OperatorParts, request: Request, reply: FastifyReply, more: Partial<Shown> = {}) {
  const visitor = visitorOf(request)
  const whole = await find(parts, request.params.reference)
  if (whole === null) return reply.callNotFound()
  const [own] = whole.kept
  const why = fill(requestWords.readReason[whole.language], { reference: whole.reference })
  if (own !== undefined) await parts.noteRead({ record: own.record, by: visitor.who.account, why })
  const query = queryOf(request)
  const shown = { ...shownTo(visitor, parts, query, deedsFor(whole, parts.policy)), ...more }
  return parts.pages.send(request, reply, requestPage(whole, shown))
}

async function find({ ask }: OperatorParts, reference: string): Promise<WholeRequest | null> {
  try {
    return requestIn(await ask('requests.show', { reference }))
  } catch (error) {
    if (error instanceof CommandRefused) return null
    throw error
  }
}

function shownTo(
  { language }: Visitor,
  { timeZone, policy, clock }: OperatorParts,
  query: URLSearchParams,
  deeds: Readonly<Record<string, Deed>> = {},
): Shown {
  const key = query.get('done') ?? ''
  const every = { ...deeds, enter, told }
  const done = Object.entries(every).find(([name]) => name === key)?.[1].title[language] ?? null
  return { language, timeZone, policy, now: clock.now(), done }
}
