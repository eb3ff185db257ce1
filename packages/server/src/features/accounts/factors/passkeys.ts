import { isAPIError } from 'better-auth/api'
import type { Auth } from '../auth.ts'
import type { AccountParts } from '../parts.ts'
import type { NewPasskeyAnswer, SignInAnswer } from './passkey-answers.ts'
import { passkeyStore } from './passkey-store.ts'

/** What a browser is asked, and the cookie by which its answer is known. */
export interface Asked {
  readonly options: Readonly<Record<string, unknown>>
  readonly cookies: readonly string[]
}

/** Passkeys (WebAuthn level 3), by better-auth's plugin. What browsers answer is checked there, and here only passed on. */
export function createPasskeys({ database, clock }: AccountParts, auth: Auth) {
  const store = passkeyStore(database)
  return {
    ofAccount: store.ofAccount,

    /** Asks whoever it is for a passkey: the question is the same for everybody. */
    askToSignIn: async (): Promise<Asked> => {
      const { response, headers } = await auth.api.generatePasskeyAuthenticationOptions({
        headers: new Headers(),
        returnHeaders: true,
      })
      return { options: { ...response, userVerification: 'required' }, cookies: headers.getSetCookie() }
    },

    /** Cookies of the new session; null where the answer isn't right. */
    signIn: (cookie: string, response: SignInAnswer): Promise<string[] | null> =>
      orNull(async () => {
        const asked = { body: { response }, headers: new Headers({ cookie }), returnHeaders: true } as const
        const { headers } = await auth.api.verifyPasskeyAuthentication(asked)
        return headers.getSetCookie()
      }),

    askToAdd: async (cookie: string): Promise<Asked> => {
      const { response, headers } = await auth.api.generatePasskeyRegistrationOptions({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      })
      return { options: { ...response }, cookies: headers.getSetCookie() }
    },

    add: async (cookie: string, response: NewPasskeyAnswer): Promise<boolean> => {
      const asked = { body: { response }, headers: new Headers({ cookie }) }
      return (await orNull(() => auth.api.verifyPasskeyRegistration(asked))) !== null
    },

    /** False where it is somebody else's or gone. */
    remove: async (account: string, passkey: string): Promise<boolean> => {
      const own = await store.ofAccount(account)
      return own.some(({ id }) => id === passkey) && store.remove(passkey, clock.now())
    },
  }
}

/** Null where better-auth refuses. @throws what is a fault of ours */
async function orNull<Result>(ask: () => Promise<Result>): Promise<Result | null> {
  try {
    return await ask()
  } catch (error) {
    if (isAPIError(error)) return null
    throw error
  }
}
