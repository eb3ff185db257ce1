import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** 128 bits, like those that the start page makes. */
export const secret = 'uu7h0qJw3k2m9s8d1f6g5A'
let rooms = 0

export interface ServerOptions {
  env?: Record<string, string>
  args?: string[]
  /** Kept over a restart. */
  port?: number
  dataDir?: string
}

/** The real server, as `npm start` runs it, on a free port with an empty data folder. */
export class RunningServer {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly output: string[]
  readonly process: ChildProcess

  constructor(url: string, port: number, dataDir: string, output: string[], child: ChildProcess) {
    this.url = url
    this.port = port
    this.dataDir = dataDir
    this.output = output
    this.process = child
  }

  /** The address of a room that no other test is in; with a secret in the link where not told otherwise. */
  room(name: string, link: 'secret' | 'bare' = 'secret'): string {
    rooms += 1
    return `${this.url}/${name}-${rooms}${link === 'secret' ? `#${secret}` : ''}`
  }

  get pid(): number {
    return this.process.pid ?? -1
  }

  async readiness(): Promise<{ status: string; router: string }> {
    return (await fetch(`${this.url}/readyz`)).json()
  }

  /** Waits until rooms of five are possible. */
  async routerReady(): Promise<void> {
    while ((await this.readiness()).router !== 'ready') await new Promise((resolve) => setTimeout(resolve, 200))
  }

  /** Ends the process; resolves with its exit code (null where a signal ended it). */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode
    const ended = once(this.process, 'exit')
    this.process.kill(signal)
    const [code] = (await ended) as [number | null]
    return code
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'samtale-e2e-'))
  const output: string[] = []
  const child = spawn(process.execPath, [path.join(root, 'packages/server/src/main.ts'), ...(options.args ?? [])], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      SAMTALE_PORT: String(port),
      SAMTALE_DATA_DIR: dataDir,
      SAMTALE_MEDIA_PORT: '0',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.on('data', (chunk) => output.push(String(chunk)))
  const url = await readyUrl(child, output)
  return new RunningServer(url, port, dataDir, output, child)
}

function readyUrl(child: ChildProcess, output: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      output.push(String(chunk))
      text += String(chunk)
      const url = /^Samtale is ready at (\S+)$/m.exec(text)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output.join('')}`)))
  })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
