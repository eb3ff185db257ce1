import { createServer } from 'node:net'
import { availableParallelism, networkInterfaces } from 'node:os'
import { listenAddresses } from '../../../platform/media/mediasoup/addresses.ts'
import { FIRST_PORT, isPortFree, LAST_PORT } from '../../../platform/media/mediasoup/ports.ts'
import type { Readiness } from '../../health/index.ts'
import type { PortFacts } from '../checks/check-ports.ts'

interface PortSettings {
  host: string
  port: number
  mediaPort: number | null
  mediaWorkers: number | null
}

/** Where a server of this configuration runs, the ports are its own. */
export async function gatherPorts(settings: PortSettings, server: Readiness | null): Promise<PortFacts> {
  const { host, port } = settings
  if (server !== null)
    return { port, http: 'ours', media: { wanted: server.mediaPorts.join(', ') || 'none yet', taken: [] } }
  return { port, http: (await isTcpFree(host, port)) ? 'free' : 'taken', media: await mediaPorts(settings) }
}

async function mediaPorts({ mediaPort, mediaWorkers }: PortSettings): Promise<PortFacts['media']> {
  const addresses = listenAddresses(networkInterfaces())
  const workers = mediaWorkers ?? Math.max(1, availableParallelism() - 1)
  if (mediaPort === 0) return { wanted: 'any that are free', taken: [] }
  if (mediaPort !== null) {
    const wanted = Array.from({ length: workers }, (_, index) => mediaPort + index)
    return { wanted: wanted.join(', '), taken: await takenAmong(wanted, addresses) }
  }
  const range = Array.from({ length: LAST_PORT - FIRST_PORT + 1 }, (_, index) => FIRST_PORT + index)
  const taken = await takenAmong(range, addresses)
  // Any free ones of the range will do.
  const isEnough = range.length - taken.length >= workers
  return { wanted: `${workers} of ${FIRST_PORT}–${LAST_PORT}`, taken: isEnough ? [] : taken }
}

async function takenAmong(ports: readonly number[], addresses: readonly string[]): Promise<number[]> {
  const free = await Promise.all(ports.map((port) => isPortFree(port, addresses)))
  return ports.filter((_port, index) => !free[index])
}

function isTcpFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
