import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Text } from '@samtale/policy'
import { cookiesOf } from '../../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { queryOf } from '../../../platform/http/query.ts'
import { fieldsOf, trapField, type Pages } from '../../pages/index.ts'
import { forgetPerson } from '../recognise.ts'
import type { AccountRouteParts, Doors, Visit } from '../routes.ts'
import { codePage, passwordPage, restrictedPage, signedOutPage, signInPage, signOutPage } from './sign-in-pages.ts'
import { comeIn, endSession } from './come-in.ts'
import { inLanguage, nextOf, nextPage } from './next.ts'
import type { Outcome } from './sign-in.ts'
import { words } from './words.ts'

/** Signing in by a code and by a password, and signing out. */
export function registerSignInRoutes(server: FastifyInstance, { pages }: AccountRouteParts, { open }: Doors): void {
  server.get(
    '/sign-in',
    open(async (request, reply, { accounts, language }) => {
      const { who } = await accounts.sessions.find(cookiesOf(request))
      const next = nextOf(request)
      // Who shows a session that is good for everything has nothing to do here; one that waits may have to begin anew.
      if (who?.waiting === false && (who.fresh || !queryOf(request).has('next')))
        return reply.redirect(inLanguage(next, language), 303)
      return pages.send(request, reply, signInPage({ language, next, ways: waysOf(accounts), again: who !== null }))
    }),
  )
  server.post(
    '/sign-in',
    open((request, reply, at) => sendCode(pages, request, reply, at)),
  )
  server.post(
    '/sign-in/code',
    open((request, reply, at) => takeCode(pages, request, reply, at)),
  )
  registerPassword(server, pages, open)
  server.get(
    '/sign-out',
    open((request, reply, { language }) => pages.send(request, reply, signOutPage(language))),
  )
  server.post(
    '/sign-out',
    open(async (request, reply, { accounts, language }) => {
      await endSession(accounts, request)
      return pages.send(request, forgetPerson(request, reply), signedOutPage(language))
    }),
  )
}

async function sendCode(pages: Pages, request: FastifyRequest, reply: FastifyReply, { accounts, language }: Visit) {
  const sent = fieldsOf(request.body)
  const next = nextPage(sent['next'])
  const again = (email: Text, status: number) =>
    pages.send(request, reply, signInPage({ language, next, ways: waysOf(accounts), sent, wrong: { email }, status }))
  const identity = accounts.signIn.read(sent['email'] ?? '')
  if (identity === null) return again(words.addressWrong, 422)
  if (!accounts.paces.network.take(request.ip)) return again(words.tooMany, 429)
  const isTrapped = (sent[trapField] ?? '') !== ''
  if (!isTrapped && !(await accounts.signIn.sendCode(identity, request.ip, language))) return again(words.tooMany, 429)
  return pages.send(request, reply, codePage({ language, next, identity }))
}

async function takeCode(pages: Pages, request: FastifyRequest, reply: FastifyReply, at: Visit) {
  const { accounts, language } = at
  const sent = fieldsOf(request.body)
  const next = nextPage(sent['next'])
  const identity = accounts.signIn.read(sent['email'] ?? '')
  if (identity === null) return reply.redirect(inLanguage('/sign-in', language, next), 303)
  const link = sent['link'] ?? ''
  const wrong = (code: Text, status: number) =>
    pages.send(request, reply, codePage({ language, next, identity, link, wrong: { code }, status }))
  if (!accounts.paces.network.take(request.ip)) return wrong(words.tooMany, 429)
  const code = (sent['code'] ?? '').replace(/\s/g, '')
  const outcome = await accounts.signIn.byCode(identity, { code, link, language })
  return answer(pages, request, reply, at, { outcome, next, wrong, ifWrong: words.codeWrong })
}

function registerPassword(server: FastifyInstance, pages: Pages, open: Doors['open']): void {
  server.get(
    '/sign-in/password',
    open((request, reply, { accounts, language }) => {
      if (accounts.signIn.byPassword === null) throw new HttpRefusal('not-found')
      return pages.send(request, reply, passwordPage({ language, next: nextOf(request) }))
    }),
  )
  server.post(
    '/sign-in/password',
    open(async (request, reply, at) => {
      const { accounts, language } = at
      if (accounts.signIn.byPassword === null) throw new HttpRefusal('not-found')
      const { password = '', ...sent } = fieldsOf(request.body)
      const next = nextPage(sent['next'])
      const wrong = (text: Text, status: number, field = 'password') =>
        pages.send(request, reply, passwordPage({ language, next, sent, wrong: { [field]: text }, status }))
      const identity = accounts.signIn.read(sent['email'] ?? '')
      if (identity === null) return wrong(words.addressWrong, 422, 'email')
      if (!accounts.paces.network.take(request.ip)) return wrong(words.tooMany, 429)
      const outcome = await accounts.signIn.byPassword(identity, password)
      return answer(pages, request, reply, at, { outcome, next, wrong, ifWrong: words.passwordWrong })
    }),
  )
}

/** What somebody gets who tried to sign in. */
async function answer(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  at: Visit,
  given: { outcome: Outcome; next: string; wrong(text: Text, status: number): FastifyReply; ifWrong: Text },
): Promise<FastifyReply> {
  const { outcome, next, wrong, ifWrong } = given
  switch (outcome.as) {
    case 'in':
      return reply.redirect(await comeIn(request, reply, at, { cookies: outcome.cookies, next }), 303)
    case 'restricted':
      return pages.send(request, reply, restrictedPage(at.language))
    case 'too-many':
      return wrong(words.tooMany, 429)
    case 'wrong':
      return wrong(ifWrong, 422)
  }
}

function waysOf({ signIn }: Visit['accounts']) {
  return { provider: signIn.provider?.name ?? null, password: signIn.byPassword !== null }
}
