import formBody from '@fastify/formbody'
import { openGate } from '../../src/app/accounts.ts'
import { openAudit, openMemberships, openOrganisations } from '../../src/app/organisations.ts'
import { organisationRoutes, registerOrganisationRoutes } from '../../src/features/organisations/index.ts'
import { createErrorPage, createPages } from '../../src/features/pages/index.ts'
import { declaredCookies } from '../../src/platform/http/cookies.ts'
import type { OrganisationRole } from '../../src/platform/http/routes.ts'
import { Personal } from '../../src/platform/personal.ts'
import { Browser } from '../accounts/browser.ts'
import { openAccountInstallation } from '../accounts/installation.ts'
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
  const organisations = openOrganisations({ work, policy, accounts, audit, publicUrl, clock })
  if (audit === null || organisations === null) throw new Error('The default profile has organisations.')
  work.organisationsBy(organisations)
  const pages = createPages({ footer: [] })
  const { server, logged } = createTestHttpServer(organisationRoutes, {
    errorPage: createErrorPage(pages),
    gate: openGate({ pages, accounts, rooms: null, roles: openMemberships({ work, policy }) }),
    secure: true,
    trustProxy: ['127.0.0.1'],
    policy: { cookies: declaredCookies(policy.storage), recipients: {} },
  })
  await server.register(formBody)
  registerOrganisationRoutes(server, { pages, organisations, timeZone: 'Europe/Oslo', operator: 'Åsen skole' })
  await server.ready()

  /** Signs in with an address, and shows both factors. */
  async function person(email: string, { name = '', factors = 2 } = {}): Promise<Somebody> {
    const at = base.browser()
    clock.advance(1_000)
    await at.post('/sign-in?lang=en', { email })
    await at.post('/sign-in/code?lang=en', { email, code: await base.codeFor(email) })
    const cookieOf = () => [...at.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const { who } = await accounts.sessions.find(cookieOf())
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
  async function organisation(
    owner: Somebody,
    name: string,
    others: readonly (readonly [Somebody, OrganisationRole])[] = [],
  ) {
    const id = await organisations?.make(owner.account, new Personal('organisation', name))
    if (id === undefined || id === null) throw new Error('It was not made.')
    const at = clock.now()
    for (const [{ account }, role] of others)
      await base.database
        .for('organisation')
        .insertInto('organisation_member')
        .values({ id: crypto.randomUUID(), record_id: account, organisation_id: id, role, joined_at: at })
        .execute()
    return id
  }

  /** The link in the last invitation to an address. */
  async function linkFor(email: string): Promise<string> {
    const mail = (await base.mails()).findLast(
      ({ to, text }) => to?.[0]?.address === email && text?.includes('/invitations/') === true,
    )
    return /\/invitations\/[0-9a-f]{64}/.exec(mail?.text ?? '')?.[0] ?? 'no link'
  }

  return {
    ...base,
    audit,
    organisations,
    server,
    logged,
    person,
    organisation,
    linkFor,
    visitor: () => new Browser(server),
    close: async () => {
      await server.close()
      await base.close()
    },
  }
}

export type OrganisationInstallation = Awaited<ReturnType<typeof openOrganisationInstallation>>
