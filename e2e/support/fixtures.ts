import { test as base } from '@playwright/test'
import { openPerson, type Person, type PersonOptions } from './person.ts'
import { startServer, type RunningServer, type ServerOptions } from './server.ts'

interface Fixtures {
  ownServer: RunningServer
  person(options: PersonOptions | string): Promise<Person>
}

interface SharedFixtures {
  serverOptions: ServerOptions
  server: RunningServer
}

/**
 * `server`: a real one, shared by the tests of a file; each meets in rooms of its own. `ownServer`: for a test that stops
 * or kills it. `person`: somebody with a browser context, closed afterwards.
 */
export const test = base.extend<Fixtures, SharedFixtures>({
  serverOptions: [{}, { option: true, scope: 'worker' }],
  server: [
    async ({ serverOptions }, use) => {
      const server = await startServer(serverOptions)
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
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
