import type { Language, Policy } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type * as z from 'zod'
import { visitorOf } from '../../accounts/index.ts'
import type { Page, Sent } from '../../pages/index.ts'
import type { OperatorParts } from '../parts.ts'
import type { Deeds } from './deed.ts'
import { doDeed } from './do-deed.ts'
import { queryOf } from '../../../platform/http/query.ts'

/** What every page of the desk is shown with. */
export interface Shown {
  readonly language: Language
  readonly timeZone: string
  readonly policy: Policy
  readonly now: Date
  readonly query: URLSearchParams
  readonly done: string | null
  readonly refused: string | null
  /** What a form had when it was refused. */
  readonly sent: { readonly deed: string; readonly fields: Sent } | null
}

/** A page of the desk: what is shown, and what can be done there. */
export interface Desk<Facts> {
  readonly path: string
  readonly deeds: Deeds
  /** What the log calls things of this desk. */
  readonly kind: string
  load(parts: OperatorParts, query: URLSearchParams): Promise<Facts>
  page(facts: Facts, shown: Shown): Page
}

/** `GET` shows a desk; `POST <path>/:deed` does one of its deeds, and nothing that it hasn't. */
export function registerDesk<Facts>(server: FastifyInstance, parts: OperatorParts, desk: Desk<Facts>): void {
  const { path, deeds } = desk
  const show = async (request: FastifyRequest, reply: FastifyReply, more: Partial<Shown> = {}) => {
    const shown = { ...shownOf(parts, request, deeds), ...more }
    const facts = await desk.load(parts, shown.query)
    return parts.pages.send(request, reply, desk.page(facts, shown))
  }
  server.get(path, (request, reply) => show(request, reply))
  server.post(`${path}/:deed`, async (request: FastifyRequest, reply) => {
    const key = (request.params as { deed: string }).deed
    const deed = Object.hasOwn(deeds, key) ? deeds[key] : undefined
    if (deed === undefined) return reply.callNotFound()
    const { who, language } = visitorOf(request)
    const about = { kind: desk.kind, id: idIn(request.body) }
    const done = await doDeed(parts, { deed, of: {}, body: request.body, by: who.account, language, about })
    if (done.kind === 'refused')
      return show(request, reply, { refused: done.message, sent: { deed: key, fields: done.sent } })
    const { answer } = done
    if (!('file' in answer)) return reply.redirect(`${path}?lang=${language}&done=${key}`, 303)
    const name = `samtale-${key}.${answer.type === 'application/zip' ? 'zip' : 'json'}`
    return reply
      .type(answer.type)
      .headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' })
      .send(Readable.from(answer.file, { objectMode: false }))
  })
}

/** What is shown to whoever asks. */
export function shownOf(
  { timeZone, policy, clock }: Pick<OperatorParts, 'timeZone' | 'policy' | 'clock'>,
  request: FastifyRequest,
  deeds: Deeds,
): Shown {
  const { language } = visitorOf(request)
  const query = queryOf(request)
  const key = query.get('done') ?? ''
  const done = Object.hasOwn(deeds, key) ? (deeds[key]?.title[language] ?? null) : null
  return { language, timeZone, policy, now: clock.now(), query, done, refused: null, sent: null }
}

/** The facts of a command's answer, as a page reads them. */
export async function factsOf<Facts>(
  { ask }: Pick<OperatorParts, 'ask'>,
  [command, asked]: readonly [command: string, asked: object],
  shape: z.ZodType<Facts>,
): Promise<Facts> {
  const answer = await ask(command, asked)
  return shape.parse('facts' in answer ? answer.facts : null)
}

// The log names what it was done to by its own number, and never by somebody's address.
function idIn(body: unknown): string {
  const id: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'id') : undefined
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : 'new'
}
