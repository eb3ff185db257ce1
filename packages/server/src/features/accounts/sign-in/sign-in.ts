import type { Language } from '@samtale/policy'
import { reveal, type Personal } from '../../../platform/personal.ts'
import { AccountRestricted, findByLogin } from '../adapter/user.ts'
import type { Auth } from '../auth.ts'
import type { AccountParts } from '../parts.ts'
import { createPasswords } from '../password/passwords.ts'
import { createProvider, type ProviderFailure } from '../provider/provider.ts'
import { createProviderWay, type ProviderOptions } from '../provider/discovery.ts'
import { createProviderSignIn } from '../provider/provider-sign-in.ts'
import type { createSessions } from '../sessions/sessions.ts'
import { askForCode, signInWithCode } from './codes.ts'
import { readIdentity, type Identity } from './identity.ts'
import type { Paces } from './paces.ts'

/** What became of somebody who signs in; `cookies` are those of the new session. */
export type Outcome =
  { readonly as: 'in'; readonly cookies: readonly string[] } | { readonly as: 'wrong' | 'too-many' | 'restricted' }

/** What became of somebody who comes back from the provider. */
export type ProviderOutcome =
  | Outcome
  | { readonly as: ProviderFailure }
  /** A code is on its way to the address, which shows that the account is theirs. */
  | { readonly as: 'asked'; readonly link: string; readonly address: Personal<string> }

export interface SignInOptions extends AccountParts {
  readonly publicUrl: URL
  readonly provider: ProviderOptions | null
  /** Whose numbers are read without a prefix; ISO 3166-1 alpha-2. */
  readonly country: string | null
}

interface Using {
  readonly auth: Auth
  readonly paces: Paces
  readonly sessions: Pick<ReturnType<typeof createSessions>, 'begin' | 'find' | 'end'>
  readonly isPrivileged: (account: string) => Promise<boolean>
}

/** Signing in by each way but passkeys, which are better-auth's alone. */
export function createSignIn(options: SignInOptions, using: Using) {
  const { auth, paces, sessions } = using
  const { country } = options
  const vouched = createProviderSignIn(options)
  const passwords = createPasswords(options)

  /** False where the address or number got its share of codes for now. */
  const sendCode: SendCode = async ({ kind, login }, network, language) => {
    const whose = reveal(login)
    if (kind === 'phone' && !(paces.smsOfNetwork.take(network) && paces.sms.take(whose) && paces.allSms.take('all')))
      return false
    if (!paces.codes.take(whose)) return false
    await askForCode(auth, login, language)
    return true
  }

  return {
    read: (written: string): Identity | null => readIdentity(written, country),
    sendCode,

    /** Takes a code; with it, what a provider waits for (`link`). */
    byCode: async (
      { kind, login }: Identity,
      { code, link, language }: { readonly code: string; readonly link: string; readonly language: Language },
    ): Promise<Outcome> => {
      const whose = reveal(login)
      if (!paces.tries.take(whose)) return { as: 'too-many' }
      return unlessRestricted(async () => {
        const headers = await signInWithCode(auth, { address: login, code, language })
        if (headers === null) return { as: 'wrong' }
        if (kind === 'phone' && (await isTooWeak(using, headers))) return { as: 'wrong' }
        if (link !== '') await vouched.confirm(link, whose)
        return { as: 'in', cookies: headers.getSetCookie() }
      })
    },

    /** Null where the policy in force has no passwords. */
    byPassword:
      passwords &&
      (async ({ login }: Identity, password: string): Promise<Outcome> => {
        const whose = reveal(login)
        if (!paces.tries.take(whose)) return { as: 'too-many' }
        // The same work whether or not there is an account, or a password of its.
        const account = await findByLogin(options, whose)
        if (!(await passwords.check(account?.record_id ?? null, password)) || account === undefined)
          return { as: 'wrong' }
        return { as: 'in', cookies: [await sessions.begin(account.record_id, 'password')] }
      }),
    passwords,

    provider: providerWay(options, { sessions, sendCode }),
  }
}

/**
 * Whether somebody came in by a text message who needs more than that: messages are read along and numbers taken over (NIST SP
 * 800-63B, restricted authenticators). Who may change things for others comes in by their address, if they have one; the
 * session that began is ended then.
 */
async function isTooWeak({ sessions, isPrivileged }: Using, begun: Headers): Promise<boolean> {
  const pairs = begun.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  const { who } = await sessions.find(pairs.join('; '))
  if (who === null || who.phone !== null || !(await isPrivileged(who.account))) return false
  await sessions.end(who.account, who.session)
  return true
}

/** By an identity provider; null where none is configured. */
function providerWay(
  options: SignInOptions,
  { sessions, sendCode }: Pick<Using, 'sessions'> & { readonly sendCode: SendCode },
) {
  if (options.provider === null) return null
  const { settings, door } = options.provider
  const provider = createProvider(options, settings, createProviderWay(door), options.publicUrl)
  const vouched = createProviderSignIn(options)
  return {
    name: provider.name,
    begin: provider.begin,
    finish: async (
      query: URLSearchParams,
      {
        browser,
        network,
        language,
      }: { readonly browser: string; readonly network: string; readonly language: Language },
    ): Promise<{ readonly outcome: ProviderOutcome; readonly next: string }> => {
      const answer = await provider.finish(query, browser)
      if (answer.as !== 'person') return { outcome: { as: answer.as }, next: answer.next }
      const { person, next } = answer
      const found = await vouched.take(person, language)
      if (found.as === 'known')
        return { outcome: { as: 'in', cookies: [await sessions.begin(found.account, 'provider')] }, next }
      if (found.as === 'restricted') return { outcome: found, next }
      const sent = await sendCode({ kind: 'address', login: person.address }, network, language)
      return { outcome: sent ? { as: 'asked', link: found.link, address: person.address } : { as: 'too-many' }, next }
    },
  }
}

type SendCode = (to: Pick<Identity, 'kind' | 'login'>, network: string, language: Language) => Promise<boolean>

async function unlessRestricted(signIn: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await signIn()
  } catch (error) {
    if (error instanceof AccountRestricted) return { as: 'restricted' }
    throw error
  }
}
