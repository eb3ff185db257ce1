import { createHmac } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { newId } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import { engineAdapter } from './adapter/adapter.ts'
import { emptyModel } from './adapter/model.ts'
import { passkeyModel } from './adapter/passkey.ts'
import { sessionModel } from './adapter/session.ts'
import { userModel } from './adapter/user.ts'
import { verificationModel } from './adapter/verification.ts'
import type { AccountParts } from './parts.ts'
import { passkeyCookie, sessionCookie } from './personal-data.ts'
import type { Way } from './tables.ts'

export interface AuthOptions extends AccountParts {
  readonly publicUrl: URL
  readonly serviceName: string
  readonly log: Log
  /** Sends a code. Told for every address alike. */
  sendCode(address: string, code: string): Promise<void>
  /** Whether an account asks for a second factor, or has to. */
  asksForFactor(account: string): Promise<boolean>
}

export type Auth = ReturnType<typeof createAuth>

const minute = 60
const day = 24 * 60 * minute
/** How long a session lasts that isn't used, in seconds; every day of use lengthens it. */
export const idleSeconds = 7 * day
/** How old a session gets at most. */
export const oldestMs = 30 * day * 1_000
const codeSeconds = 5 * minute

/**
 * better-auth, for people who sign in: by a code in a mail or by a passkey. It is called by our own routes alone, never
 * served; it knows no table, and what it could tell or keep beyond what the policy says is switched off here.
 */
export function createAuth(options: AuthOptions) {
  const { publicUrl, serviceName, seals, clock } = options
  const hash = keyedHash(seals.secret('sign-in.codes'))
  return betterAuth({
    appName: serviceName,
    baseURL: publicUrl.origin,
    secret: seals.secret('sign-in.cookies').toString('hex'),
    database: engineAdapter({
      user: userModel(options),
      session: sessionModel(options),
      verification: verificationModel(options),
      passkey: passkeyModel(options),
      account: emptyModel,
    }),
    trustedOrigins: [publicUrl.origin],
    telemetry: { enabled: false },
    logger: loggerOf(options.log),
    // Ours count addresses of the network without keeping any (paces.ts); this one doesn't run without them.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: false },
    verification: { storeIdentifier: { hash }, disableCleanup: true },
    session: {
      expiresIn: idleSeconds,
      updateAge: day,
      // Ours asks when the person last showed that they are it, which a second factor does too (sessions.ts).
      freshAge: 0,
      cookieCache: { enabled: false },
      additionalFields: {
        way: { type: 'string', input: false },
        waiting: { type: 'boolean', input: false },
        factors: { type: 'number', input: false },
        shownAt: { type: 'date', input: false },
      },
    },
    advanced: {
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: sessionCookie }, 'better-auth-passkey': { name: passkeyCookie } },
      database: { generateId: () => newId(clock.now()) },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const way = wayOf(context?.path)
            const waiting = way !== 'passkey' && (await options.asksForFactor(session.userId))
            return { data: { ...session, way, waiting, ipAddress: null, userAgent: null } }
          },
        },
      },
    },
    plugins: [codePlugin(options, hash), passkeyPlugin(options)],
  })
}

function codePlugin({ sendCode }: AuthOptions, hash: (text: string) => Promise<string>) {
  return emailOTP({
    otpLength: 6,
    expiresIn: codeSeconds,
    allowedAttempts: 3,
    storeOTP: { hash },
    sendVerificationOTP: ({ email, otp }) => sendCode(email, otp),
  })
}

function passkeyPlugin({ publicUrl, serviceName }: AuthOptions) {
  return passkey({
    rpID: publicUrl.hostname,
    rpName: serviceName,
    origin: publicUrl.origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { requireSession: true, afterVerification: requirePresence },
    authentication: { afterVerification: requirePresence },
  })
}

/** A passkey stands for both factors: having the device, and unlocking it (WebAuthn §6.1, flag UV). */
async function requirePresence({ verification }: { verification: unknown }): Promise<undefined> {
  const said = JSON.stringify(verification, (_key, value: unknown) => (value instanceof Uint8Array ? null : value))
  if (!said.includes('"userVerified":true')) throw new APIError('UNAUTHORIZED')
}

function wayOf(path: string | undefined): Way {
  if (path === '/passkey/verify-authentication') return 'passkey'
  if (path === '/sign-in/email-otp') return 'code'
  throw new TypeError('Nobody signs in on this way.')
}

/** HMAC-SHA-256: there are only a million codes, so a hash without a key would tell them. */
function keyedHash(key: Buffer): (text: string) => Promise<string> {
  return async (text) => createHmac('sha256', key).update(text).digest('base64url')
}

/** What it says can hold addresses: only that it said something is told. */
function loggerOf(log: Log) {
  return {
    level: 'error',
    log: (level: string) => (level === 'error' ? log.warn('sign-in.trouble') : undefined),
  } as const
}
