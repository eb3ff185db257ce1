import * as client from 'openid-client'
import type { Clock } from '../../../platform/clock.ts'
import { sentTo } from '../personal-data.ts'

/** An identity provider, as the operator configured it. */
export interface ProviderSettings {
  readonly issuer: URL
  readonly clientId: string
  /** Null for a public client (RFC 6749 §2.1), which PKCE alone protects. */
  readonly clientSecret: string | null
  /** What people know it by. */
  readonly name: string
}

/** The way out to the recipient of the policy that runs the provider. */
export interface ProviderDoor {
  readonly fetch: (address: string, sent: Sent) => Promise<Response>
  /** Whether a host, with its port where that isn't HTTPS's, is one of the recipient's. */
  readonly isTheirs: (host: string) => boolean
}

interface Sent {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body: string | null
  readonly signal?: AbortSignal
  readonly carries: readonly string[]
}

/** The provider, and the way out to it. */
export interface ProviderOptions {
  readonly settings: ProviderSettings
  readonly door: ProviderDoor
}

const hourMs = 3_600_000

export type ProviderWay = ReturnType<typeof createProviderWay>

/** Asks the provider's server by the recipient's door, and knows afterwards whether it answered at all. */
export function createProviderWay(door: ProviderDoor) {
  let unanswered = 0
  const fetch: client.CustomFetch = async (address, { method, headers, body, signal }) => {
    try {
      const sent = {
        method,
        headers,
        body: body instanceof URLSearchParams ? body.toString() : null,
        carries: sentTo.provider,
        ...(signal === undefined ? {} : { signal }),
      }
      const answer = await door.fetch(address, sent)
      if (answer.status >= 500) unanswered += 1
      return answer
    } catch (error) {
      unanswered += 1
      throw error
    }
  }
  return {
    fetch,
    isTheirs: door.isTheirs,
    /** What something gives; where it fails, whether that is since the provider doesn't answer. */
    attempt: async <Result>(action: () => Promise<Result>): Promise<Result | { as: 'down' | 'refused' }> => {
      const before = unanswered
      try {
        return await action()
      } catch {
        // What it says can hold claims: only which of the two it is, is told.
        return { as: unanswered > before ? 'down' : 'refused' }
      }
    },
  }
}

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0 §4), looked up when it is first needed and again after an
 * hour; null where it can't be had, or names another host than the policy for where people are sent.
 */
export function createDiscovery(settings: ProviderSettings, way: ProviderWay, clock: Pick<Clock, 'now'>) {
  let known: { configuration: client.Configuration; at: number } | null = null
  return async (): Promise<client.Configuration | null> => {
    const now = clock.now().getTime()
    if (known !== null && now - known.at < hourMs) return known.configuration
    const found = await way.attempt(() => look(settings, way))
    if (!(found instanceof client.Configuration) || !isSafe(found, way)) return null
    known = { configuration: found, at: now }
    return found
  }
}

async function look({ issuer, clientId, clientSecret }: ProviderSettings, { fetch }: ProviderWay) {
  const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const found = await client.discovery(issuer, clientId, undefined, client.None(), {
    [client.customFetch]: fetch,
    timeout: 10,
    // In the code flow a signature might be left to TLS (OpenID Connect Core §3.1.3.7, 6): it isn't here.
    execute: [client.enableNonRepudiationChecks, ...insecure],
  })
  if (clientSecret === null) return found
  const server = found.serverMetadata()
  const posts = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true
  const authentication = posts ? client.ClientSecretPost(clientSecret) : client.ClientSecretBasic(clientSecret)
  const configuration = new client.Configuration(server, clientId, undefined, authentication)
  configuration[client.customFetch] = fetch
  configuration.timeout = 10
  client.enableNonRepudiationChecks(configuration)
  for (const allow of insecure) allow(configuration)
  return configuration
}

/** People are sent where the policy says, by HTTPS; without it only to this very machine. */
function isSafe(configuration: client.Configuration, { isTheirs }: ProviderWay): boolean {
  const address = URL.parse(configuration.serverMetadata().authorization_endpoint ?? '')
  if (address === null || !isTheirs(address.host)) return false
  return address.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
}
