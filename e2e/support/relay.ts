import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import type { IceServer } from '@samtale/protocol'
import { lanCertificate } from '../../packages/server/src/platform/tls/lan-certificate.ts'
import { freePort } from './server.ts'

const program = ['/usr/bin/turnserver', '/usr/local/bin/turnserver'].find((file) => existsSync(file)) ?? 'turnserver'

/** A relay doesn't relay to loopback, so it stands on an address of an interface. */
export function outsideAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const found = all.find(({ internal, family }) => !internal && family === 'IPv4')
  if (found === undefined) throw new Error('This machine has no IPv4 address but loopback')
  return found.address
}

/** Debian's coturn, as docs/operations.md has operators set it up, on free ports of this machine. */
export class RunningRelay {
  readonly address: string
  readonly port: number
  readonly tlsPort: number
  readonly secret: string
  readonly process: ChildProcess
  readonly #folder: string

  constructor(parts: Pick<RunningRelay, 'address' | 'port' | 'tlsPort' | 'secret' | 'process'> & { folder: string }) {
    this.address = parts.address
    this.port = parts.port
    this.tlsPort = parts.tlsPort
    this.secret = parts.secret
    this.process = parts.process
    this.#folder = parts.folder
  }

  /** By each of the ways that browsers have to a relay. */
  urls(): Record<'udp' | 'tcp' | 'tls', string> {
    const { address, port, tlsPort } = this
    return {
      udp: `turn:${address}:${port}?transport=udp`,
      tcp: `turn:${address}:${port}?transport=tcp`,
      tls: `turns:${address}:${tlsPort}?transport=tcp`,
    }
  }

  /** What a server of ours gives, good until a moment of our choice (seconds from now, negative: lapsed). */
  credentials(urls: string[], seconds: number): IceServer {
    const username = `${Math.floor(Date.now() / 1_000) + seconds}:${randomBytes(12).toString('base64url')}`
    return { urls, username, credential: createHmac('sha1', this.secret).update(username).digest('base64') }
  }

  /** How a browser is told to believe its certificate: the hash of its key. */
  keyHash(): string {
    const { publicKey } = new X509Certificate(readFileSync(path.join(this.#folder, 'cert.pem')))
    return createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64')
  }

  /** What it says of the requests that came. */
  log(): string {
    return readFileSync(path.join(this.#folder, 'log'), 'utf8')
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, 'exit')
      this.process.kill('SIGKILL')
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export async function startRelay(
  options: { address?: string; args?: string[]; wrap?: string[] } = {},
): Promise<RunningRelay> {
  const address = options.address ?? outsideAddress()
  const [port, tlsPort] = [await freePort(), await freePort()]
  const secret = randomBytes(24).toString('base64url')
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-relay-'))
  const { cert, key } = await lanCertificate(folder, [address], new Date())
  writeFileSync(path.join(folder, 'cert.pem'), cert)
  writeFileSync(path.join(folder, 'key.pem'), key)
  const settings = [
    ...[
      '--listening-ip',
      address,
      '--relay-ip',
      address,
      '--listening-port',
      `${port}`,
      '--tls-listening-port',
      `${tlsPort}`,
    ],
    ...['--min-port', '49500', '--max-port', '49999', '--realm', 'relay.test', '--fingerprint'],
    ...['--use-auth-secret', '--static-auth-secret', secret, '--no-cli', '--no-multicast-peers', '--verbose'],
    ...['--cert', path.join(folder, 'cert.pem'), '--pkey', path.join(folder, 'key.pem')],
    ...['--userdb', path.join(folder, 'db'), '--pidfile', path.join(folder, 'pid')],
    ...['--log-file', path.join(folder, 'log'), '--simple-log', '--no-stdout-log', '-c', '/dev/null'],
  ]
  const [command = program, ...args] = [...(options.wrap ?? []), program, ...settings, ...(options.args ?? [])]
  const child = spawn(command, args, { cwd: folder, stdio: 'ignore' })
  const relay = new RunningRelay({ address, port, tlsPort, secret, process: child, folder })
  if (options.wrap === undefined) await listens(relay)
  return relay
}

async function listens({ address, port, process: child }: RunningRelay): Promise<void> {
  while (child.exitCode === null) {
    const socket = createConnection({ host: address, port })
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The relay ended with ${child.exitCode}`)
}
