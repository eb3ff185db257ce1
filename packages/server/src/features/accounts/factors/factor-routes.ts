import { passCookies } from '../../../platform/http/cookie-jar.ts'
import type { FastifyInstance } from 'fastify'
import { accountWords as words } from '../settings/account-words.ts'
import { recoveryPage, setUpPage } from './factor-pages.ts'
import type { AccountRouteParts, Doors } from '../routes.ts'
import { fieldsOf } from '../../pages/index.ts'

/** Turning the second factor on and off: who does it showed lately that they are it. */
export function registerFactorRoutes(server: FastifyInstance, { pages }: AccountRouteParts, { own }: Doors): void {
  server.post(
    '/account/factor',
    own(async (request, reply, { accounts, who, language }) => {
      const secret = await accounts.factor.begin(who.account)
      if (secret === null) return reply.redirect(`/account/security?lang=${language}`, 303)
      return pages.send(request, reply, setUpPage({ language, who, secret, service: accounts.serviceName }))
    }),
  )
  server.post(
    '/account/factor/confirm',
    own(async (request, reply, { accounts, who, language }) => {
      const secret = await accounts.factor.waiting(who.account)
      if (secret === null || !accounts.paces.factors.take(who.account))
        return reply.redirect(`/account/security?lang=${language}`, 303)
      const codes = await accounts.factor.confirm(who.account, fieldsOf(request.body)['code'] ?? '')
      if (codes !== null) {
        passCookies(reply, [await accounts.sessions.open(who.session)])
        return pages.send(request, reply, recoveryPage(language, codes))
      }
      const wrong = { code: words.codeWrong }
      return pages.send(request, reply, setUpPage({ language, who, secret, service: accounts.serviceName, wrong }))
    }),
  )
  server.post(
    '/account/factor/remove',
    own(async (_request, reply, { accounts, who, language }) => {
      if (!(await accounts.isPrivileged(who.account))) await accounts.factor.remove(who.account)
      return reply.redirect(`/account/security?lang=${language}`, 303)
    }),
  )
}
