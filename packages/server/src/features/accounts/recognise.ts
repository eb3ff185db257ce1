import { languages } from '@samtale/policy'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cookiesOf, passCookies } from '../../platform/http/cookie-jar.ts'
import type { Person } from '../pages/index.ts'
import type { Accounts } from './accounts.ts'
import { visitorIfAny } from './gate.ts'
import { sessionCookie } from './personal-data.ts'

const recognised = new WeakMap<FastifyRequest, Person>()

/** Who is signed in where a page was asked for; null for a guest, of whom nothing was looked up. */
export function personOf(request: FastifyRequest): Person | null {
  return recognised.get(request) ?? null
}

/**
 * Finds out who asks for a page, for what stands around it: its menu, its looks, its language. Who has no session's cookie
 * is a guest: nothing is looked up and nothing set.
 */
export function recognisePeople(server: FastifyInstance, accounts: Pick<Accounts, 'sessions' | 'settings'>): void {
  server.addHook('onRequest', async (request, reply) => {
    const cookie = cookiesOf(request)
    if (!cookie.includes(sessionCookie) || !isForPage(request)) return
    const visitor = visitorIfAny(request)
    const found = visitor === null ? await accounts.sessions.find(cookie) : { who: visitor.who, cookies: [] }
    passCookies(reply, found.cookies)
    if (found.who === null || found.who.waiting) return
    const settings = await accounts.settings.of(found.who.account)
    if (settings === null) return
    const { role, theme, language } = settings
    recognised.set(request, {
      isOperator: role === 'operator',
      theme,
      language: languages.find((one) => one === language) ?? 'en',
    })
  })
}

/** Browsers say so when somebody opens a page or sends a form. */
function isForPage({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/html')
}
