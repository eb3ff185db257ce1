import { readFileSync } from 'node:fs'
import type { Language, Policy } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AddressPace } from '../../platform/http/address-pace.ts'
import { cardNumbersBesideTheirField } from '../../platform/http/card-numbers-in-forms.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { reveal } from '../../platform/personal.ts'
import type { Pages } from '../pages/index.ts'
import { casePage } from './case-page.ts'
import { checkMailPage, confirmPage, gonePage, newAddressPage, newAddressTakenPage, rightsPage } from './form-pages.ts'
import { pageWords as words } from './page-words.ts'
import { readButton, readRightsForm } from './read-form.ts'
import type { Rights } from './rights.ts'
import { category, claimCategory } from './tables.ts'
import { queryOf } from '../../platform/http/query.ts'

const stylesheet = readFileSync(new URL('./rights.css', import.meta.url), 'utf8')

const asked = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const
const linked = { ...asked, access: 'link', reads: [category] } as const
const claimed = { ...linked, reads: [claimCategory] } as const
const mailed = ['mail.address', 'subject.address']

export const rightsRoutes = {
  'GET /rights.css': { ...asked, answers: 'file' },
  'GET /rights': asked,
  'POST /rights': { ...asked, writes: [claimCategory, ...mailed] },
  'GET /rights/confirm': claimed,
  'POST /rights/confirm': { ...claimed, writes: [category, ...mailed] },
  'GET /rights/case': linked,
  'POST /rights/fetch': { ...linked, answers: 'file' },
  'GET /rights/certificate': { ...linked, answers: 'file' },
  'POST /rights/withdraw': { ...linked, writes: [category, 'consent.record', 'mail.address'] },
  'GET /rights/new-address': linked,
  'POST /rights/new-address': { ...linked, writes: [category, ...mailed] },
} as const satisfies RouteCatalogue

export interface RightsRouteParts {
  readonly pages: Pages
  /** Null while the policy in force takes no requests: then nothing is at these addresses. */
  readonly rights: Rights | null
  readonly policy: Policy
  readonly pace: AddressPace
}

type Handle = (request: FastifyRequest, reply: FastifyReply, at: Awake) => Promise<FastifyReply> | FastifyReply
interface Awake {
  readonly rights: Rights
  readonly language: Language
}
type WhileAwake = (handle: Handle) => (request: FastifyRequest, reply: FastifyReply) => unknown

/**
 * The form for requests, and the pages that links in mail lead to. Opening a link changes nothing: only the press of a
 * button does (RFC 9110 §9.2.1), for programs open the links of mails too.
 */
export function registerRightsRoutes(server: FastifyInstance, parts: RightsRouteParts): void {
  const { pages, rights } = parts
  const whileAwake: WhileAwake = (handle) => (request, reply) =>
    rights === null
      ? reply.callNotFound()
      : handle(request, reply.header('x-robots-tag', 'noindex'), { rights, language: pages.languageOf(request) })
  server.get('/rights.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  registerForm(server, parts, whileAwake)
  registerProof(server, parts, whileAwake)
  registerCase(server, parts, whileAwake)
  registerNewAddress(server, parts, whileAwake)
}

function registerForm(server: FastifyInstance, { pages, policy, pace }: RightsRouteParts, whileAwake: WhileAwake) {
  server.get(
    '/rights',
    whileAwake((request, reply, { language }) => pages.send(request, reply, rightsPage(policy, language))),
  )
  const take = whileAwake(async (request, reply, { rights, language }) => {
    const read = readRightsForm(request.body, language)
    const { sent } = read
    if (read.kind === 'wrong') {
      return pages.send(request, reply, rightsPage(policy, language, { sent, wrong: read.wrong, status: 422 }))
    }
    if (!pace.take(request.ip)) {
      const wrong = { right: words.tooMany }
      return pages.send(request, reply, rightsPage(policy, language, { sent, wrong, status: 429 }))
    }
    // A program that filled in the field that people don't see hears what people hear.
    if (!read.trapped) await rights.ask(read.claim)
    return pages.send(request, reply, checkMailPage(language))
  })
  const read = (body: unknown) => readRightsForm(body, 'en')
  server.post('/rights', { errorHandler: cardNumbersBesideTheirField(take, read) }, take)
}

function registerProof(server: FastifyInstance, { pages }: RightsRouteParts, whileAwake: WhileAwake) {
  server.get(
    '/rights/confirm',
    whileAwake(async (request, reply, { rights, language }) => {
      const token = tokenOf(request)
      const claim = await rights.readClaim(token)
      return pages.send(request, reply, claim === null ? gonePage(language) : confirmPage(claim, { language, token }))
    }),
  )
  server.post(
    '/rights/confirm',
    whileAwake(async (request, reply, { rights, language }) => {
      const { token, scope } = readButton(request.body)
      const proved = await rights.prove(token, scope)
      if (proved === 'scope-missing') {
        const claim = await rights.readClaim(token)
        const page = claim === null ? gonePage(language) : confirmPage(claim, { language, token, wrong: true })
        return pages.send(request, reply, page)
      }
      if (proved === 'gone') return pages.send(request, reply, gonePage(language))
      // Loading the answer again asks for nothing again.
      return reply.redirect(`/rights/case?t=${proved.token}&lang=${language}`, 303)
    }),
  )
}

function registerCase(server: FastifyInstance, { pages, policy }: RightsRouteParts, whileAwake: WhileAwake) {
  server.get(
    '/rights/case',
    whileAwake(async (request, reply, { rights, language }) => {
      const token = tokenOf(request)
      const view = await rights.view(token)
      return pages.send(
        request,
        reply,
        view === null ? gonePage(language) : casePage(view, { policy, language, token }),
      )
    }),
  )
  server.post(
    '/rights/fetch',
    whileAwake(async (request, reply, { rights, language }) => {
      const file = await rights.fetch(readButton(request.body).token)
      if (file === null) return pages.send(request, reply, gonePage(language))
      return asFile(reply, file.name).type('application/zip').send(file.zip)
    }),
  )
  server.get(
    '/rights/certificate',
    whileAwake(async (request, reply, { rights, language }) => {
      const certificate = await rights.certificate(tokenOf(request))
      if (certificate === null) return pages.send(request, reply, gonePage(language))
      return asFile(reply, certificate.name).type('application/json; charset=utf-8').send(reveal(certificate.text))
    }),
  )
  server.post(
    '/rights/withdraw',
    whileAwake(async (request, reply, { rights, language }) => {
      const { token, consent } = readButton(request.body)
      if ((await rights.view(token)) === null) return pages.send(request, reply, gonePage(language))
      await rights.withdraw(token, consent)
      return reply.redirect(`/rights/case?t=${token}&lang=${language}`, 303)
    }),
  )
}

function registerNewAddress(server: FastifyInstance, { pages }: RightsRouteParts, whileAwake: WhileAwake) {
  server.get(
    '/rights/new-address',
    whileAwake(async (request, reply, { rights, language }) => {
      const token = tokenOf(request)
      const address = await rights.readNewAddress(token)
      const page = address === null ? gonePage(language) : newAddressPage({ language, token, address })
      return pages.send(request, reply, page)
    }),
  )
  server.post(
    '/rights/new-address',
    whileAwake(async (request, reply, { rights, language }) => {
      const taken = await rights.takeNewAddress(readButton(request.body).token)
      return pages.send(request, reply, taken ? newAddressTakenPage(language) : gonePage(language))
    }),
  )
}

/** What somebody takes home, and nobody on the way keeps. */
function asFile(reply: FastifyReply, name: string): FastifyReply {
  return reply.headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' })
}

function tokenOf(request: FastifyRequest): string {
  return queryOf(request).get('t') ?? ''
}
