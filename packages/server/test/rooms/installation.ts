import formBody from '@fastify/formbody'
import { openGate } from '../../src/app/accounts.ts'
import { openAudit } from '../../src/app/organisations.ts'
import { accountBehind, openRooms } from '../../src/app/rooms.ts'
import { openSuspensions } from '../../src/app/suspension.ts'
import { createErrorPage, createPages } from '../../src/features/pages/index.ts'
import { registerRoomRoutes, roomRoutes, type Memberships } from '../../src/features/rooms/index.ts'
import { organisationRoles, type OrganisationRole } from '../../src/platform/http/routes.ts'
import { declaredCookies } from '../../src/platform/http/cookies.ts'
import { newId } from '../../src/platform/ids.ts'
import { Personal } from '../../src/platform/personal.ts'
import { openAccountInstallation, type AccountInstallation } from '../accounts/installation.ts'
import { Browser } from '../accounts/browser.ts'
import { createTestHttpServer } from '../http/test-http-server.ts'

/** Organisations whose members the test names. */
function namedMembers() {
  const members = new Map<string, Map<string, OrganisationRole>>()
  const memberships: Memberships = {
    roleOf: async (account, id) => members.get(id)?.get(account) ?? null,
    accountsOf: async (id, least) =>
      [...(members.get(id) ?? [])].flatMap(([account, role]) =>
        organisationRoles.indexOf(role) >= organisationRoles.indexOf(least) ? [account] : [],
      ),
    of: async (account) =>
      [...members].flatMap(([id, people]) => {
        const role = people.get(account)
        return role === undefined ? [] : [{ organisation: id, role, name: new Personal('organisation', 'Åsen skole') }]
      }),
  }
  return { members, memberships }
}

/** For tests: accounts, organisations whose members the test names, and rooms with their pages, on no port. */
export async function openRoomInstallation() {
  const base = await openAccountInstallation()
  const { work, policy, clock, accounts } = base
  const { members, memberships } = namedMembers()
  const publicUrl = new URL('https://skole.example')
  const audit = openAudit({ work, policy, clock })
  const suspensions = openSuspensions({ work, policy, clock })
  if (suspensions === null) throw new Error('Under the default profile accounts can be closed.')
  const rooms = openRooms({ work, policy, accounts, memberships, audit, suspensions, publicUrl, clock })
  if (rooms === null) throw new Error('The default profile has rooms.')
  const pages = createPages({ footer: [] })
  const roles = { ...memberships, organisationsOf: async () => [], administrates: async () => false }
  const { server, logged } = createTestHttpServer(roomRoutes, {
    errorPage: createErrorPage(pages),
    gate: openGate({ pages, accounts, rooms, roles, suspensions }),
    secure: true,
    trustProxy: ['127.0.0.1'],
    policy: { cookies: declaredCookies(policy.storage), recipients: {} },
  })
  await server.register(formBody)
  const timeZone = 'Europe/Oslo'
  registerRoomRoutes(server, {
    pages,
    rooms,
    timeZone,
    publicUrl,
    clock,
    accountOf: accountBehind(accounts, suspensions),
  })
  await server.ready()

  /** An organisation with these people. */
  async function organisation(people: Readonly<Record<string, OrganisationRole>>): Promise<string> {
    const id = newId(clock.now())
    await base.database.transaction((transaction) =>
      work.records.subjects.openFor(transaction, { id, kind: 'organisation', subject: null, at: clock.now() }),
    )
    members.set(id, new Map(Object.entries(people)))
    return id
  }

  return {
    ...base,
    rooms,
    server,
    logged,
    signedIn: (email: string) => signedInAt({ ...base, server }, email),
    organisation,
    suspensions,
    /** From now on these people are in an organisation, and nobody else. */
    put: (id: string, people: Readonly<Record<string, OrganisationRole>>) =>
      void members.set(id, new Map(Object.entries(people))),
    visitor: () => new Browser(server),
    close: async () => {
      await server.close()
      await base.close()
    },
  }
}

/** A browser on the rooms' pages, signed in with an address. */
async function signedInAt(
  { browser: begin, clock, codeFor, accounts, server }: AccountInstallation,
  email: string,
): Promise<{ browser: Browser; account: string }> {
  const at = begin()
  clock.advance(1_000)
  await at.post('/sign-in?lang=en', { email })
  await at.post('/sign-in/code?lang=en', { email, code: await codeFor(email) })
  const browser = new Browser(server)
  for (const [name, value] of at.cookies) browser.cookies.set(name, value)
  const cookie = [...at.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { who } = await accounts.sessions.find(cookie)
  if (who === null) throw new Error('Nobody is signed in.')
  return { browser, account: who.account }
}

export type RoomInstallation = Awaited<ReturnType<typeof openRoomInstallation>>
