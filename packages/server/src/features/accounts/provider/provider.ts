import { createHash, timingSafeEqual } from 'node:crypto'
import type { Language } from '@samtale/policy'
import * as client from 'openid-client'
import * as z from 'zod'
import { newId, randomText } from '../../../platform/ids.ts'
import type { Personal } from '../../../platform/personal.ts'
import { verificationModel } from '../adapter/verification.ts'
import type { AccountParts } from '../parts.ts'
import { providerCookie } from '../personal-data.ts'
import { readIdentity } from '../sign-in/identity.ts'
import { createDiscovery, type ProviderSettings, type ProviderWay } from './discovery.ts'

/** Where the provider sends people back to. */
export const backAt = '/sign-in/provider/back'
/** How long somebody may take at the provider. */
const underWayMs = 10 * 60_000

/** What came of it: who the provider says it is, or what went wrong. */
export type ProviderAnswer =
  | { readonly as: 'person'; readonly person: ProviderPerson; readonly next: string }
  | { readonly as: ProviderFailure; readonly next: string }
/** They said no there; the provider doesn't answer; it vouches for no e-mail address; it or somebody between us lies. */
export type ProviderFailure = 'denied' | 'down' | 'no-address' | 'refused'

/** All that is taken of what a provider tells. */
export interface ProviderPerson {
  /** Who they are at that provider, for a keyed hash. */
  readonly subject: string
  /** In lower case; the provider vouches for it. */
  readonly address: Personal<string>
}

/** What is remembered while somebody is at the provider. */
const UnderWay = z.object({ browser: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() })

/** OpenID Connect Core 1.0 §5.1; whatever else is told is dropped here. */
const Claims = z.object({ iss: z.string(), sub: z.string().min(1).max(255) })
const Address = z.object({ email: z.string(), email_verified: z.literal(true) })

/**
 * Signing in with an identity provider: OpenID Connect's code flow with PKCE (RFC 7636), state and nonce. The ID token's
 * signature, issuer, audience and times are checked; no token of the provider's outlives the request that it came in.
 */
export function createProvider(parts: AccountParts, settings: ProviderSettings, way: ProviderWay, publicUrl: URL) {
  const { clock } = parts
  const underWay = verificationModel(parts)
  const discover = createDiscovery(settings, way, clock)
  const redirectUri = new URL(backAt, publicUrl).href

  return {
    name: settings.name,

    /** Where to send somebody, and the cookie by which they are known when they come back; null where it doesn't answer. */
    begin: async (next: string, language: Language): Promise<{ address: URL; cookies: string[] } | null> => {
      const configuration = await discover()
      if (configuration === null) return null
      const [state, nonce, verifier, browser] = [randomText(43), randomText(43), randomText(43), randomText(43)]
      const now = clock.now()
      await underWay.create({
        id: newId(now),
        identifier: identifierOf(state),
        value: JSON.stringify({ browser: hashOf(browser), nonce, verifier, next }),
        createdAt: now,
        updatedAt: now,
        expiresAt: new Date(now.getTime() + underWayMs),
      })
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        state,
        nonce,
        ui_locales: language,
      })
      // A fragment of its own: else browsers would hand the one of our page on (RFC 9110 §10.2.2), secrets of rooms too.
      address.hash = ''
      return { address, cookies: [`${providerCookie}=${browser}; Max-Age=${underWayMs / 1_000}`] }
    },

    /** Takes what the provider sent somebody back with. It counts once, in the browser that left for it. */
    finish: async (query: URLSearchParams, browser: string): Promise<ProviderAnswer> => {
      const begun = await takeBegun(parts, query.get('state') ?? '', browser)
      if (begun === null) return { as: 'refused', next: '' }
      const configuration = await discover()
      if (configuration === null) return { as: 'down', next: begun.next }
      const back = new URL(redirectUri)
      back.search = query.toString()
      const answered = await way.attempt(() => exchange(configuration, back, begun))
      return { ...answered, next: begun.next }
    },
  }
}

/** Uses up what was remembered of somebody who left; null where that isn't this browser, was used before, or is too old. */
async function takeBegun(parts: AccountParts, state: string, browser: string): Promise<Begun | null> {
  const underWay = verificationModel(parts)
  const [row] = await underWay.find({ identifier: identifierOf(state) })
  if (row === undefined || !(row['expiresAt'] instanceof Date) || row['expiresAt'] <= parts.clock.now()) return null
  const begun = UnderWay.parse(JSON.parse(String(row['value'])))
  if (!isSame(begun.browser, hashOf(browser))) return null
  return (await underWay.remove(String(row['id']))) ? { ...begun, state } : null
}

type Begun = z.infer<typeof UnderWay> & { readonly state: string }
type Answered = { readonly as: 'person'; readonly person: ProviderPerson } | { readonly as: ProviderFailure }

/** Trades the code for who it is. */
async function exchange(
  configuration: client.Configuration,
  back: URL,
  { nonce, verifier, state }: Begun,
): Promise<Answered> {
  const failure = back.searchParams.get('error')
  if (failure !== null) return { as: failure === 'access_denied' ? 'denied' : 'refused' }
  const tokens = await client.authorizationCodeGrant(configuration, back, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const { iss, sub } = Claims.parse(tokens.claims())
  const address = await addressOf(configuration, tokens, sub)
  if (address === null) return { as: 'no-address' }
  return { as: 'person', person: { subject: JSON.stringify([iss, sub]), address } }
}

/** The address that the provider vouches for, where it says so: in the ID token, or to whoever has the access token. */
async function addressOf(
  configuration: client.Configuration,
  tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
  subject: string,
): Promise<Personal<string> | null> {
  const claims = tokens.claims()
  const asks = claims?.['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
  const told = asks ? await client.fetchUserInfo(configuration, tokens.access_token, subject) : claims
  const { data } = Address.safeParse(told)
  const identity = readIdentity(data?.email ?? '', null)
  return identity?.kind === 'address' ? identity.login : null
}

function identifierOf(state: string): string {
  return `provider ${state}`
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
