import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { closeCodeFor, limits, signallingPath, subprotocol } from '@samtale/protocol'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import { errorFields, type Log } from '../log.ts'
import type { ReportRefusal } from '../refusals.ts'
import type { AddressLimit } from './address-limits.ts'
import type { Link, LinkHandler } from './link.ts'
import { openLink } from './socket-link.ts'

export interface SignallingOptions {
  clock: Clock
  log: Log
  refused: ReportRefusal
  connections: AddressLimit
  /** Hosts besides the request's own from which pages may connect. */
  allowedHosts: readonly string[]
  addressOf(request: IncomingMessage): string
  onLink(link: Link): LinkHandler
}

/** Answers WebSocket upgrades at `/ws` of an HTTP server. `close` ends every socket and resolves when they have ended. */
export function serveSignalling(http: HttpServer | HttpsServer, options: SignallingOptions) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  })
  http.on('upgrade', (request, socket: Duplex, head) => {
    // A peer that resets the connection now must not end the process.
    socket.on('error', () => socket.destroy())
    const refusal = refuseUpgrade(request, options.allowedHosts)
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    server.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, request, options))
  })
  return {
    close: () =>
      new Promise<void>((resolve) => {
        for (const client of server.clients) {
          client.close(closeCodeFor('server.draining'), 'server.draining')
          // A client that doesn't answer the close is not waited for.
          options.clock.after(1_000, () => client.terminate())
        }
        server.close(() => resolve())
      }),
  }
}

function accept(webSocket: WebSocket, request: IncomingMessage, options: SignallingOptions): void {
  const networkAddress = options.addressOf(request)
  const giveBack = options.connections.take(networkAddress)
  try {
    const link = openLink(webSocket, { ...options, networkAddress, onClosed: () => giveBack?.() })
    if (giveBack !== null) return
    link.send({ re: null, error: { code: 'connections.too-many' } })
    link.close('connections.too-many')
  } catch (error) {
    giveBack?.()
    options.log.error('signalling.accept-failed', errorFields(error))
    webSocket.terminate()
  }
}

// Pages of other sites may not open sockets here (WebSockets know no same-origin policy); programs send no Origin.
function refuseUpgrade(request: IncomingMessage, allowedHosts: readonly string[]): string | null {
  const target = new URL(request.url ?? '/', 'http://host.invalid')
  if (target.pathname !== signallingPath) return '404 Not Found'
  const origin = request.headers.origin
  if (origin === undefined) return null
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  return host === request.headers.host || allowedHosts.includes(host) ? null : '403 Forbidden'
}
