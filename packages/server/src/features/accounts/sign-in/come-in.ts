import type { Language } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookiesOf, passCookies } from '../../../platform/http/cookie-jar.ts'
import type { Accounts } from '../accounts.ts'
import { sessionCookie } from '../personal-data.ts'
import { inLanguage } from './next.ts'

/**
 * Lets somebody in whose session has begun, and says where they go on: to the page that they came for, or before it to
 * their second factor. A session always begins anew: what the browser had before is ended (OWASP, session fixation).
 */
export async function comeIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { accounts, language }: { readonly accounts: Accounts; readonly language: Language },
  { cookies, next }: { readonly cookies: readonly string[]; readonly next: string },
): Promise<string> {
  await endSession(accounts, request)
  passCookies(reply, cookies)
  const begun = cookies.map((cookie) => cookie.split(';')[0] ?? '').find((cookie) => cookie.startsWith(sessionCookie))
  const { who } = await accounts.sessions.find(begun ?? '')
  return who?.waiting === true ? inLanguage('/sign-in/factor', language, next) : inLanguage(next, language)
}

export async function endSession(accounts: Accounts, request: FastifyRequest): Promise<void> {
  const { who } = await accounts.sessions.find(cookiesOf(request))
  if (who !== null) await accounts.sessions.end(who.account, who.session)
}
