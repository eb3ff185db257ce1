import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Text } from '@samtale/policy'
import { cookiesOf, passCookies } from '../../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import type { Pages, Sent } from '../../pages/index.ts'
import type { AccountRouteParts, Doors, Handle, Visit } from '../routes.ts'
import type { SignedIn } from '../sessions/sessions.ts'
import { inLanguage, nextOf, nextPage } from '../sign-in/next.ts'
import { NewPasskeyAnswer } from './passkey-answers.ts'
import { appPage, factorPage, firstFactorPage, recoveryCodesPage } from './step-pages.ts'
import { stepWords as words } from './step-words.ts'
import { fieldsOf } from '../../pages/index.ts'

/** Somebody who signed in and has one factor left to show. */
interface Step extends Visit {
  readonly who: SignedIn
  readonly sent: Sent
  readonly next: string
}

/**
 * The second factor of those who need one: shown, or set up where there is none yet. Who reads an account's mail can set up
 * its first factor, and never another one in its place.
 */
export function registerStepRoutes(server: FastifyInstance, { pages }: AccountRouteParts, { open }: Doors): void {
  const step = (handle: Handle<Step>) => open((request, reply, visit) => takeStep(request, reply, visit, handle))
  const first = (handle: Handle<Step>) =>
    step(async (request, reply, at) => {
      const { accounts, who, language, next } = at
      if (await hasFactor(at)) return reply.redirect(inLanguage('/sign-in/factor', language, next), 303)
      if (!who.fresh) return signInAgain(reply, at)
      if (!accounts.paces.factors.take(who.account)) throw new HttpRefusal('form.too-many')
      return handle(request, reply, at)
    })
  server.get(
    '/sign-in/factor',
    step(async (request, reply, at) => {
      const { language, next } = at
      if (await hasFactor(at)) return pages.send(request, reply, factorPage({ language, next, ...(await shownOf(at)) }))
      if (!at.who.fresh) return signInAgain(reply, at)
      return pages.send(request, reply, firstFactorPage({ language, next }))
    }),
  )
  server.post(
    '/sign-in/factor',
    step((request, reply, at) => takeFactor(pages, request, reply, at)),
  )
  server.post(
    '/sign-in/factor/app',
    first(async (request, reply, { accounts, who, language, next }) => {
      const secret = (await accounts.factor.waiting(who.account)) ?? (await accounts.factor.begin(who.account)) ?? ''
      return pages.send(request, reply, appPage({ language, next, who, secret, service: accounts.serviceName }))
    }),
  )
  server.post(
    '/sign-in/factor/app/confirm',
    first((request, reply, at) => confirmApp(pages, request, reply, at)),
  )
  registerPasskeySteps(server, pages, first)
}

function registerPasskeySteps(server: FastifyInstance, pages: Pages, first: (handle: Handle<Step>) => Handler): void {
  server.post(
    '/sign-in/factor/passkey/ask',
    first(async (request, reply, { accounts }) => {
      const { options, cookies } = await accounts.passkeys.askToAdd(cookiesOf(request))
      passCookies(reply, cookies)
      return reply.send(options)
    }),
  )
  server.post(
    '/sign-in/factor/passkey',
    first(async (request, reply, { accounts, who, language, sent, next }) => {
      const { data } = NewPasskeyAnswer.safeParse(parsed(sent['answer'] ?? ''))
      if (data === undefined || !(await accounts.passkeys.add(cookiesOf(request), data)))
        return pages.send(request, reply, firstFactorPage({ language, next, failed: true }))
      passCookies(reply, [await accounts.sessions.open(who.session)])
      // Whoever loses the device has no other way back.
      const codes = await accounts.factor.newCodes(who.account)
      return pages.send(request, reply, recoveryCodesPage({ language, next, codes, kind: 'passkey' }))
    }),
  )
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

/** Lets through who signed in and has a factor left to show; sends others where they belong. */
async function takeStep(request: FastifyRequest, reply: FastifyReply, visit: Visit, handle: Handle<Step>) {
  const { accounts, language } = visit
  const { who, cookies } = await accounts.sessions.find(cookiesOf(request))
  passCookies(reply, cookies)
  const sent = fieldsOf(request.body)
  const next = request.method === 'GET' ? nextOf(request) : nextPage(sent['next'])
  if (who === null) return reply.redirect(inLanguage('/sign-in', language, next), 303)
  // Who isn't privileged yet may be about to be: invited to administrate, they show two factors before they accept.
  if (!who.waiting && who.factors === 2) return reply.redirect(inLanguage(next, language), 303)
  return handle(request, reply, { ...visit, who, sent, next })
}

/** Always with the page that they came for: whoever is signed in and names none is sent away from there. */
function signInAgain(reply: FastifyReply, { language, next }: Step): FastifyReply {
  return reply.redirect(`/sign-in?lang=${language}&next=${encodeURIComponent(next)}`, 303)
}

async function takeFactor(pages: Pages, request: FastifyRequest, reply: FastifyReply, at: Step) {
  const { accounts, who, language, sent, next } = at
  const wrong = async (code: Text, status: number) =>
    pages.send(request, reply, factorPage({ language, next, ...(await shownOf(at)), wrong: { code }, status }))
  if (!accounts.paces.factors.take(who.account)) return wrong(words.tooMany, 429)
  if (!(await accounts.factor.check(who.account, sent['code'] ?? ''))) return wrong(words.factorWrong, 422)
  const cookie = await accounts.sessions.open(who.session)
  return passCookies(reply, [cookie]).redirect(inLanguage(next, language), 303)
}

async function confirmApp(pages: Pages, request: FastifyRequest, reply: FastifyReply, at: Step) {
  const { accounts, who, language, sent, next } = at
  const secret = await accounts.factor.waiting(who.account)
  if (secret === null) return reply.redirect(inLanguage('/sign-in/factor', language, next), 303)
  const codes = await accounts.factor.confirm(who.account, sent['code'] ?? '')
  if (codes === null) {
    const service = accounts.serviceName
    return pages.send(
      request,
      reply,
      appPage({ language, next, who, secret, service, wrong: { code: words.appWrong } }),
    )
  }
  passCookies(reply, [await accounts.sessions.open(who.session)])
  return pages.send(request, reply, recoveryCodesPage({ language, next, codes, kind: 'app' }))
}

/** By what a second factor can be shown. */
async function shownOf({ accounts, who }: Step) {
  const [app, passkeys, left] = await Promise.all([
    accounts.factor.isSetUp(who.account),
    accounts.passkeys.ofAccount(who.account),
    accounts.factor.codesLeft(who.account),
  ])
  return { app, passkey: passkeys.length > 0, recovery: left > 0 }
}

async function hasFactor(at: Step): Promise<boolean> {
  const { app, passkey, recovery } = await shownOf(at)
  return app || passkey || recovery
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
