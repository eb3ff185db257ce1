import { readFileSync } from 'node:fs'
import type { Policy } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import type { AddressPace } from '../../platform/http/address-pace.ts'
import { HttpRefusal } from '../../platform/http/errors.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { Pages } from '../pages/index.ts'
import { consentPage } from './consent-page.ts'
import type { Consents } from './consents.ts'
import { answersOf, type ConsentDesk } from './desk.ts'
import { receiptOf } from './receipt.ts'
import { saysNo } from './signals.ts'
import { queryOf } from '../../platform/http/query.ts'

const stylesheet = readFileSync(new URL('./consent.css', import.meta.url), 'utf8')

export const consentRoutes = {
  'GET /consent.css': { access: 'anyone', reads: ['web.request'], writes: [], answers: 'file', errors: [] },
  'GET /consent': { access: 'anyone', reads: ['consent.record'], writes: [], answers: 'page', errors: [] },
  'POST /consent': {
    access: 'anyone',
    reads: ['consent.record'],
    writes: ['consent.record'],
    answers: 'page',
    errors: ['form.too-many'],
  },
  'GET /consent/receipt': { access: 'anyone', reads: ['consent.record'], writes: [], answers: 'file', errors: [] },
} as const satisfies RouteCatalogue

export interface ConsentRoutes {
  readonly pages: Pages
  readonly desk: ConsentDesk
  readonly consents: Consents
  readonly policy: Policy
  /** Hash of the policy in effect. */
  readonly notice: string
  readonly publicUrl: URL
  readonly pace: AddressPace
}

/**
 * `GET /consent`: what is kept in the browser, the questions and the answers to them. `POST /consent`: an answer, from the
 * banner or that page. `GET /consent/receipt`: the receipt of this browser's answers (ISO/IEC TS 27560).
 */
export function registerConsentRoutes(server: FastifyInstance, parts: ConsentRoutes): void {
  const { pages, desk, consents, policy, pace } = parts
  server.get('/consent.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  server.get('/consent', (request, reply) =>
    pages.send(
      request,
      reply,
      consentPage(policy, desk.questions, {
        language: pages.languageOf(request),
        yes: desk.consentsOf(request),
        answered: desk.choiceOf(request) !== null,
        saved: queryOf(request).has('saved'),
        signal: saysNo(request),
      }),
    ),
  )
  server.post('/consent', async (request, reply) => {
    const sent = fieldsOf(request.body)
    const yes = answersOf(
      sent,
      desk.questions.all.map(({ key }) => key),
    )
    if (yes === null || desk.questions.all.length === 0) throw new HttpRefusal('request.invalid')
    if (!pace.take(request.ip)) throw new HttpRefusal('form.too-many')
    const back = ownPath(sent['back'])
    const method = back.startsWith('/consent') ? 'consent-page' : 'banner'
    await desk.answer(request, reply, { yes, language: pages.languageOf(request), method })
    return reply.redirect(back, 303)
  })
  server.get('/consent/receipt', async (request, reply) => {
    const choice = desk.choiceOf(request)
    if (choice === null) return reply.callNotFound()
    const rows = await consents.answersOf(choice.recordId)
    const receipt = receiptOf(policy, desk.questions, rows, {
      recordId: choice.recordId,
      language: pages.languageOf(request),
      notice: parts.notice,
      withdrawal: new URL('/consent', parts.publicUrl).href,
    })
    return reply
      .type('application/json; charset=utf-8')
      .headers({ 'content-disposition': 'attachment; filename="consent-receipt.json"', 'cache-control': 'no-store' })
      .send(JSON.stringify(receipt, null, 2))
  })
}

/** A path on this site and nowhere else: a form's answer leads nobody away. */
function ownPath(given: unknown): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(given)) return '/'
  const place = new URL(given, 'http://own.invalid')
  return place.host === 'own.invalid' ? place.pathname + place.search : '/'
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {}
}
