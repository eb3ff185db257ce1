import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'
import type { Destinations, Verdict } from './destinations.ts'
import { EgressRefused } from './egress-refused.ts'
import { admitted, type Refuse } from './guard-names.ts'
import { recipientNow } from './permits.ts'
import { guardMethod } from './replace.ts'

type Lookup = net.LookupFunction

/**
 * Lets connections be made only where they are declared. All of them meet in one method of Node's, whoever makes them:
 * `net`, `tls`, `http`, `https`, `http2`, `fetch`, WebSockets, and every library on top. A name is looked up here, its
 * addresses are judged, and just those are connected to.
 *
 * @param lookup Node's own, from before it was guarded; tests have another
 */
export function guardSockets(destinations: Destinations, refuse: Refuse, lookup: Lookup): void {
  guardMethod(net.Socket.prototype, 'connect', (original, self) => (...given) => {
    const { options, callback } = askedFor(given)
    const verdict = judge(destinations, options)
    const socket = self as net.Socket
    if ('refused' in verdict) return refuseSocket(socket, refuse(wayOf(options), verdict.refused))
    const checked: Lookup = (name, lookupOptions, done) => {
      // What the caller asked the name for is looked up here, so that what was judged is what is connected to.
      lookup(name, lookupOptions, (error, found, family) => {
        const left = error ? found : admitted(destinations, verdict.destination, found, refuse)
        if (left instanceof EgressRefused) done(left, '', 0)
        else done(error, left as typeof found, family)
      })
    }
    return original({ ...options, lookup: checked }, callback)
  })
  for (const method of ['connect', 'connectSync', 'send', 'sendto']) {
    // Nothing here speaks UDP; media goes through the workers, which are programs of their own.
    guardMethod(dgram.Socket.prototype, method, () => (...given) => {
      const error = refuse('datagram', 'destination')
      const callback = given.at(-1)
      if (typeof callback !== 'function') throw error
      process.nextTick(callback, error)
    })
  }
}

/** Node's own, for those whom the guard lets look up. */
export function ownLookup(): Lookup {
  return dns.lookup
}

interface Asked {
  readonly path?: unknown
  readonly host?: unknown
  readonly port?: unknown
}

function judge(destinations: Destinations, { path, host, port }: Asked): Verdict {
  if (typeof path === 'string') return destinations.judgePath(path)
  const name = typeof host === 'string' && host !== '' ? host : 'localhost'
  return destinations.judge({ host: name, port: Number(port), recipient: recipientNow() })
}

function wayOf({ path }: Asked): 'local-socket' | 'socket' {
  return typeof path === 'string' ? 'local-socket' : 'socket'
}

/** As `net.Socket.connect` reads its arguments: options, a path, or a port and a host; `net.connect` hands on a list. */
function askedFor(given: readonly unknown[]): { options: Asked; callback: unknown } {
  const [first, second] = given
  if (Array.isArray(first)) return askedFor(first)
  const callback = given.findLast((argument) => typeof argument === 'function')
  if (typeof first === 'object' && first !== null) return { options: first, callback }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { options: { path: first }, callback }
  return { options: { port: first, ...(typeof second === 'string' ? { host: second } : {}) }, callback }
}

/** Fails as a connection does that nobody answers: later, by an event. */
function refuseSocket(socket: net.Socket, error: EgressRefused): net.Socket {
  Object.assign(socket, { connecting: true })
  process.nextTick(() => socket.destroy(error))
  return socket
}
