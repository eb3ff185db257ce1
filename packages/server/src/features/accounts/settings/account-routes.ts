import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasCardNumber } from '../../../platform/card-numbers.ts'
import { cookiesOf, passCookies } from '../../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { Personal } from '../../../platform/personal.ts'
import { tidyName } from '../../../platform/written.ts'
import { accountPage, deletedPage, deletePage, type AccountState } from './account-pages.ts'
import { accountWords as words } from './account-words.ts'
import { NewPasskeyAnswer } from '../factors/passkey-answers.ts'
import { fieldsOf } from '../read-form.ts'
import type { AccountRouteParts, Doors, OwnVisit } from '../routes.ts'
import { noSession } from '../sessions/sessions.ts'
import { accountCategory } from '../tables.ts'

/** One's account: what is kept for it, and what one can do about each part. */
export function registerAccountPages(server: FastifyInstance, parts: AccountRouteParts, { own }: Doors): void {
  const { pages } = parts
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: OwnVisit,
    more: Partial<AccountState> = {},
  ) => pages.send(request, reply, accountPage({ ...(await stateOf(parts, visit)), ...more }))
  server.get(
    '/account',
    own((request, reply, visit) => {
      const saved = new URLSearchParams(request.url.split('?')[1] ?? '').has('saved')
      return show(request, reply, visit, { saved })
    }),
  )
  server.post(
    '/account/name',
    own(async (request, reply, visit) => {
      const sent = fieldsOf(request.body)
      const name = tidyName(sent['name'] ?? '')
      if (hasCardNumber(name)) return show(request, reply, visit, { sent, wrong: { name: words.cardNumber } })
      await visit.accounts.rename(visit.who.account, new Personal(accountCategory, name))
      return back(reply, visit, '&saved')
    }),
  )
  registerSessions(server, own)
  registerPasskeys(server, own)
  server.get(
    '/account/delete',
    own((request, reply, { language }) => pages.send(request, reply, deletePage(language))),
  )
  server.post(
    '/account/delete',
    own(async (request, reply, { accounts, who, language }) => {
      const outcome = await accounts.erase(who.account)
      return pages.send(request, passCookies(reply, [noSession]), deletedPage(language, outcome))
    }),
  )
}

function registerSessions(server: FastifyInstance, own: Doors['own']): void {
  server.post(
    '/account/sessions/end',
    own(async (request, reply, visit) => {
      await visit.accounts.sessions.end(visit.who.account, fieldsOf(request.body)['id'] ?? '')
      return back(reply, visit)
    }),
  )
  server.post(
    '/account/sessions/others',
    own(async (_request, reply, visit) => {
      await visit.accounts.sessions.endOthers(visit.who.account, visit.who.session)
      return back(reply, visit)
    }),
  )
}

function registerPasskeys(server: FastifyInstance, own: Doors['own']): void {
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
      await visit.accounts.passkeys.remove(visit.who.account, fieldsOf(request.body)['id'] ?? '')
      return back(reply, visit)
    }),
  )
}

function back(reply: FastifyReply, { language }: OwnVisit, more = ''): FastifyReply {
  return reply.redirect(`/account?lang=${language}${more}`, 303)
}

async function stateOf({ timeZone, exportAt }: AccountRouteParts, visit: OwnVisit): Promise<AccountState> {
  const { accounts, who, language } = visit
  const on = await accounts.factor.isSetUp(who.account)
  return {
    language,
    timeZone,
    who,
    exportAt,
    sessions: await accounts.sessions.list(who.account),
    passkeys: await accounts.passkeys.ofAccount(who.account),
    factor: {
      on,
      codesLeft: on ? await accounts.factor.codesLeft(who.account) : 0,
      canTurnOff: !(await accounts.isPrivileged(who.account)),
    },
  }
}
