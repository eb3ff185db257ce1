import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cookiesOf, passCookies } from '../../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { Personal } from '../../../platform/personal.ts'
import { isAddress } from '../../../platform/written.ts'
import { trapField, type Pages } from '../../pages/index.ts'
import type { Accounts } from '../accounts.ts'
import { nextPage } from './next.ts'
import { SignInAnswer } from '../factors/passkey-answers.ts'
import { fieldsOf } from '../read-form.ts'
import type { AccountRouteParts, Doors, Visit } from '../routes.ts'
import { noSession } from '../sessions/sessions.ts'
import { codePage, factorMissingPage, factorPage, signedOutPage, signInPage, signOutPage } from './sign-in-pages.ts'
import { accountCategory } from '../tables.ts'
import { words } from './words.ts'

/** Signing in, by a code and by a passkey, and signing out. */
export function registerSignInRoutes(server: FastifyInstance, { pages }: AccountRouteParts, { open }: Doors): void {
  server.get(
    '/sign-in',
    open((request, reply, { language }) => pages.send(request, reply, signInPage({ language, next: nextOf(request) }))),
  )
  server.post(
    '/sign-in',
    open((request, reply, at) => sendCode(pages, request, reply, at)),
  )
  server.post(
    '/sign-in/code',
    open((request, reply, at) => takeCode(pages, request, reply, at)),
  )
  registerFactor(server, pages, open)
  registerPasskey(server, open)
  server.get(
    '/sign-out',
    open((request, reply, { language }) => pages.send(request, reply, signOutPage(language))),
  )
  server.post(
    '/sign-out',
    open(async (request, reply, { accounts, language }) => {
      await endSession(accounts, request)
      return pages.send(request, passCookies(reply, [noSession]), signedOutPage(language))
    }),
  )
}

async function sendCode(pages: Pages, request: FastifyRequest, reply: FastifyReply, { accounts, language }: Visit) {
  const sent = fieldsOf(request.body)
  const address = (sent['email'] ?? '').trim()
  const next = nextPage(sent['next'])
  const again = (email: (typeof words)[keyof typeof words], status: number) =>
    pages.send(request, reply, signInPage({ language, next, sent, wrong: { email }, status }))
  if (!isAddress(address)) return again(words.addressWrong, 422)
  if (!accounts.paces.network.take(request.ip)) return again(words.tooMany, 429)
  const isTrapped = (sent[trapField] ?? '') !== ''
  if (!isTrapped && !(await accounts.sendCode(new Personal(accountCategory, address), language)))
    return again(words.tooMany, 429)
  return pages.send(request, reply, codePage({ language, next, address }))
}

async function takeCode(pages: Pages, request: FastifyRequest, reply: FastifyReply, at: Visit) {
  const { accounts, language } = at
  const sent = fieldsOf(request.body)
  const address = (sent['email'] ?? '').trim()
  const next = nextPage(sent['next'])
  if (!isAddress(address)) return reply.redirect(`/sign-in?lang=${language}`, 303)
  const wrong = (code: (typeof words)[keyof typeof words], status: number) =>
    pages.send(request, reply, codePage({ language, next, address, wrong: { code }, status }))
  if (!accounts.paces.network.take(request.ip)) return wrong(words.tooMany, 429)
  const code = (sent['code'] ?? '').replace(/\s/g, '')
  const signedIn = await accounts.signIn({ address: new Personal(accountCategory, address), code, language })
  if (signedIn === 'too-many') return wrong(words.tooMany, 429)
  if (signedIn === null) return wrong(words.codeWrong, 422)
  await comeIn(accounts, request, reply, signedIn)
  return reply.redirect(`${next}?lang=${language}`, 303)
}

function registerFactor(server: FastifyInstance, pages: Pages, open: Doors['open']): void {
  server.get(
    '/sign-in/factor',
    open(async (request, reply, { accounts, language }) => {
      const { who } = await accounts.sessions.find(cookiesOf(request))
      if (who === null || !who.waiting) return reply.redirect(`/sign-in?lang=${language}`, 303)
      if (await accounts.factor.isSetUp(who.account))
        return pages.send(request, reply, factorPage({ language, next: '/account' }))
      await endSession(accounts, request)
      return pages.send(request, passCookies(reply, [noSession]), factorMissingPage(language))
    }),
  )
  server.post(
    '/sign-in/factor',
    open(async (request, reply, { accounts, language }) => {
      const sent = fieldsOf(request.body)
      const { who } = await accounts.sessions.find(cookiesOf(request))
      if (who === null || !who.waiting) return reply.redirect(`/sign-in?lang=${language}`, 303)
      const next = nextPage(sent['next'])
      const wrong = (code: (typeof words)[keyof typeof words], status: number) =>
        pages.send(request, reply, factorPage({ language, next, wrong: { code }, status }))
      if (!accounts.paces.factors.take(who.account)) return wrong(words.tooMany, 429)
      if (!(await accounts.factor.check(who.account, sent['code'] ?? ''))) return wrong(words.factorWrong, 422)
      const cookie = await accounts.sessions.open(who.session)
      return passCookies(reply, [cookie]).redirect(`${next}?lang=${language}`, 303)
    }),
  )
}

function registerPasskey(server: FastifyInstance, open: Doors['open']): void {
  server.post(
    '/sign-in/passkey/ask',
    open(async (request, reply, { accounts }) => {
      if (!accounts.paces.network.take(request.ip)) throw new HttpRefusal('form.too-many')
      const { options, cookies } = await accounts.passkeys.askToSignIn()
      passCookies(reply, cookies)
      return reply.send(options)
    }),
  )
  server.post(
    '/sign-in/passkey',
    open(async (request, reply, { accounts }) => {
      if (!accounts.paces.network.take(request.ip)) throw new HttpRefusal('form.too-many')
      const { data } = SignInAnswer.safeParse(request.body)
      const cookies = data && (await accounts.passkeys.signIn(cookiesOf(request), data))
      if (!cookies) throw new HttpRefusal('sign-in.refused')
      await comeIn(accounts, request, reply, cookies)
      return reply.send({ done: true })
    }),
  )
}

/** A session always begins anew: what the browser had before signing in is ended. */
async function comeIn(accounts: Accounts, request: FastifyRequest, reply: FastifyReply, cookies: readonly string[]) {
  await endSession(accounts, request)
  passCookies(reply, cookies)
}

async function endSession(accounts: Accounts, request: FastifyRequest): Promise<void> {
  const { who } = await accounts.sessions.find(cookiesOf(request))
  if (who !== null) await accounts.sessions.end(who.account, who.session)
}

function nextOf({ url }: FastifyRequest): string {
  return nextPage(new URLSearchParams(url.split('?')[1] ?? '').get('next'))
}
