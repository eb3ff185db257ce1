import { test as base } from '@playwright/test'
import { openPerson, type Person, type PersonOptions } from './person.ts'
import { startServer, type RunningServer, type ServerOptions } from './server.ts'

interface Fixtures {
  server: RunningServer
  ownServer: RunningServer
  person(options: PersonOptions | string): Promise<Person>
}

interface SharedFixtures {
  serverOptions: ServerOptions
  servers: FileServer
}

/** The server of the file whose tests run: a worker goes from one file to the next, and each counts its own mails. */
class FileServer {
  readonly #options: ServerOptions
  #running: { file: string; server: RunningServer } | null = null

  constructor(options: ServerOptions) {
    this.#options = options
  }

  async of(file: string): Promise<RunningServer> {
    if (this.#running?.file === file) return this.#running.server
    await this.remove()
    const server = await startServer(this.#options)
    this.#running = { file, server }
    return server
  }

  async remove(): Promise<void> {
    await this.#running?.server.remove()
    this.#running = null
  }
}

/**
 * `server`: a real one, shared by the tests of a file; each meets in rooms of its own. `ownServer`: for a test that stops
 * or kills it. `person`: somebody with a browser context, closed afterwards.
 */
export const test = base.extend<Fixtures, SharedFixtures>({
  serverOptions: [{}, { option: true, scope: 'worker' }],
  servers: [
    async ({ serverOptions }, use) => {
      const servers = new FileServer(serverOptions)
      await use(servers)
      await servers.remove()
    },
    { scope: 'worker' },
  ],
  server: async ({ servers }, use, { file }) => use(await servers.of(file)),
  ownServer: async ({ serverOptions }, use) => {
    const server = await startServer(serverOptions)
    await use(server)
    await server.remove()
  },
  person: async ({ browser }, use) => {
    const people: Person[] = []
    await use(async (options) => {
      const person = await openPerson(browser, typeof options === 'string' ? { name: options } : options)
      people.push(person)
      return person
    })
    await Promise.all(people.map((person) => person.close()))
  },
})

export { expect } from '@playwright/test'
