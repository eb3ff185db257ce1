import { test as base } from '@playwright/test'
import { openPerson, type Person, type PersonOptions } from './person.ts'
import { startServer, type RunningServer, type ServerOptions } from './server.ts'

interface Fixtures {
  server: RunningServer
  serverOptions: ServerOptions
  person(options: PersonOptions | string): Promise<Person>
}

/** `server`: a real one for each test. `person`: somebody with a browser context, closed afterwards. */
export const test = base.extend<Fixtures>({
  serverOptions: [{}, { option: true }],
  server: async ({ serverOptions }, use) => {
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
