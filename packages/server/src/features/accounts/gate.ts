import type { Language } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookiesOf, passCookies } from '../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../platform/http/errors.ts'
import type { Gate, Guarded } from '../../platform/http/gate.ts'
import { pageOf } from '../../platform/http/page-of.ts'
import { organisationRoles, type OrganisationRole } from '../../platform/http/routes.ts'
import type { Pages } from '../pages/index.ts'
import type { Accounts } from './accounts.ts'
import { recognise } from './recognise.ts'
import type { SignedIn } from './sessions/sessions.ts'
import { nextPage } from './sign-in/next.ts'

/** Somebody who was let through to a route that not everybody may ask. */
export interface Visitor {
  readonly who: SignedIn
  readonly language: Language
  /** What they are in the organisation in the path; null on a route that is about none. */
  readonly role: OrganisationRole | null
}

export interface GateParts {
  readonly pages: Pages
  /** Null while the policy in force has no accounts: then nothing is at these addresses. */
  readonly accounts: Accounts | null
  /** What somebody is in an organisation; null where they are nothing in it, or there is no such organisation. */
  organisationRole(account: string, organisation: string): Promise<OrganisationRole | null>
  /** Whether an operator closed an account: then its person has their rights there, and nothing else. */
  isClosed(account: string): Promise<boolean>
  /** Whether an operator closed an organisation: then its people can leave, delete it, and say something against it. */
  isOrganisationClosed(organisation: string): Promise<boolean>
  /** Whether somebody hosts a room; false where there is no such room. */
  hostsRoom(account: string, room: string): Promise<boolean>
  /** The organisation that owns a room; null where none does. */
  organisationOfRoom(room: string): Promise<string | null>
}

const visitors = new WeakMap<FastifyRequest, Visitor>()

/** Who was let through. @throws TypeError on a route whose declaration lets everybody through */
export function visitorOf(request: FastifyRequest): Visitor {
  const visitor = visitors.get(request)
  if (visitor === undefined) throw new TypeError('This route is open to everybody: nobody is known here.')
  return visitor
}

/**
 * Who may ask what, as the routes declare it. Who isn't signed in is sent to sign in, and who may not know of a thing is told that
 * there is nothing. Operators, and admins of organisations, showed a second factor in this session.
 */
export function createGate(parts: GateParts): Gate {
  const { pages, accounts, organisationRole, hostsRoom, organisationOfRoom, isClosed } = parts
  return async (request, reply, declaration) => {
    if (accounts === null) throw new HttpRefusal('not-found')
    const { who, cookies } = await accounts.sessions.find(cookiesOf(request))
    passCookies(reply, cookies)
    const to = (page: string) => sendTo(page, { request, reply, declaration, language: pages.languageOf(request) })
    if (who === null) return to('/sign-in')
    await recognise(request, accounts, who)
    const lacking = stillToShow(who, declaration)
    if (who.waiting) return to('/sign-in/factor')
    if ((await isClosed(who.account)) && !keepsRights(request)) return to('/appeal')
    const role = declaration.access.startsWith('organisation-')
      ? await organisationRole(who.account, paramOf(request, 'organisation'))
      : null
    const isLet = await mayAsk(declaration.access, {
      role,
      room: () => hostsRoom(who.account, paramOf(request, 'room')),
      operator: () => accounts.isOperator(who.account),
    })
    if (!isLet) throw new HttpRefusal('not-found')
    if (lacking !== null) return to(lacking)
    const ofRoom = declaration.access === 'room-host' ? await organisationOfRoom(paramOf(request, 'room')) : null
    const organisation = role === null ? ofRoom : paramOf(request, 'organisation')
    if (organisation !== null && !staysOpen(request) && (await parts.isOrganisationClosed(organisation)))
      return to(`/organisations/${organisation}/appeal`)
    visitors.set(request, {
      who,
      role,
      // Asked when it is used: by then it is known which language is the account's.
      get language() {
        return pages.languageOf(request)
      },
    })
    return null
  }
}

/** Where somebody shows what the route asks for beyond being signed in; null where nothing is lacking. */
function stillToShow({ factors, fresh }: SignedIn, { access, fresh: asksFresh }: Guarded): string | null {
  if (needsTwoFactors(access) && factors < 2) return '/sign-in/factor'
  return asksFresh === true && !fresh ? '/sign-in' : null
}

/** What stays open to whoever's account is closed: their own data, and saying something against it. */
function keepsRights({ url }: FastifyRequest): boolean {
  return /^\/(?:account|appeal)(?:[/?]|$)/.test(url)
}

/** What stays open to the people of an organisation that is closed, also of its rooms. */
function staysOpen({ url }: FastifyRequest): boolean {
  return /^\/(?:organisations\/[\w-]+\/(?:appeal|leave|delete|audit\.csv)|rooms\/[^/?]+\/appeal)(?:\?|$)/.test(url)
}

interface Asking {
  readonly role: OrganisationRole | null
  room(): Promise<boolean>
  operator(): Promise<boolean>
}

async function mayAsk(access: Guarded['access'], { role, room, operator }: Asking): Promise<boolean> {
  switch (access) {
    case 'signed-in':
      return true
    case 'room-host':
      return room()
    case 'operator':
      return operator()
    case 'organisation-member':
    case 'organisation-host':
    case 'organisation-admin':
    case 'organisation-owner':
      return (
        role !== null &&
        organisationRoles.indexOf(role) >= organisationRoles.findIndex((one) => access === `organisation-${one}`)
      )
  }
}

function needsTwoFactors(access: Guarded['access']): boolean {
  return access === 'operator' || access === 'organisation-admin' || access === 'organisation-owner'
}

/** Sends who came for a page to another one first, and back afterwards. Programs are told what is missing. */
function sendTo(
  page: string,
  {
    request,
    reply,
    declaration,
    language,
  }: { request: FastifyRequest; reply: FastifyReply; declaration: Guarded; language: Language },
): FastifyReply {
  if (declaration.answers !== 'page') throw new HttpRefusal('sign-in.needed')
  const next = nextPage(pageOf(request))
  return reply.redirect(`${page}?lang=${language}&next=${encodeURIComponent(next)}`, 303)
}

function paramOf({ params }: FastifyRequest, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined
  return typeof value === 'string' ? value : ''
}
