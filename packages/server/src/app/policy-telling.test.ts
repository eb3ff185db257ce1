import type { Policy } from '@samtale/policy'
import { afterEach, expect, test } from 'vitest'
import { Personal } from '../platform/personal.ts'
import { openLetterInstallation } from '../../test/correspondence/installation.ts'
import { publish } from '../../test/privacy/publish.ts'
import { controllerSecret } from '../features/privacy/index.ts'
import { upcomingOf, stepOf } from '../features/privacy/versions/course.ts'
import { policyVersionStore } from '../features/privacy/store.ts'
import { versionsOf } from '../features/privacy/versions/stored.ts'
import type { Database } from '../platform/db/database.ts'
import type { DatabaseTables } from './database.ts'

const day = 86_400_000
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function open() {
  const at = await openLetterInstallation()
  closing.push(at.close)
  // The database of the installation, whatever the tables that its types name.
  const database: Database<DatabaseTables> = at.database
  const secret = at.work.seals.secret(controllerSecret)
  const put = (policy: Policy, alone = false) => publish(policy, { database, now: at.clock.now(), alone, secret })
  await put(at.policy)
  const write = (address: string, language: 'en' | 'nb' | 'sv' = 'nb') =>
    at.writers.begin({
      address: new Personal('correspondence', address),
      name: null,
      message: new Personal('correspondence', 'Hei'),
      language,
    })
  const changeMails = async () => (await at.mails()).filter(({ text = '' }) => /rights|slettet|raderat/.test(text))
  const coming = async () => upcomingOf(versionsOf(await policyVersionStore(database).rows(), secret))
  const told = async () => {
    const version = await coming()
    return version === null ? null : stepOf(version, 'told')
  }
  return { ...at, database, put, write, changeMails, coming, told }
}

/** Letters are kept for longer. */
function longer(policy: Policy): Policy {
  const letters = policy.processings['correspondence']
  if (letters === undefined) throw new Error('the default profile has changed')
  const retention = { ...letters.retention, keep: 'P2Y', cap: { ...letters.retention.cap, atMost: 'P2Y' } } as const
  const edition = policy.edition && { ...policy.edition, effective: '2026-06-01' }
  return { ...policy, edition, processings: { ...policy.processings, correspondence: { ...letters, retention } } }
}

test('rows N02, N03, R16: whose data it touches is told once, in their language, how to leave, and then the day is fixed', async () => {
  const at = await open()
  await at.write('ola@skole.example')
  await at.write('ola@skole.example')
  await at.write('kari@skole.example', 'sv')
  await at.put(longer(at.policy))
  await at.work.runDue()
  const mails = (await at.mails()).filter(({ subject }) => /personvern|integritet/i.test(subject ?? ''))
  expect(new Set(mails.map(({ to }) => to?.[0]?.address))).toEqual(new Set(['kari@skole.example', 'ola@skole.example']))
  expect(mails).toHaveLength(2)
  const swedish = mails.find(({ to }) => to?.[0]?.address === 'kari@skole.example')
  expect(swedish?.subject).toBe('Integritetspolicyn ändras 16 juni 2026')
  expect(swedish?.text).toContain('https://skole.example/privacy/versions/2/changes?lang=sv')
  expect(swedish?.text).toContain('https://skole.example/rights?lang=sv')
  expect(swedish?.text).toContain('2 år')
  expect(swedish?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false)

  at.clock.advance(60_000)
  await at.work.runDue()
  const step = await at.told()
  expect(step).toMatchObject({ told: 2, unreached: 0 })
  expect(step?.effectiveAt).toEqual(new Date('2026-06-16T09:00:00Z'))
  const entries = await at.database.for('operation').selectFrom('ledger_entry').select(['kind', 'facts']).execute()
  expect(entries.filter(({ kind }) => kind === 'policy.told')).toMatchObject([{ facts: { told: '2', unreached: '0' } }])

  // However often the job runs, nobody hears it twice; who comes meanwhile hears it too.
  await at.write('per@skole.example')
  at.clock.advance(60_000)
  await at.work.runDue()
  at.clock.advance(60_000)
  await at.work.runDue()
  const all = (await at.mails()).filter(({ subject }) => /personvern|integritet/i.test(subject ?? ''))
  expect(all).toHaveLength(3)
  expect((await at.put(longer(at.policy))).publication.number).toBe(1)
  at.clock.advance(15 * day)
  expect((await at.put(longer(at.policy))).publication.number).toBe(2)
})

test('nobody is told of what touches nothing of theirs; the day is fixed all the same', async () => {
  const at = await open()
  await at.write('ola@skole.example')
  const news = at.policy.processings['newsletter']
  if (news === undefined) throw new Error('the default profile has changed')
  const retention = { ...news.retention, keep: 'P9Y', cap: { ...news.retention.cap, atMost: 'P9Y' } } as const
  const processings = { ...at.policy.processings, newsletter: { ...news, retention } }
  await at.put({ ...at.policy, processings })
  await at.work.runDue()
  expect(await at.told()).toMatchObject({ told: 0, unreached: 0 })
})

test('rows A12 and Q15: before somebody else becomes responsible everybody is told, and can have their data deleted first', async () => {
  const at = await open()
  await at.write('ola@skole.example')
  const controller = { ...at.policy.controller, name: 'Kjøper AS' } as NonNullable<Policy['controller']>
  await at.put({ ...at.policy, controller })
  expect((await at.coming())?.policy.controller?.name).toBe('Kjøper AS')
  await at.work.runDue()
  const [mail] = (await at.mails()).filter(({ subject }) => subject?.startsWith('Noen andre blir ansvarlig'))
  expect(mail?.text).toContain('Du kan få det slettet først.')
  expect(mail?.text).toContain('/rights?lang=nb')
})

test('mail that can’t be handed over holds the day up, and what can’t be opened is counted', async () => {
  const at = await open()
  await at.write('ola@skole.example')
  await at.write('kari@skole.example')
  const [first] = await at.database
    .for('storage')
    .selectFrom('record')
    .select('id')
    .where('kind', '=', 'ticket')
    .execute()
  await at.work.seals.destroyRecords([first?.id ?? ''])
  await at.put(longer(at.policy))
  await at.work.runDue()
  at.clock.advance(60_000)
  await at.work.runDue()
  expect(await at.told()).toMatchObject({ told: 1, unreached: 1 })
})
