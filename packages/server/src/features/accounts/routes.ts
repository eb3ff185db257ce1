import { readFileSync } from 'node:fs'
import type { Language } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { refuseOtherSites } from '../../platform/http/same-origin.ts'
import type { Pages } from '../pages/index.ts'
import { settingsRoutes } from './settings/declared.ts'
import type { OwnParts } from './settings/parts.ts'
import { registerSettings } from './settings/routes.ts'
import type { Accounts } from './accounts.ts'
import { registerFactorRoutes } from './factors/factor-routes.ts'
import { visitorOf, type Visitor } from './gate.ts'
import { registerPasskeyRoutes } from './factors/passkey-routes.ts'
import { registerStepRoutes } from './factors/step-routes.ts'
import { registerPasswordRoutes } from './password/password-routes.ts'
import { registerProviderRoutes } from './provider/provider-routes.ts'
import { signInRoutes } from './sign-in/declared.ts'
import { registerSignInRoutes } from './sign-in/sign-in-routes.ts'

const stylesheet = readFileSync(new URL('./accounts.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('./accounts.js', import.meta.url), 'utf8')

const asked = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: ['request.other-site'] } as const

export const accountRoutes = {
  'GET /accounts.css': { ...asked, answers: 'file' },
  'GET /accounts.js': { ...asked, answers: 'file' },
  ...signInRoutes,
  ...settingsRoutes,
} as const satisfies RouteCatalogue

export interface AccountRouteParts {
  readonly pages: Pages
  /** Null while the policy in force has no accounts: then nothing is at these addresses. */
  readonly accounts: Accounts | null
  /** In which times are told. */
  readonly timeZone: string
  /** Where one asks for other rights than those that the settings give; null where there is no such page. */
  readonly exportAt: string | null
  /** What is behind the settings; null where there are no accounts. */
  readonly own: OwnParts | null
}

/** A request while there are accounts. */
export interface Visit {
  readonly accounts: Accounts
  readonly language: Language
}
/** The same of somebody whom the gate let through. */
export interface OwnVisit extends Visit, Visitor {}
type Answer = FastifyReply | Promise<FastifyReply>
export type Handle<At> = (request: FastifyRequest, reply: FastifyReply, at: At) => Answer
type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

/** Who may come to a handler. */
export interface Doors {
  readonly open: (handle: Handle<Visit>) => Handler
  /** Whom the gate let through. */
  readonly own: (handle: Handle<OwnVisit>) => Handler
}

/**
 * The pages of signing in and of one's account. Opening one changes nothing; what is sent has to come from a page of
 * ours. They work without script, but for passkeys.
 */
export function registerAccountRoutes(server: FastifyInstance, parts: AccountRouteParts): void {
  const serve = (path: string, type: string, file: string) =>
    server.get(path, (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(file))
  serve('/accounts.css', 'text/css; charset=utf-8', stylesheet)
  serve('/accounts.js', 'text/javascript; charset=utf-8', script)
  const doors = doorsOf(parts)
  registerSignInRoutes(server, parts, doors)
  registerPasskeyRoutes(server, doors)
  registerPasswordRoutes(server, parts, doors)
  registerStepRoutes(server, parts, doors)
  registerProviderRoutes(server, parts, doors)
  registerSettings(server, parts, doors)
  registerFactorRoutes(server, parts, doors)
}

function doorsOf({ pages, accounts }: AccountRouteParts): Doors {
  const open: Doors['open'] = (handle) => (request, reply) => {
    if (accounts === null) return reply.callNotFound()
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseOtherSites(request.headers)
    // A form that is sent tells its origin to us, and nobody else learns where somebody was.
    reply.headers({ 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin', 'cache-control': 'no-store' })
    return handle(request, reply, { accounts, language: pages.languageOf(request) })
  }
  const own: Doors['own'] = (handle) => (request, reply) => {
    if (accounts === null) return reply.callNotFound()
    return handle(request, reply, { accounts, ...visitorOf(request) })
  }
  return { open, own }
}
