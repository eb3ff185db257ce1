import { languages } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cookiesOf, passCookies } from '../../platform/http/cookie-jar.ts'
import type { Person } from '../pages/index.ts'
import type { Accounts } from './accounts.ts'
import { sessionCookie } from './personal-data.ts'
import { noSession, type SignedIn } from './sessions/sessions.ts'

const recognised = new WeakMap<FastifyRequest, Person>()

/** Who is signed in where a page was asked for; null for a guest, of whom nothing was looked up. */
export function personOf(request: FastifyRequest): Person | null {
  return recognised.get(request) ?? null
}

/** Takes the session's cookie away: the answer is for somebody who is no longer signed in. */
export function forgetPerson(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  recognised.delete(request)
  return passCookies(reply, [noSession])
}

/** Keeps for the page who asks for it: for what stands around it, its menu, its looks, its language. */
export async function recognise(
  request: FastifyRequest,
  { settings }: Pick<Accounts, 'settings'>,
  { account, waiting }: SignedIn,
): Promise<void> {
  const own = waiting || !isForPage(request) ? null : await settings.of(account)
  if (own === null) return
  const { role, theme, language } = own
  recognised.set(request, {
    isOperator: role === 'operator',
    theme,
    language: languages.find((one) => one === language) ?? 'en',
  })
}

/**
 * Finds out who asks for a page that is everybody's; of the others the gate knows. Who has no session's cookie is a guest:
 * nothing is looked up and nothing set.
 */
export function recognisePeople(server: FastifyInstance, accounts: Pick<Accounts, 'sessions' | 'settings'>): void {
  server.addHook('onRequest', async (request, reply) => {
    const cookie = cookiesOf(request)
    if (!cookie.includes(sessionCookie) || !isForPage(request) || recognised.has(request)) return
    const { who, cookies } = await accounts.sessions.find(cookie)
    passCookies(reply, cookies)
    if (who !== null) await recognise(request, accounts, who)
  })
}

/** Browsers say so when somebody opens a page or sends a form. */
function isForPage({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/html')
}
