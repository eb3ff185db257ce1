import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { consentScopes, type Policy } from '@samtale/policy'
import PostalMime, { type Email } from 'postal-mime'
import { openCorrespondence } from '../../src/app/correspondence.ts'
import { openErasure } from '../../src/app/erasure.ts'
import { openExports } from '../../src/app/exports.ts'
import { openLists } from '../../src/app/lists.ts'
import { declarations } from '../../src/app/personal-data.ts'
import { openRights, rightsOptions } from '../../src/app/rights.ts'
import { openWork, type Work } from '../../src/app/work.ts'
import { openConsentRegister } from '../../src/features/consent/index.ts'
import { lists } from '../../src/features/lists/index.ts'
import { policyInForce } from '../../src/features/privacy/index.ts'
import { createConsentedAt } from '../../src/features/records/index.ts'
import type { createWriters } from '../../src/features/correspondence/index.ts'
import type { Rights } from '../../src/features/rights/index.ts'
import type { RightKind } from '../../src/features/rights/kinds.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { openServer } from '../../src/platform/db/server.ts'
import { createLog } from '../../src/platform/log.ts'
import { Personal } from '../../src/platform/personal.ts'
import { openAppTestDatabase } from '../db/app-database.ts'
import { createTestClock } from '../test-clock.ts'

const controller = {
  name: 'Åsen skole',
  address: 'Åsvegen 1, 7630 Åsen',
  country: 'NO',
  email: 'post@skole.example',
  privacyContact: 'personvern@skole.example',
}

/** For tests: an installation under the default profile, or one like it, with letters, lists and requests. */
export async function openRightsInstallation(
  change: (policy: Policy) => Policy = (policy) => policy,
  serverUrl: string | null = null,
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-rights-'))
  const clock = createTestClock()
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  const config = readConfig({
    SAMTALE_DATA_DIR: folder,
    SAMTALE_PUBLIC_URL: 'https://skole.example',
    SAMTALE_MAIL_FROM: 'post@skole.example',
  })
  const inForce = policyInForce({ file: null, system: declarations, today: '2026-06-01' })
  const policy = change({ ...inForce.policy, controller })
  const database = await openAppTestDatabase(
    policy.processings,
    serverUrl === null ? undefined : await openServer(serverUrl),
  )
  const consentedAt = createConsentedAt(policy, clock)
  const work = await openWork({ config, policy, policyHash: 'x', database, clock, log, consentedAt })
  const publication = { number: 1, hash: 'x'.repeat(64), effectiveAt: clock.now(), proofs: new Map() }
  const register = await openConsentRegister(policy, { scopes: await consentScopes(policy, null), publication })
  const privacy = { policy, register, publication }
  const shared = { work, privacy, publicUrl: config.publicUrl, clock }
  const { signUps } = openLists({ ...shared, register })
  const { writers, desk: tickets } = openCorrespondence({ ...shared, policy })
  const { erasures } = openErasure(shared)
  const { exports } = openExports(shared)
  const parts = { ...shared, signUps, tickets, exports, erasures, correctAccount: null }
  const rights = openRights({ ...parts, log })
  if (rights === null || writers === null || tickets === null) throw new Error('The default profile takes requests.')

  const { mails, linkTo } = mailbox(work)
  return {
    ...{ database, work, policy, rights, tickets, writers, signUps, clock, lines, mails, linkTo },
    options: rightsOptions(parts),
    ...people({ rights, writers, signUps, mails, linkTo }),
    close: async () => {
      await work.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sends what waits, and reads what was ever sent, as the outbox has it, oldest first. */
function mailbox(work: Work) {
  const mails = async (): Promise<(Email & { raw: string })[]> => {
    await work.runDue()
    const files = (await work.outbox.list()).toReversed()
    return Promise.all(
      files.map(async ({ name }) => {
        const raw = (await work.outbox.read(name)) ?? Buffer.alloc(0)
        return { ...(await PostalMime.parse(raw)), raw: raw.toString('utf8') }
      }),
    )
  }
  /** The latest link of a kind in the mails to an address. */
  const linkTo = async (address: string, page: string): Promise<string> => {
    const theirs = (await mails()).filter(({ to }) => to?.[0]?.address?.toLowerCase() === address.toLowerCase())
    const links = theirs.flatMap(({ text }) => [...(text ?? '').matchAll(/\/rights\/([\w-]+)\?t=([\w-]+)/g)])
    return links.findLast(([, at]) => at === page)?.[2] ?? 'no link'
  }
  return { mails, linkTo }
}

interface PeopleParts {
  readonly rights: Rights
  readonly writers: ReturnType<typeof createWriters>
  readonly signUps: ReturnType<typeof openLists>['signUps']
  readonly mails: ReturnType<typeof mailbox>['mails']
  readonly linkTo: ReturnType<typeof mailbox>['linkTo']
}

/** What people do. */
function people({ rights, writers, signUps, mails, linkTo }: PeopleParts) {
  return {
    /** Somebody subscribes and confirms. */
    subscribe: async (address: string): Promise<void> => {
      const [newsletter] = lists
      if (newsletter === undefined) throw new Error('no list')
      const signUp = {
        address: new Personal('newsletter', address),
        name: null,
        country: null,
        language: 'nb',
      } as const
      await signUps.ask(newsletter, signUp)
      const theirs = (await mails()).findLast(({ to }) => to?.[0]?.address === address)
      const token = /newsletter\/confirm\?t=([\w-]+)/.exec(theirs?.text ?? '')?.[1] ?? ''
      if (!(await signUps.confirm(newsletter, token, 'nb'))) throw new Error('not confirmed')
    },
    /** Somebody writes; gives the reference of the letter. */
    write: (address: string, message: string): Promise<string> =>
      writers.begin({
        address: new Personal('correspondence', address),
        name: new Personal('correspondence', 'Kari Kanari'),
        message: new Personal('correspondence', message),
        language: 'nb',
      }),
    /** Somebody asks for a right; gives the token of the mail. */
    ask: async (address: string, kind: RightKind, wish: string | null = null): Promise<string> => {
      const personal = (text: string) => new Personal('rights-request-unproved', text)
      const text = wish === null ? null : personal(wish)
      await rights.ask({ kind, address: personal(address), wish: text, language: 'en' })
      return linkTo(address, 'confirm')
    },
  }
}

export type RightsInstallation = Awaited<ReturnType<typeof openRightsInstallation>>
