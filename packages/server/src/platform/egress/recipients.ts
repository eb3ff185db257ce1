import type { Processing, Recipient } from '@samtale/policy'
import { Agent, buildConnector, fetch, type RequestInit, type Response } from 'undici'
import type { Destination, Destinations } from './destinations.ts'
import { EgressRefused } from './egress-refused.ts'
import type { Refuse } from './guard-names.ts'
import { onBehalfOf } from './permits.ts'

/** What of a policy says whom the server may reach, and with what. */
export interface EgressPolicy {
  readonly recipients: Readonly<Record<string, Pick<Recipient, 'hosts' | 'receives'>>>
  readonly processings: Readonly<Record<string, Pick<Processing, 'categories' | 'recipients'>>>
}

/** What is sent to a recipient. Redirects are followed while they stay with the recipient's own hosts. */
export interface Sent extends Pick<RequestInit, 'method' | 'headers' | 'body' | 'signal'> {
  /** The categories that the address, the headers and the body carry. */
  readonly carries: readonly string[]
}

export interface RecipientDoor {
  /**
   * @throws EgressRefused where the host isn't one of the recipient's, the address isn't HTTPS, or a category isn't one
   * that the recipient may have
   */
  fetch(address: string | URL, sent: Sent): Promise<Response>
}

/** The one way out to a recipient of the policy in force. */
export type Egress = (recipient: string) => RecipientDoor

const withinMs = 10_000

export function openRecipients(policy: EgressPolicy, destinations: Destinations, refuse: Refuse): Egress {
  const doors = new Map<string, RecipientDoor>()
  for (const [key, recipient] of Object.entries(policy.recipients)) {
    const hosts = (recipient.hosts ?? []).map(readHost)
    destinations.declare(hosts.map((host): Destination => ({ ...host, recipient: key })))
    doors.set(key, doorOf(key, receivedBy(policy, key), refuse))
  }
  const closed: RecipientDoor = { fetch: async () => Promise.reject(refuse('fetch', 'destination')) }
  return (recipient) => doors.get(recipient) ?? closed
}

function doorOf(key: string, receives: ReadonlySet<string>, refuse: Refuse): RecipientDoor {
  const connect = buildConnector({ timeout: withinMs })
  // Connections are the recipient's own: none is lent to a request for another.
  const dispatcher = new Agent({
    headersTimeout: withinMs,
    bodyTimeout: withinMs,
    connect: (options, done) => onBehalfOf(key, () => connect(options, done)),
  })
  return {
    fetch: async (address, { carries, ...init }) => {
      if (carries.some((category) => !receives.has(category))) throw refuse('fetch', 'category')
      if (!isReachable(new URL(address))) throw refuse('fetch', 'scheme')
      try {
        return await fetch(address, { ...init, dispatcher, credentials: 'omit', referrerPolicy: 'no-referrer' })
      } catch (error) {
        throw error instanceof Error && error.cause instanceof EgressRefused ? error.cause : error
      }
    },
  }
}

/** What the recipient is said to receive, else what the processings give it. */
function receivedBy({ recipients, processings }: EgressPolicy, key: string): ReadonlySet<string> {
  const given = Object.values(processings).filter(({ recipients: all }) => all !== 'nobody' && all.includes(key))
  return new Set(recipients[key]?.receives ?? given.flatMap(({ categories }) => categories))
}

/** HTTPS, and without it this very machine, where a stand-in or a proxy of the operator's may be. */
function isReachable({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
}

/** A host as the policy names it: a name or an address, with a port where it isn't HTTPS's. */
function readHost(text: string): { host: string; port: number } {
  const [, host = '', port = '443'] = /^(\[[^\]]+\]|[^:/]+)(?::(\d{1,5}))?$/.exec(text) ?? []
  if (host === '' || host.includes('*')) throw new TypeError('A host of a recipient is no host name.')
  return { host, port: Number(port) }
}
