import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'

export interface StandIns {
  /** Requests of pages that reached any of the hosts, as host and path. */
  readonly requests: string[]
  /** For Chromium: every host but this machine leads here. */
  readonly chromiumArgs: string[]
  close(): Promise<void>
}

// Chromium itself asks for updates and accounts, and is answered too; what a page asks for says what it is for
// (W3C Fetch Metadata).
function isOfPage({ headers }: IncomingMessage): boolean {
  const loads = ['script', 'image', 'iframe', 'style', 'font', 'audio', 'video', 'track', 'object', 'embed', 'worker']
  return loads.includes(String(headers['sec-fetch-dest'])) || (headers.origin ?? '').includes('localhost')
}

/**
 * Plays all other hosts of the internet on this machine: every script does what `script` says for its host, and every
 * answer tries to leave a cookie of the host's own.
 */
export async function startStandIns(script: (host: string) => string): Promise<StandIns> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'stand-in.test' }], { keySize: 2048 })
  const requests: string[] = []
  const server = createServer({ key, cert }, (request, response) => {
    const host = request.headers.host ?? ''
    if (isOfPage(request)) requests.push(`${host}${request.url ?? ''}`)
    response.writeHead(200, {
      'content-type': 'text/javascript',
      'cross-origin-resource-policy': 'cross-origin',
      'set-cookie': 'followed=1; Path=/; Max-Age=86400; SameSite=None; Secure',
    })
    response.end(script(host))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    requests,
    chromiumArgs: [
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
