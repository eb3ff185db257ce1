import { createSocket } from 'node:dgram'
import { createServer, isIPv6 } from 'node:net'

export const FIRST_PORT = 40_000
export const LAST_PORT = 40_063

export class PortInUse extends Error {
  override name = 'PortInUse'
  readonly port: number

  constructor(port: number) {
    super(`port ${port} is in use`)
    this.port = port
  }
}

export interface PortWish {
  /** `null`: the first free from 40000 to 40063. A number: exactly that, plus the worker's number. `0`: whichever is free. */
  port: number | null
  /** Number of the worker, from 0. */
  worker: number
  /** What the worker had before; taken again where it may be chosen freely. */
  former: number | null
  /** Ports of the engine's other workers. */
  others: readonly number[]
  addresses: readonly string[]
}

/**
 * The port for a worker, free for UDP and TCP on all addresses.
 * @throws PortInUse
 */
export async function choosePort({ port, worker, former, others, addresses }: PortWish): Promise<number> {
  for (const candidate of await candidates(port, worker, former)) {
    if (!others.includes(candidate) && (await isPortFree(candidate, addresses))) return candidate
  }
  throw new PortInUse(port === null || port === 0 ? FIRST_PORT : port + worker)
}

async function candidates(port: number | null, worker: number, former: number | null): Promise<number[]> {
  if (port !== null && port > 0) return [port + worker]
  const free = port === 0 ? await anyPorts() : inOrder()
  return former === null ? free : [former, ...free]
}

function inOrder(): number[] {
  return Array.from({ length: LAST_PORT - FIRST_PORT + 1 }, (_, index) => FIRST_PORT + index)
}

/** A few that the system gave away for UDP a moment ago; the first is nearly always free for all. */
async function anyPorts(): Promise<number[]> {
  return Promise.all(Array.from({ length: 8 }, anyPort))
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.bind({ address: '127.0.0.1', port: 0, exclusive: true }, () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}

/** Whether a port is free for UDP and TCP on all addresses. */
export async function isPortFree(port: number, addresses: readonly string[]): Promise<boolean> {
  const free = await Promise.all(addresses.flatMap((address) => [isUdpFree(port, address), isTcpFree(port, address)]))
  return free.every(Boolean)
}

function isUdpFree(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
    socket.once('error', () => socket.close(() => resolve(false)))
    socket.bind({ address, port, exclusive: true }, () => socket.close(() => resolve(true)))
  })
}

function isTcpFree(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
