import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBreaches } from '../../src/app/breach.ts'
import { breachCommands } from '../../src/features/breach/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { openLetterInstallation } from '../correspondence/installation.ts'
import { Personal } from '../../src/platform/personal.ts'

let at: Awaited<ReturnType<typeof openLetterInstallation>>
let desk: ReturnType<typeof openBreaches>
const lines: string[] = []
beforeAll(async () => {
  at = await openLetterInstallation()
  const { work, policy, clock, database } = at
  const log = createLog('warn', (line) => lines.push(line))
  const { seals, mailer, queue } = work
  desk = openBreaches({ database, policy, seals, mailer, queue, clock, log })
  for (const [address, text] of [
    ['ana@example.test', 'First secret'],
    ['ana@example.test', 'Second secret'],
    ['bo@example.test', 'Third secret'],
  ] as const)
    await at.writers.begin({
      address: new Personal('contact', address),
      name: null,
      message: new Personal('contact', text),
      language: 'nb',
    })
})
afterAll(() => at.close())

interface Facts {
  id: string
  dueAt: string
  people: number
  records: number
  categories: string[]
  columns: { table: string; column: string; store: string; readable: boolean }[]
  unreadable: boolean
  peopleMustBeTold: boolean
  told: object[]
  drafts: Record<string, string>
}

async function run(name: keyof typeof breachCommands, asked: object): Promise<Facts> {
  const answer = await breachCommands[name].run(desk.forCommands, asked)
  if (!('facts' in answer)) throw new Error('A command of the register gives no file.')
  return answer.facts as Facts
}

const report = (more: object = {}) =>
  run('breach.report', {
    'aware-at': '2026-06-01T08:00:00Z',
    kind: 'confidentiality',
    tables: 'ticket_message',
    risk: 'high',
    what: 'A copy of a disk was lost.',
    consequences: 'Somebody may read what was written.',
    measures: 'The copy was made useless.',
    language: 'nb',
    ...more,
  })

test('rows N01, L05: a drill: from one leaked table to people, categories, what is sealed, and every draft', async () => {
  const found = await report()
  expect(found).toMatchObject({ people: 2, records: 3, categories: ['correspondence'] })
  expect(found.columns).toEqual([
    { table: 'ticket_message', column: 'body', category: 'correspondence', store: 'sealed', readable: false },
  ])
  expect(found.dueAt).toBe('2026-06-04T08:00:00.000Z')
  expect(found.drafts['authority']).toContain('omtrent 2 personer og 3 registreringer')
  expect(found.drafts['authority']).toContain('Åsen skole')
  expect(found.drafts['authority']).toContain('personvern@skole.example')
  expect(found.drafts['subjects']).toContain('A copy of a disk was lost.')
  expect(found.drafts['subjects']).toContain('Somebody may read what was written.')
  expect(found.drafts['public']).toContain('Henvendelser')
  expect(JSON.stringify(found)).not.toMatch(/secret|example\.test/)
})

test('row N01: that people need not be told is proved by sealed columns, and not where keys leaked', async () => {
  expect(await report()).toMatchObject({ unreadable: true, peopleMustBeTold: false })
  expect(await report({ 'keys-leaked': true })).toMatchObject({ unreadable: false, peopleMustBeTold: true })
  // One readable column is enough.
  expect(await report({ tables: 'ticket_message,waiting_list_entry' })).toMatchObject({ unreadable: false })
  // What reached nothing personal proves nothing.
  expect(await report({ tables: 'ticket' })).toMatchObject({ unreadable: false, records: 3 })
})

test('a span alone reaches every table, and narrows what another reach finds', async () => {
  const all = await report({ tables: '', from: '2026-06-01T00:00:00Z' })
  expect(all.categories).toEqual(expect.arrayContaining(['correspondence', 'newsletter', 'mail.address']))
  expect(all).toMatchObject({ people: 2, records: 3 })
  expect(await report({ from: '2030-01-01T00:00:00Z' })).toMatchObject({ people: 0, records: 0 })
})

test.each([
  [{ tables: '' }, 'breach.scope-missing'],
  [{ tables: 'no_table' }, 'breach.table-unknown'],
  [{ hosts: 'nowhere.example' }, 'breach.host-unknown'],
  [{ 'aware-at': '2030-01-01T00:00:00Z' }, 'breach.time-wrong'],
  [{ 'aware-at': 'yesterday' }, 'command.arguments-invalid'],
  [{ kind: 'secrecy' }, 'command.arguments-invalid'],
  [{ what: 'ana@example.test saw it' }, 'breach.text-names-somebody'],
  [{ measures: 'Call +47 22 33 44 55' }, 'breach.text-names-somebody'],
  [{ consequences: 'Card 4111 1111 1111 1111' }, 'breach.text-names-somebody'],
])('%j is refused', async (more, code) => {
  await expect(report(more)).rejects.toMatchObject({ code })
})

test('row R15: the clock is told at each step once, is red when it is over, and a late notice needs its reason', async () => {
  for (const { id } of await desk.breaches.all().then((all) => all.map(({ breach }) => breach)))
    await run('breach.notified', { id, to: 'authority' })
  const { id } = await report({ 'aware-at': '2026-06-01T09:00:00Z' })
  lines.length = 0
  const hours = async (more: number) => {
    at.clock.advance(more * 3_600_000)
    await desk.breaches.tellTime()
    await desk.breaches.tellTime()
    return lines.splice(0).map((line) => JSON.parse(line).percent as number)
  }
  expect([await hours(35), await hours(1), await hours(21), await hours(1), await hours(13)]).toEqual([
    [],
    [50],
    [],
    [80],
    [],
  ])
  expect(await desk.breaches.anyOverdue()).toBe(false)
  expect(await hours(2)).toEqual([100])
  expect(await desk.breaches.anyOverdue()).toBe(true)
  await expect(run('breach.notified', { id, to: 'authority' })).rejects.toMatchObject({ code: 'breach.reason-missing' })
  const told = await run('breach.notified', { id, to: 'authority', 'late-reason': 'The extent was not clear.' })
  expect(told.told).toMatchObject([{ to: 'authority', phase: 1, lateReason: 'The extent was not clear.' }])
  await expect(run('breach.notified', { id, to: 'authority' })).rejects.toMatchObject({ code: 'breach.phase-taken' })
  await run('breach.notified', { id, to: 'authority', phase: 2 })
  expect(await desk.breaches.anyOverdue()).toBe(false)
})

test('row N01: each affected person gets one letter, however often it is asked for', async () => {
  const { id } = await report({ 'keys-leaked': true })
  await run('breach.letters', { id })
  expect(await desk.letters(id)).toBe(2)
  expect(await desk.letters(id)).toBe(0)
  const rows = await at.database.for('service-notice').selectFrom('mail').select(['kind', 'record_id']).execute()
  expect(rows.filter(({ kind }) => kind === 'breach.letter')).toHaveLength(2)
})
