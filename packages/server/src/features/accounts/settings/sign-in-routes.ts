import type { FastifyInstance } from 'fastify'
import { cookiesOf, passCookies } from '../../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import type { Accounts } from '../accounts.ts'
import { NewPasskeyAnswer } from '../factors/passkey-answers.ts'
import type { Doors } from '../routes.ts'
import { keysCategory, sessionCategory } from '../tables.ts'
import { sections } from './frame.ts'
import { pageAt, type SettingsRouteParts } from './parts.ts'
import { devicesPage, securityPage } from './sign-in-pages.ts'
import { fieldsOf } from '../../pages/index.ts'

/** How one signs in, and where one is signed in. */
export function registerSignInSettings(server: FastifyInstance, parts: SettingsRouteParts, doors: Doors): void {
  registerSecurity(server, parts, doors)
  registerDevices(server, parts, doors)
}

function registerSecurity(server: FastifyInstance, parts: SettingsRouteParts, { own }: Doors): void {
  const { pages, timeZone, own: ofOwn } = parts
  server.get(
    sections.security,
    own(async (request, reply, { accounts, who, language }) => {
      const on = await accounts.factor.isSetUp(who.account)
      const codesLeft = on ? await accounts.factor.codesLeft(who.account) : 0
      const factor = { on, codesLeft, canTurnOff: !(await accounts.isPrivileged(who.account)) }
      const passwords = accounts.signIn.passwords !== null
      const passkeys = await accounts.passkeys.ofAccount(who.account)
      const lastStays = await needsLastPasskey(accounts, who.account)
      const kept = (await ofOwn.data.kept(who.account)).filter(({ category }) => category.startsWith(keysCategory))
      return pages.send(
        request,
        reply,
        securityPage({ language, timeZone, passkeys, lastStays, factor, passwords, kept }),
      )
    }),
  )
  server.post(
    '/account/passkeys/ask',
    own(async (request, reply, { accounts }) => {
      const { options, cookies } = await accounts.passkeys.askToAdd(cookiesOf(request))
      passCookies(reply, cookies)
      return reply.send(options)
    }),
  )
  server.post(
    '/account/passkeys',
    own(async (request, reply, { accounts }) => {
      const { data } = NewPasskeyAnswer.safeParse(request.body)
      const added = data && (await accounts.passkeys.add(cookiesOf(request), data))
      if (!added) throw new HttpRefusal('sign-in.refused')
      return reply.send({ done: true })
    }),
  )
  server.post(
    '/account/passkeys/remove',
    own(async (request, reply, visit) => {
      const { accounts, who } = visit
      if (!(await needsLastPasskey(accounts, who.account)))
        await accounts.passkeys.remove(who.account, fieldsOf(request.body)['id'] ?? '')
      return reply.redirect(pageAt(sections.security, visit), 303)
    }),
  )
}

/** Whether a passkey is all that an account has for its second factor, and its person may not go without one. */
async function needsLastPasskey({ passkeys, factor, isPrivileged }: Accounts, account: string): Promise<boolean> {
  const own = await passkeys.ofAccount(account)
  return own.length === 1 && !(await factor.isSetUp(account)) && isPrivileged(account)
}

function registerDevices(server: FastifyInstance, parts: SettingsRouteParts, { own }: Doors): void {
  const { pages, timeZone, own: ofOwn } = parts
  server.get(
    sections.devices,
    own(async (request, reply, { accounts, who, language }) => {
      const sessions = await accounts.sessions.list(who.account)
      const kept = ofOwn.data.declared([sessionCategory])
      return pages.send(request, reply, devicesPage({ language, timeZone, who, sessions, kept }))
    }),
  )
  server.post(
    '/account/sessions/end',
    own(async (request, reply, visit) => {
      await visit.accounts.sessions.end(visit.who.account, fieldsOf(request.body)['id'] ?? '')
      return reply.redirect(pageAt(sections.devices, visit), 303)
    }),
  )
  server.post(
    '/account/sessions/others',
    own(async (_request, reply, visit) => {
      await visit.accounts.sessions.endOthers(visit.who.account, visit.who.session)
      return reply.redirect(pageAt(sections.devices, visit), 303)
    }),
  )
}
