import { addressKind } from '../address-kind.ts'
import { ipAddressText, readIpAddress } from '../ip-address.ts'
import type { Reason } from './egress-refused.ts'

/**
 * Where the server may connect to: a host and a port that the configuration names, such as the database's; a socket file
 * that it names; or a host that the policy declares for a recipient, and then only on its behalf.
 */
export type Destination =
  { readonly host: string; readonly port: number; readonly recipient: string | null } | { readonly path: string }

/** What somebody wants to connect to. */
export interface Wish {
  readonly host: string
  readonly port: number
  /** The recipient on whose behalf, where it is one's. */
  readonly recipient: string | null
}

export type Verdict = { readonly destination: Destination } | { readonly refused: Reason }

/** The destinations declared so far, and the addresses that their names led to. */
export class Destinations {
  readonly #all: Destination[] = []
  readonly #addresses = new Map<Destination, Set<string>>()

  declare(destinations: readonly Destination[]): void {
    this.#all.push(...destinations)
  }

  /** Whether somebody may connect there. An address is known by a name that led to it. */
  judge(wish: Wish): Verdict {
    const there = this.#all.filter((one) => 'host' in one && this.#leadsTo(one, one.host, wish.host))
    if (there.length === 0) return { refused: 'destination' }
    const atPort = there.filter((one) => 'host' in one && one.port === wish.port)
    if (atPort.length === 0) return { refused: 'port' }
    const destination = atPort.find((one) => 'host' in one && mayBeUsed(one.recipient, wish.recipient))
    return destination === undefined ? { refused: 'recipient' } : { destination }
  }

  judgePath(path: string): Verdict {
    const destination = this.#all.find((one) => 'path' in one && one.path === path)
    return destination === undefined ? { refused: 'destination' } : { destination }
  }

  /** Whether a name may be looked up: whichever port is meant. */
  judgeName(name: string, recipient: string | null): Verdict {
    const there = this.#all.filter((one) => 'host' in one && sameHost(one.host, name))
    const destination = there.find((one) => 'host' in one && mayBeUsed(one.recipient, recipient))
    if (destination !== undefined) return { destination }
    return { refused: there.length === 0 ? 'destination' : 'recipient' }
  }

  /** Those of the addresses that a destination may have; they are remembered as its own. */
  admit(destination: Destination, addresses: readonly string[]): string[] {
    const good = addresses.filter((address) => mayHave(destination, address))
    const known = this.#addresses.get(destination) ?? new Set()
    for (const address of good) known.add(canonical(address))
    this.#addresses.set(destination, known)
    return good
  }

  #leadsTo(destination: Destination, declared: string, wished: string): boolean {
    return sameHost(declared, wished) || (this.#addresses.get(destination)?.has(canonical(wished)) ?? false)
  }
}

// What the configuration names is reached by whoever asks; a recipient's host on its behalf alone.
function mayBeUsed(declaredFor: string | null, by: string | null): boolean {
  return declaredFor === null || declaredFor === by
}

/**
 * A recipient's name that leads into this machine or the local network is a mistake or an attack (DNS rebinding), unless
 * the policy names such a host. What the configuration names may lead anywhere: the operator's own network is there.
 */
function mayHave(destination: Destination, address: string): boolean {
  if (!('host' in destination) || destination.recipient === null) return true
  const kind = addressKind(address)
  if (kind === 'public') return true
  const declared = addressKind(destination.host)
  return declared !== 'public' && declared !== 'unreadable' && kind !== 'special'
}

function sameHost(a: string, b: string): boolean {
  return canonical(a) === canonical(b)
}

/** Equal for every way of writing the same host. All of loopback is one. */
function canonical(host: string): string {
  const name = host.toLowerCase().replace(/(?<=.)\.$/, '')
  const address = readIpAddress(name)
  const text = address === null ? name : ipAddressText(address)
  return text === '127.0.0.1' || text === '0:0:0:0:0:0:0:1' ? 'localhost' : text
}
