import type { Log } from '../../platform/log.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import { accountStore } from './account-store.ts'
import { userModel } from './adapter/user.ts'
import { createAuth } from './auth.ts'
import { createCodeSender, type CodeWays } from './sign-in/codes.ts'
import { createSignIn, type SignInOptions } from './sign-in/sign-in.ts'
import { createPaces } from './sign-in/paces.ts'
import { peopleOf } from './people.ts'
import { createPhones } from './phone/phones.ts'
import { createPasskeys } from './factors/passkeys.ts'
import { createSettings } from './settings/settings.ts'
import { createSecondFactor } from './factors/second-factor.ts'
import { createRoles } from './roles/roles.ts'
import { createSessions } from './sessions/sessions.ts'

export interface AccountOptions extends SignInOptions, CodeWays {
  readonly log: Log
  /** Whether somebody administrates an organisation: then they don't go without a second factor either. */
  administrates(account: string): Promise<boolean>
}

export type Accounts = ReturnType<typeof createAccounts>

/** Accounts and signing in to them. */
export function createAccounts(options: AccountOptions) {
  const { clock, records } = options
  const factor = createSecondFactor(options)
  const store = accountStore(options.database)
  const isPrivileged = async (account: string): Promise<boolean> => {
    const role = (await store.get(account))?.role
    return (role !== undefined && role !== 'member') || options.administrates(account)
  }
  const asksForFactor = async (account: string) => (await factor.isSetUp(account)) || (await isPrivileged(account))
  const auth = createAuth({ ...options, sendCode: createCodeSender(options, options), asksForFactor })
  const paces = createPaces(clock)
  const sessions = createSessions(options, auth, asksForFactor)
  return {
    paces,
    sessions,
    factor,
    passkeys: createPasskeys(options, auth),
    settings: createSettings(options),
    phones: createPhones(options),
    serviceName: options.serviceName,
    signIn: createSignIn(options, { auth, paces, sessions, isPrivileged }),

    /** Who is behind accounts. */
    peopleOf: peopleOf(options),

    /** Whether the account may not go without a second factor. */
    isPrivileged,

    isOperator: async (account: string): Promise<boolean> => (await store.get(account))?.role === 'operator',

    /** What people may do here beyond their own account. */
    roles: createRoles(options, sessions.askForFactor),

    rename: (account: string, name: Personal<string>): Promise<void> =>
      userModel(options).change(account, { name: reveal(name) }),

    /** Deletes the account and all that is its own (GDPR art. 17). */
    erase: (account: string): Promise<'erased' | 'kept'> => records.erase(account, clock.now()),
  }
}
