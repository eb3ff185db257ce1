import type { Policy } from '@samtale/policy'
import formBody from '@fastify/formbody'
import { openGate } from '../../src/app/accounts.ts'
import { openAudit, openMemberships, openOrganisations } from '../../src/app/organisations.ts'
import {
  organisationRoutes,
  registerOrganisationRoutes,
  type Organisations,
} from '../../src/features/organisations/index.ts'
import { openSuspensions } from '../../src/app/suspension.ts'
import { createErrorPage, createPages } from '../../src/features/pages/index.ts'
import { declaredCookies } from '../../src/platform/http/cookies.ts'
import type { OrganisationRole } from '../../src/platform/http/routes.ts'
import { newId } from '../../src/platform/ids.ts'
import { Personal } from '../../src/platform/personal.ts'
import { Browser } from '../accounts/browser.ts'
import { openAccountInstallation, type AccountInstallation } from '../accounts/installation.ts'
import { createTestHttpServer } from '../http/test-http-server.ts'

/** Somebody who is signed in, in a browser of theirs. */
export interface Somebody {
  readonly browser: Browser
  readonly account: string
  readonly email: string
}

/** For tests: accounts, and organisations with their pages, on no port. */
export async function openOrganisationInstallation() {
  const base = await openAccountInstallation()
  const { work, policy, clock, accounts } = base
  const publicUrl = new URL('https://skole.example')
  const audit = openAudit({ work, policy, clock })
  const suspensions = openSuspensions({ work, policy, clock })
  const organisations = openOrganisations({ work, policy, accounts, audit, suspensions, publicUrl, clock })
  if (audit === null || organisations === null || suspensions === null)
    throw new Error('The default profile has organisations.')
  work.organisationsBy(organisations)
  const pages = createPages({ footer: [] })
  const { server, logged } = createTestHttpServer(organisationRoutes, {
    errorPage: createErrorPage(pages),
    gate: openGate({ pages, accounts, rooms: null, roles: openMemberships({ work, policy }), suspensions }),
    secure: true,
    trustProxy: ['127.0.0.1'],
    policy: { cookies: declaredCookies(policy.storage), recipients: {} },
  })
  await server.register(formBody)
  registerOrganisationRoutes(server, { pages, organisations, timeZone: 'Europe/Oslo', operator: 'Åsen skole' })
  await server.ready()

  return {
    ...base,
    audit,
    organisations,
    suspensions,
    server,
    logged,
    person: (email: string, given: { name?: string; factors?: 1 | 2 } = {}) =>
      signedIn({ ...base, server }, email, given),
    organisation: (owner: Somebody, name: string, others: readonly (readonly [Somebody, OrganisationRole])[] = []) =>
      made({ ...base, organisations }, owner, name, others),
    /** The link in the last invitation to an address. */
    linkFor: async (email: string): Promise<string> => {
      const mail = (await base.mails()).findLast(
        ({ to, text }) => to?.[0]?.address === email && text?.includes('/invitations/') === true,
      )
      return /\/invitations\/[0-9a-f]{64}/.exec(mail?.text ?? '')?.[0] ?? 'no link'
    },
    visitor: () => new Browser(server),
    /** The same organisations under another policy. */
    under: (other: Policy) => {
      const opened = openOrganisations({ work, policy: other, accounts, audit, publicUrl, clock })
      if (opened === null) throw new Error('That policy has no organisations.')
      return opened
    },
    close: async () => {
      await server.close()
      await base.close()
    },
  }
}

/** Signs in with an address, and shows both factors. */
async function signedIn(
  { browser: begin, clock, codeFor, accounts, server }: AccountInstallation,
  email: string,
  { name = '', factors = 2 }: { name?: string; factors?: 1 | 2 },
): Promise<Somebody> {
  const at = begin()
  clock.advance(1_000)
  await at.post('/sign-in?lang=en', { email })
  await at.post('/sign-in/code?lang=en', { email, code: await codeFor(email) })
  const { who } = await accounts.sessions.find([...at.cookies].map(([key, value]) => `${key}=${value}`).join('; '))
  if (who === null) throw new Error('Nobody is signed in.')
  if (name !== '') await accounts.rename(who.account, new Personal('account', name))
  const browser = new Browser(server)
  for (const [key, value] of at.cookies) browser.cookies.set(key, value)
  if (factors === 2) {
    const [cookie = ''] = (await accounts.sessions.open(who.session)).split(';')
    const [key = '', value = ''] = cookie.split('=')
    browser.cookies.set(key, value)
  }
  return { browser, account: who.account, email }
}

/** An organisation of somebody’s, and others put into it. */
async function made(
  { organisations, clock, database }: AccountInstallation & { readonly organisations: Organisations },
  owner: Somebody,
  name: string,
  others: readonly (readonly [Somebody, OrganisationRole])[],
): Promise<string> {
  const id = await organisations.make(owner.account, new Personal('organisation', name))
  if (id === null) throw new Error('It was not made.')
  const db = database.for('organisation')
  for (const [{ account }, role] of others) {
    const row = { id: newId(clock.now()), record_id: account, organisation_id: id, role, joined_at: clock.now() }
    await db.insertInto('organisation_member').values(row).execute()
  }
  return id
}

export type OrganisationInstallation = Awaited<ReturnType<typeof openOrganisationInstallation>>
