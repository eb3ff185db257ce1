import type { Language } from '@samtale/policy'
import type { Log } from '../../platform/log.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import { accountStore } from './account-store.ts'
import { userModel } from './adapter/user.ts'
import { createAuth } from './auth.ts'
import { askForCode, createCodeSender, signInWithCode, type AccountMailer } from './sign-in/codes.ts'
import { createPaces } from './sign-in/paces.ts'
import type { AccountParts } from './parts.ts'
import { peopleOf } from './people.ts'
import { createPasskeys } from './factors/passkeys.ts'
import { createSettings } from './settings/settings.ts'
import { createSecondFactor } from './factors/second-factor.ts'
import { createSessions, type SignedIn } from './sessions/sessions.ts'

export interface AccountOptions extends AccountParts {
  readonly mailer: AccountMailer
  readonly publicUrl: URL
  /** What people know the service by. */
  readonly serviceName: string
  readonly log: Log
  /** Whether somebody administrates an organisation: then they don't go without a second factor either. */
  administrates(account: string): Promise<boolean>
}

export type Accounts = ReturnType<typeof createAccounts>

/** Accounts and signing in to them. */
export function createAccounts(options: AccountOptions) {
  const { clock, records, mailer } = options
  const factor = createSecondFactor(options)
  const store = accountStore(options.database)
  const isPrivileged = async (account: string): Promise<boolean> => {
    const role = (await store.get(account))?.role
    return (role !== undefined && role !== 'member') || options.administrates(account)
  }
  const auth = createAuth({
    ...options,
    sendCode: createCodeSender(options, mailer),
    asksForFactor: async (account) => (await factor.isSetUp(account)) || (await isPrivileged(account)),
  })
  const paces = createPaces(clock)
  const sessions = createSessions(options, auth)
  return {
    paces,
    sessions,
    factor,
    passkeys: createPasskeys(options, auth),
    settings: createSettings(options),
    serviceName: options.serviceName,

    /** False where the address got its share of codes for now. */
    sendCode: async (address: Personal<string>, language: Language): Promise<boolean> => {
      if (!paces.codes.take(reveal(address))) return false
      await askForCode(auth, address, language)
      return true
    },

    /** Cookies of the new session; null where the code isn't right. */
    signIn: async (given: {
      readonly address: Personal<string>
      readonly code: string
      readonly language: Language
    }): Promise<string[] | 'too-many' | null> => {
      if (!paces.tries.take(reveal(given.address))) return 'too-many'
      const headers = await signInWithCode(auth, given)
      return headers?.getSetCookie() ?? null
    },

    /** Who is behind accounts. */
    peopleOf: peopleOf(options),

    /** Whether the account may not go without a second factor. */
    isPrivileged,

    isOperator: async (account: string): Promise<boolean> => (await store.get(account))?.role === 'operator',

    /** Whether two factors were shown in this session: one that began before the second was set up showed one. */
    showedTwoFactors: async ({
      account,
      byPasskey,
      shownAt,
    }: Pick<SignedIn, 'account' | 'byPasskey' | 'shownAt'>): Promise<boolean> => {
      if (byPasskey) return true
      const since = await factor.since(account)
      return since !== null && shownAt >= since
    },

    rename: (account: string, name: Personal<string>): Promise<void> =>
      userModel(options).change(account, { name: reveal(name) }),

    /** Deletes the account and all that is its own (GDPR art. 17). */
    erase: (account: string): Promise<'erased' | 'kept'> => records.erase(account, clock.now()),
  }
}
