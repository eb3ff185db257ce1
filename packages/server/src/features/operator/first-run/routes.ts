import type { Controller, Language } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AddressPace } from '../../../platform/http/address-pace.ts'
import { passCookies } from '../../../platform/http/cookie-jar.ts'
import { refuseOtherSites } from '../../../platform/http/same-origin.ts'
import { visitorOf } from '../../accounts/index.ts'
import type { Pages, Sent } from '../../pages/index.ts'
import { addressPage, codePage, controllerPage, donePage, gonePage } from './pages.ts'
import type { FirstRunLink } from './invitation.ts'
import { firstRunWords as words } from './words.ts'
import { queryOf } from '../../../platform/http/query.ts'
import { fieldsOf } from '../../pages/index.ts'

/** What the first run needs of accounts. */
export interface FirstRunAccounts {
  /** Null where it is no address that mail goes to; false where it had its share of codes for now. */
  sendCode(address: string, network: string, language: Language): Promise<boolean | null>
  /** Cookies of a session; null where the code isn’t right. */
  signIn(address: string, code: string, language: Language): Promise<readonly string[] | null>
  /** From now on whoever reads the address’s mail runs the installation; they show a second factor before anything else. */
  makeOperator(address: string, language: Language): Promise<void>
}

export interface FirstRunParts {
  readonly pages: Pages
  readonly link: FirstRunLink
  readonly accounts: FirstRunAccounts
  readonly pace: AddressPace
  /** Whether the policy in force names who answers. */
  hasController(): boolean
  /** Reads who answers from the fields of the form; else which are wrong. */
  readController(sent: Sent): Controller | readonly string[]
  /** Writes down who answers; the server starts anew with it. */
  nameController(controller: Controller): Promise<void>
}

/** The first operator: an address that is theirs, a second factor, and who answers for what is kept here. */
export function registerFirstRun(server: FastifyInstance, parts: FirstRunParts | null): void {
  const open =
    (handle: (request: FastifyRequest, reply: FastifyReply, parts: FirstRunParts) => Promise<FastifyReply>) =>
    (request: FastifyRequest, reply: FastifyReply) => {
      if (parts === null) return reply.callNotFound()
      reply.headers({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
      return handle(request, reply, parts)
    }
  server.get('/first-run', open(showAddress))
  server.post('/first-run', open(sendCode))
  server.post('/first-run/code', open(comeIn))
  server.get('/first-run/controller', open(showController))
  server.post('/first-run/controller', open(nameController))
}

async function showAddress(request: FastifyRequest, reply: FastifyReply, { pages, link }: FirstRunParts) {
  const language = pages.languageOf(request)
  const secret = queryOf(request).get('k') ?? ''
  const page = (await link.opens(secret)) ? addressPage({ language, secret }) : gonePage(language)
  return pages.send(request, reply, page)
}

async function sendCode(request: FastifyRequest, reply: FastifyReply, { pages, link, accounts, pace }: FirstRunParts) {
  refuseOtherSites(request.headers)
  const language = pages.languageOf(request)
  const sent = fieldsOf(request.body)
  const { k: secret = '', email = '' } = sent
  if (!(await link.opens(secret))) return pages.send(request, reply, gonePage(language))
  const address = email.trim().toLowerCase()
  const again = (wrong: (typeof words)[keyof typeof words], status: number) =>
    pages.send(request, reply, addressPage({ language, secret, sent, wrong: { email: wrong }, status }))
  if (!pace.take(request.ip)) return again(words.tooMany, 429)
  const isSent = await accounts.sendCode(address, request.ip, language)
  if (isSent === null) return again(words.addressWrong, 422)
  if (!isSent) return again(words.tooMany, 429)
  return pages.send(request, reply, codePage({ language, secret, address }))
}

async function comeIn(request: FastifyRequest, reply: FastifyReply, parts: FirstRunParts) {
  refuseOtherSites(request.headers)
  const { pages, link, accounts, pace } = parts
  const language = pages.languageOf(request)
  const { k: secret = '', email = '', code = '' } = fieldsOf(request.body)
  const address = email.trim().toLowerCase()
  if (!(await link.opens(secret))) return pages.send(request, reply, gonePage(language))
  const wrong = (what: (typeof words)[keyof typeof words], status: number) =>
    pages.send(request, reply, codePage({ language, secret, address, wrong: { code: what }, status }))
  if (!pace.take(request.ip)) return wrong(words.tooMany, 429)
  const cookies = await accounts.signIn(address, code.replace(/\s/g, ''), language)
  if (cookies === null) return wrong(words.codeWrong, 422)
  const isFirst = await link.use(secret, async () => {
    await accounts.makeOperator(address, language)
    return true
  })
  if (!isFirst) return pages.send(request, reply, gonePage(language))
  const next = parts.hasController() ? '/admin' : '/first-run/controller'
  passCookies(reply, cookies)
  return reply.redirect(`/sign-in/factor?lang=${language}&next=${encodeURIComponent(next)}`, 303)
}

async function showController(request: FastifyRequest, reply: FastifyReply, parts: FirstRunParts) {
  const { language } = visitorOf(request)
  if (parts.hasController()) return reply.redirect(`/admin?lang=${language}`, 303)
  return parts.pages.send(request, reply, controllerPage({ language, sent: { country: 'NO' } }))
}

async function nameController(request: FastifyRequest, reply: FastifyReply, parts: FirstRunParts) {
  const { language } = visitorOf(request)
  if (parts.hasController()) return reply.redirect(`/admin?lang=${language}`, 303)
  const sent = fieldsOf(request.body)
  const read = parts.readController(sent)
  if (!('country' in read)) {
    const wrong = Object.fromEntries(read.map((field) => [field, words.fieldWrong]))
    return parts.pages.send(request, reply, controllerPage({ language, sent, wrong, status: 422 }))
  }
  await parts.nameController(read)
  return parts.pages.send(request, reply, donePage(read.name, language))
}
