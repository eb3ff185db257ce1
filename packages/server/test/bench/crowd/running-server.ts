import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
const watch = new URL('./loop-watch.ts', import.meta.url).href

/** Milliseconds, since it was asked before: for how long its thread was held at most, and how much it worked. */
export interface Effort {
  readonly held: number
  readonly worked: number
}

export interface RunningServer {
  effort(): Promise<Effort>
  stop(): Promise<void>
}

/** The server as it is started by people, in a process of its own. */
export async function runServer(env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const { PATH = '', HOME = '' } = process.env
  const server = fork(main, { env: { PATH, HOME, ...env }, execArgv: ['--import', watch], silent: true })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('is ready at')) resolve()
    })
    server.stderr?.on('data', (text: Buffer) => (said += text.toString()))
    void exited.then(() => reject(new Error(`The server ended: ${said.slice(-2_000)}`)))
  })
  return {
    effort: () =>
      new Promise((resolve) => {
        // As loop-watch.ts sends it.
        server.once('message', (effort) => resolve(effort as Effort))
        server.send('effort')
      }),
    stop: async () => {
      server.kill('SIGTERM')
      await exited
    },
  }
}
