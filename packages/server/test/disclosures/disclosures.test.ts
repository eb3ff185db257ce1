import { afterAll, beforeAll, expect, test } from 'vitest'
import { openExports } from '../../src/app/exports.ts'
import { disclosureCommands } from '../../src/features/disclosures/index.ts'
import { Personal } from '../../src/platform/personal.ts'
import { openLetterInstallation } from '../correspondence/installation.ts'
import { unzip } from '../export/unzip.ts'

let at: Awaited<ReturnType<typeof openLetterInstallation>>
let parts: ReturnType<typeof openExports>
beforeAll(async () => {
  at = await openLetterInstallation()
  const { work, policy, clock } = at
  const publication = { number: 1, hash: 'sample', effectiveAt: clock.now() }
  const publicUrl = new URL('https://skole.example')
  parts = openExports({ work, privacy: { policy, publication }, publicUrl, clock })
  for (const [address, text] of [
    ['ana@example.test', 'What Ana wrote'],
    ['bo@example.test', 'What Bo wrote'],
  ] as const)
    await at.writers.begin({
      address: new Personal('contact', address),
      name: null,
      message: new Personal('contact', text),
      language: 'en',
    })
})
afterAll(() => at.close())

const demand = {
  to: 'Oslo District Court',
  law: 'Dispute Act § 22-3',
  demand: '26-012345TVI',
  address: 'ana@example.test',
  categories: 'correspondence',
}

async function add(more: object = {}): Promise<Map<string, string>> {
  const answer = await disclosureCommands['disclosures.add'].run(parts, { ...demand, ...more })
  if (!('file' in answer)) throw new Error('A disclosure is a file.')
  return unzip(answer.file)
}

async function exported(address: string): Promise<{ files: Map<string, string>; disclosures: object[] }> {
  const subject = await parts.exports.subjectOf(new Personal('contact', address))
  const files = await unzip(parts.exports.pack(subject, { language: 'en', what: 'everything', at: at.clock.now() }))
  return { files, disclosures: (JSON.parse(files.get('data.json') ?? '') as { disclosures: object[] }).disclosures }
}

test('row P15: what is handed out is those categories of that person and nothing else, and is entered first', async () => {
  const files = await add({ 'told-forbidden': true })
  const all = [...files.values()].join('\n')
  expect(all).toContain('What Ana wrote')
  expect(all).toContain('ana@example.test')
  expect(all).not.toContain('What Bo wrote')
  const { tables } = JSON.parse(files.get('data.json') ?? '') as { tables: object }
  expect(Object.keys(tables).toSorted()).toEqual(['ticket_contact', 'ticket_message'])
  expect(all).not.toContain('i1.')
  const { all: entries } = parts.disclosures
  expect(await entries()).toMatchObject([
    { recipient: 'Oslo District Court', demand: '26-012345TVI', records: 1, telling_forbidden: true, told_at: null },
  ])
})

test('row P15: a person reads of it in their own export, unless telling is forbidden for now', async () => {
  const before = await exported('ana@example.test')
  expect(before.disclosures).toEqual([])
  expect([...before.files.values()].join()).not.toMatch(/District Court|disclosure_record/)
  const [entry] = await parts.disclosures.all()
  await disclosureCommands['disclosures.told'].run(parts, { id: entry?.id })
  const after = await exported('ana@example.test')
  expect(after.disclosures).toMatchObject([{ to: 'Oslo District Court', categories: ['correspondence'] }])
  expect(after.files.get('index.html')).toContain('Oslo District Court (Dispute Act § 22-3): Letters')
  expect((await exported('bo@example.test')).disclosures).toEqual([])
})

test.each([
  [{ demand: '' }, 'disclosure.demand-missing'],
  [{ law: ' ' }, 'disclosure.demand-missing'],
  [{ to: 'judge@court.example' }, 'disclosure.text-names-somebody'],
  [{ categories: '' }, 'disclosure.category-unknown'],
  [{ categories: 'everything' }, 'disclosure.category-unknown'],
  [{ told: '2026-05-01', 'told-forbidden': true }, 'disclosure.told-or-forbidden'],
  [{ address: 'nobody@example.test' }, 'export.nobody'],
  [{ address: null }, 'export.nobody-named'],
])('row P15: with %j nothing is handed out and nothing entered', async (more, code) => {
  const before = (await parts.disclosures.all()).length
  await expect(add(more)).rejects.toMatchObject({ code })
  expect(await parts.disclosures.all()).toHaveLength(before)
})

test('somebody else’s record is not handed out for a person’s', async () => {
  const bo = await parts.exports.subjectOf(new Personal('contact', 'bo@example.test'))
  const rows = await at.database.for('storage').selectFrom('record').select(['id', 'subject_id']).execute()
  const record = rows.find(({ subject_id }) => subject_id === bo)?.id
  await expect(add({ record })).rejects.toMatchObject({ code: 'export.nobody' })
  const files = await add({ address: null, record })
  expect([...files.values()].join()).toContain('What Bo wrote')
})

test('an entry outlives the records that it is about', async () => {
  const before = await parts.disclosures.all()
  const subject = await parts.exports.subjectOf(new Personal('contact', 'bo@example.test'))
  const rows = await at.database.for('storage').selectFrom('record').select(['id', 'subject_id']).execute()
  const records = rows.flatMap(({ id, subject_id }) => (subject_id === subject ? [id] : []))
  await at.database.transaction((tx) =>
    at.work.records.facts.note(
      tx,
      records.map((record) => ({ kind: 'erasure', record, at: at.clock.now() })),
    ),
  )
  await at.work.records.apply.records(records)
  expect(await parts.exports.isKnown(new Personal('contact', 'bo@example.test'))).toBe(false)
  expect(await parts.disclosures.all()).toEqual(before)
})
