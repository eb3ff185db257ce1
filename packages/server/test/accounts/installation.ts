import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import formBody from '@fastify/formbody'
import PostalMime from 'postal-mime'
import { consentScopes, type Policy } from '@samtale/policy'
import { openAccounts, openGate, registerAccounts } from '../../src/app/accounts.ts'
import { openRooms } from '../../src/app/rooms.ts'
import { openMemberships } from '../../src/app/organisations.ts'
import { withBrowserStorage } from '../../src/app/browser-storage.ts'
import { openErasure } from '../../src/app/erasure.ts'
import { openExports } from '../../src/app/exports.ts'
import { menuOf } from '../../src/app/menu.ts'
import { openOwnAccount, openStaffReads, type OwnAccountParts } from '../../src/app/own-account.ts'
import { declarations } from '../../src/app/personal-data.ts'
import { openWork } from '../../src/app/work.ts'
import { accountRoutes, type ProviderOptions } from '../../src/features/accounts/index.ts'
import { openConsentRegister } from '../../src/features/consent/index.ts'
import { createConsentedAt } from '../../src/features/records/index.ts'
import { createErrorPage, createPages } from '../../src/features/pages/index.ts'
import { policyInForce } from '../../src/features/privacy/index.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { declaredCookies } from '../../src/platform/http/cookies.ts'
import { createLog } from '../../src/platform/log.ts'
import { createOutboxGateway } from '../../src/platform/sms/gateway.ts'
import { openAppTestDatabase } from '../db/app-database.ts'
import { createTestHttpServer } from '../http/test-http-server.ts'
import { createTestClock } from '../test-clock.ts'
import { Browser } from './browser.ts'

const controller = {
  name: 'Åsen skole',
  address: 'Åsvegen 1, 7630 Åsen',
  country: 'NO',
  email: 'post@skole.example',
  privacyContact: 'personvern@skole.example',
}

/** What is behind the settings. */
async function openOwn(parts: Pick<OwnAccountParts, 'work' | 'policy' | 'accounts' | 'publicUrl' | 'clock'>) {
  const { policy, clock } = parts
  const publication = { number: 1, hash: 'x'.repeat(64), effectiveAt: clock.now(), proofs: new Map() }
  const register = await openConsentRegister(policy, { scopes: await consentScopes(policy, null), publication })
  const shared = { ...parts, privacy: { policy, publication } }
  const [{ erasures }, { exports }] = [openErasure(shared), openExports(shared)]
  const memberships = { roleOf: async () => null, of: async () => [], accountsOf: async () => [] }
  const rooms = openRooms({ ...parts, memberships })
  const staffReads = openStaffReads(parts)
  const own = openOwnAccount({ ...parts, register, erasures, exports, rooms, organisations: null, staffReads })
  if (own === null || rooms === null || staffReads === null) throw new Error('The default profile has accounts.')
  return { own, rooms, staffReads, erasures }
}

/** The same policy, under which accounts have passwords. */
function withPasswords(policy: Policy): Policy {
  const account = policy.processings['account']
  if (account === undefined) throw new Error('The default profile has accounts.')
  const more = { ...account, categories: ['account.password', ...account.categories] as const }
  return { ...policy, processings: { ...policy.processings, account: more } }
}

/** For tests: an installation under the default profile with accounts and their pages, on no port. */
export async function openAccountInstallation(
  given: { readonly provider?: ProviderOptions; readonly passwords?: true } = {},
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-accounts-'))
  // Codes are timed by the system's clock too, inside better-auth.
  const clock = createTestClock(new Date())
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  const config = testConfig(folder)
  const policy = await testPolicy(given.passwords === true)
  const database = await openAppTestDatabase(policy.processings)
  const work = await openWork({
    config,
    policy,
    policyHash: 'x',
    database,
    clock,
    log,
    consentedAt: createConsentedAt(policy, clock),
  })
  const sms = createOutboxGateway(work.outbox, clock)
  const signIn = { provider: given.provider ?? null, sms }
  const accounts = openAccounts({ work, policy, signIn, publicUrl: config.publicUrl, clock, log })
  if (accounts === null) throw new Error('The default profile has accounts.')
  const { own, ...behind } = await openOwn({ work, policy, accounts, publicUrl: config.publicUrl, clock })
  const pages = createPages({ footer: [], ...menuOf(policy) })
  const { server, logged } = createTestHttpServer(accountRoutes, {
    errorPage: createErrorPage(pages),
    gate: openGate({ pages, accounts, rooms: null, roles: openMemberships({ work, policy }) }),
    secure: true,
    trustProxy: ['127.0.0.1'],
    policy: { cookies: declaredCookies(policy.storage), recipients: {} },
  })
  await server.register(formBody)
  registerAccounts(server, { pages, accounts, own, timeZone: 'Europe/Oslo', rights: {} })
  await server.ready()
  const mailbox = mailboxOf(work)
  return {
    /** Its data folder. */
    folder,
    database,
    work,
    accounts,
    own,
    ...behind,
    policy,
    clock,
    server,
    lines,
    logged,
    browser: () => new Browser(server),
    ...mailbox,
    close: async () => {
      await server.close()
      await work.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function testConfig(folder: string) {
  return readConfig({
    SAMTALE_DATA_DIR: folder,
    SAMTALE_PUBLIC_URL: 'https://skole.example',
    SAMTALE_MAIL_FROM: 'post@skole.example',
  })
}

async function testPolicy(passwords: boolean): Promise<Policy> {
  const plain = policyInForce({ file: null, system: declarations, today: '2026-06-01' })
  const system = (await withBrowserStorage(declarations, plain.policy)) ?? declarations
  const { policy } = policyInForce({ file: null, system, today: '2026-06-01' })
  return { ...(passwords ? withPasswords(policy) : policy), controller }
}

function mailboxOf(work: Awaited<ReturnType<typeof openWork>>) {
  const mails = async () => {
    await work.runDue()
    const files = (await work.outbox.list()).toReversed()
    return Promise.all(files.map(async ({ name }) => PostalMime.parse((await work.outbox.read(name)) ?? '')))
  }
  return {
    mails,
    /** The code in the last mail to an address. */
    codeFor: async (address: string): Promise<string> => {
      const mail = (await mails()).findLast(({ to }) => to?.[0]?.address === address.toLowerCase())
      return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? 'no code'
    },
  }
}

export type AccountInstallation = Awaited<ReturnType<typeof openAccountInstallation>>
