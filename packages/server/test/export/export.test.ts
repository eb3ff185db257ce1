import { afterAll, beforeAll, expect, test } from 'vitest'
import { Personal } from '../../src/platform/personal.ts'
import { createMailer } from '../../src/platform/mail/mailer.ts'
import { newId } from '../../src/platform/ids.ts'
import { builtInPurposes } from '../../src/platform/db/access/plan.ts'
import { openExportWorld, type ExportWorld } from './people.ts'
import { unzip } from './unzip.ts'

let world: ExportWorld
beforeAll(async () => {
  world = await openExportWorld()
})
afterAll(() => world.close())

interface Data {
  tables: Record<string, Record<string, unknown>[]>
  records: {
    id: string
    kind: string
    categories: { category: string; state: string; kept: object[]; until: string }[]
  }[]
  about: Record<string, unknown>
  unreadable: object[]
}

/** Somebody who wrote a letter and takes the newsletter. */
async function addSomebody(address: string, message = 'Hello') {
  const { seals, database, records, clock } = world
  const [ticket, entry] = [newId(), newId()]
  const seal = <Category extends string>(
    table: string,
    column: string,
    record: string,
    category: Category,
    text: string,
  ) => seals.seal({ table, column, record, category }, text)
  const cells = {
    contact: await seal('ticket_contact', 'address', ticket, 'correspondence', address),
    body: await seal('ticket_message', 'body', ticket, 'correspondence', message),
    entry: await seal('newsletter_entry', 'address', entry, 'newsletter', address),
  }
  const at = clock.now()
  await database.transaction(async (tx) => {
    for (const [id, kind] of [
      [ticket, 'ticket'],
      [entry, 'newsletter'],
    ] as const)
      await records.subjects.open(tx, { id, kind, addressIndex: seals.index('subject.address', address), at })
    const letters = tx.for('correspondence')
    const number = `${newId().slice(-10, -5)}-${newId().slice(-5)}`.toUpperCase().replaceAll(/[ILOU]/g, '0')
    await letters
      .insertInto('ticket')
      .values({ record_id: ticket, number, state: 'open', language: 'en', created_at: at })
      .execute()
    await letters
      .insertInto('ticket_contact')
      .values({
        record_id: ticket,
        address: cells.contact,
        address_index: seals.index('correspondence', address),
        name: null,
        answered_within: null,
      })
      .execute()
    await letters
      .insertInto('ticket_message')
      .values({ id: newId(), record_id: ticket, direction: 'in', body: cells.body, sent_at: at, message_id: null })
      .execute()
    await tx
      .for('newsletter')
      .insertInto('newsletter_entry')
      .values({
        record_id: entry,
        address: cells.entry,
        address_index: seals.index('newsletter', address),
        name: null,
        language: 'nb',
        asked_at: at,
        confirmed_at: at,
        consent_id: null,
      })
      .execute()
    await records.facts.note(tx, [
      { kind: 'event', record: ticket, event: 'last-message', at },
      { kind: 'event', record: entry, event: 'confirmed', at },
      { kind: 'consent', record: entry, consent: 'newsletter', given: true, at },
    ])
  })
  await records.apply.records([ticket, entry])
  const subject = await world.exports().subjectOf(new Personal('contact', address))
  return { subject: subject ?? 'nobody', ticket, entry }
}

async function read(
  subject: string | null,
  wanted: Partial<Parameters<ReturnType<typeof world.exports>['pack']>[1]> = {},
) {
  const files = await unzip(
    world.exports().pack(subject, { language: 'en', what: 'everything', at: world.clock.now(), ...wanted }),
  )
  return { files, data: JSON.parse(files.get('data.json') ?? '{}') as Data, html: files.get('index.html') ?? '' }
}

test('row L02: the answer tells purposes, categories, recipients, dates, rights, complaint, source and decisions', async () => {
  const { subject, ticket } = await addSomebody('facts@example.test')
  const { data, html } = await read(subject)
  expect(Object.keys(data.about)).toEqual(
    expect.arrayContaining([
      'controller',
      'purposes',
      'categories',
      'processings',
      'recipients',
      'transfers',
      'rights',
      'complaint',
      'automatedDecisions',
    ]),
  )
  expect(data.about).toMatchObject({
    controller: { name: 'Åsen skole' },
    categories: { correspondence: { title: 'Letters', source: 'subject' } },
    purposes: { correspondence: { title: 'To answer what you write' } },
    automatedDecisions: [],
  })
  expect(JSON.stringify(data.about)).toContain('until 1 year after the last message')
  // Nothing that isn't about this person.
  expect(Object.keys(data.about['categories'] as object)).not.toContain('waiting-list')
  const letter = data.records.find(({ id }) => id === ticket)
  expect(letter?.categories[0]).toMatchObject({ category: 'correspondence', state: 'in-use' })
  expect(letter?.categories[0]?.until).toBe('2027-06-01T09:00:00.000Z')
  expect(html).toContain('Its time ends on 1 June 2027')
  expect(html).toContain('Datatilsynet')
})

test('row G10: the authorities that one can complain to are named, each with its address', async () => {
  const { subject } = await addSomebody('authority@example.test')
  const { data, html } = await read(subject, { language: 'sv' })
  expect(data.about['complaint']).toEqual(world.policy.authorities && Object.values(world.policy.authorities))
  for (const { url } of Object.values(world.policy.authorities ?? {})) expect(html).toContain(`href="${url}"`)
})

test('each language has its own words, from the title to the sentence about the end', async () => {
  const { subject } = await addSomebody('words@example.test')
  for (const [language, words] of [
    ['en', ['What is kept about you', 'Letters', 'How long it is kept']],
    ['nb', ['Det som er lagret om deg', 'Henvendelser', 'Hvor lenge det oppbevares']],
    ['sv', ['Det som finns sparat om dig', 'Meddelanden', 'Hur länge det sparas']],
  ] as const) {
    const { html } = await read(subject, { language })
    expect(html).toContain(`<html lang="${language}">`)
    for (const word of words) expect(html).toContain(word)
    expect(html).not.toMatch(/undefined|\[object|\{\w+\}/)
  }
})

test('what somebody wrote is text in the page and no formula in a table', async () => {
  const nasty = '=HYPERLINK("https://evil.example")<script>alert(1)</script>\r\n"&amp;<img src=x onerror=1>'
  const { subject } = await addSomebody('nasty@example.test', nasty)
  const { files, data, html } = await read(subject)
  expect(data.tables['ticket_message']?.[0]?.['body']).toBe(nasty)
  expect(html).not.toMatch(/<(?:script|img|link|iframe|object|embed|form)\b|<[^>]*\s(?:src|on\w+)=|url\(|@import/i)
  expect(html).toContain("default-src 'none'")
  expect(files.get('tables/ticket_message.csv')).toContain(`"'=HYPERLINK(""https://evil.example"")`)
})

test('every link of the page leads to a part of it, to this installation or to another site by its whole address', async () => {
  const { subject } = await addSomebody('links@example.test')
  const { html } = await read(subject)
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href ?? '')
  expect(links.length).toBeGreaterThan(5)
  for (const href of links) {
    if (href.startsWith('#')) expect(ids).toContain(decodeURIComponent(href.slice(1)))
    else expect(href).toMatch(/^(?:https:\/\/|mailto:)/)
  }
})

test('row G07: only what was given on consent or a contract is to be taken along', async () => {
  const { subject } = await addSomebody('portable@example.test')
  const { data, files, html } = await read(subject, { what: 'portable' })
  expect(Object.keys(data.tables)).toEqual(['newsletter_entry'])
  expect(data.tables['newsletter_entry']).toMatchObject([{ address: 'portable@example.test', language: 'nb' }])
  // An index was made of the address and not given.
  expect(data.tables['newsletter_entry']?.[0]).not.toHaveProperty('address_index')
  expect([...files.values()].join()).not.toContain('Hello')
  expect(html).toContain('What you gave us, to take along')
})

test('a hold is told, with why and until when', async () => {
  const { subject, ticket } = await addSomebody('held@example.test')
  const { database, records } = world
  const reviewBy = new Date('2026-12-01T00:00:00Z')
  await database.transaction(async (tx) => {
    await records.facts.hold(tx, {
      records: [ticket],
      categories: ['correspondence'],
      ground: '17-3-e',
      owner: 'legal',
      reviewBy,
    })
    await records.facts.note(tx, [{ kind: 'erasure', record: ticket, at: world.clock.now() }])
  })
  await records.apply.records([ticket])
  // What is restricted is theirs to see all the same (art. 15).
  expect(await records.stateOf(ticket)).toBe('restricted')
  const { data, html } = await read(subject)
  expect(data.tables['ticket_message']).toMatchObject([{ body: 'Hello' }])
  const letter = data.records.find(({ id }) => id === ticket)
  expect(letter?.categories[0]).toMatchObject({
    state: 'restricted',
    kept: [{ kind: 'hold', ground: '17-3-e', reviewBy: '2026-12-01T00:00:00.000Z' }],
  })
  expect(html).toContain('A hold keeps it: legal claims (art. 17(3)(e)).')
})

test('that an address wants no more mail is found by the address, also where nothing else is left', async () => {
  const { subject } = await addSomebody('no-mail@example.test')
  const mailer = createMailer({
    kinds: {},
    senders: { transactional: sender, news: sender, breach: sender },
    senderName: 'Sample',
    publicUrl: new URL('https://skole.example'),
    seals: world.seals,
    jobs: { enqueue: async () => {}, ensure: async () => {} },
    clock: world.clock,
    suppresses: true,
    consentedAt: async () => null,
  })
  for (const address of ['no-mail@example.test', 'gone@example.test'])
    await world.database.transaction((tx) => mailer.refuse(tx, new Personal('contact', address), 'newsletter'))
  expect((await read(subject)).data.tables['mail_suppression']).toHaveLength(1)
  const gone = new Personal('contact', 'gone@example.test')
  expect(await world.exports().subjectOf(gone)).toBeNull()
  expect(await world.exports().isKnown(gone)).toBe(true)
  expect((await read(null, { address: gone })).data.tables['mail_suppression']).toHaveLength(1)
  const stranger = new Personal('contact', 'stranger@example.test')
  expect(await world.exports().isKnown(stranger)).toBe(false)
  expect((await read(null, { address: stranger })).data.tables).toEqual({})
})
const sender = { from: { name: 'Sample', address: 'post@skole.example' }, returnPath: 'post@skole.example' }

test('a value whose key is gone is counted, and one that was moved from another record is not given', async () => {
  const { subject, ticket } = await addSomebody('keyless@example.test')
  const other = await addSomebody('other@example.test', 'Secret of another')
  await world.owner(
    `update ticket_message set body = (select body from ticket_message where record_id = '${other.ticket}') where record_id = '${ticket}'`,
  )
  const moved = await read(subject)
  expect(moved.data.tables['ticket_message']).toMatchObject([{ body: null }])
  expect([...moved.files.values()].join()).not.toContain('Secret of another')
  expect(moved.data.unreadable).toMatchObject([{ table: 'ticket_message', column: 'body', count: 1 }])
  await world.seals.destroy([{ record: ticket, category: 'correspondence' }])
  const { data, html } = await read(subject)
  expect(data.unreadable).toContainEqual({
    table: 'ticket_contact',
    column: 'address',
    code: 'seal.key-gone',
    count: 1,
  })
  expect(html).toContain('their keys are gone (2)')
})

test('one record is exported by itself, and never somebody else’s', async () => {
  const { subject, ticket } = await addSomebody('one@example.test')
  const other = await addSomebody('another@example.test')
  const { data } = await read(subject, { records: [ticket] })
  expect(data.records.map(({ id }) => id)).toEqual([ticket])
  expect(data.tables['newsletter_entry']).toBeUndefined()
  const wrong = await read(subject, { records: [other.ticket] })
  expect(wrong.data.records).toEqual([])
  expect(wrong.data.tables['ticket_message']).toBeUndefined()
})

test('an archive breaks off where reading does, and reading stops where nobody takes it', async () => {
  const { subject } = await addSomebody('broken@example.test')
  const at = world.clock.now()
  let reads = 0
  let most = Infinity
  const database: typeof world.database = {
    ...world.database,
    for: (purpose) => {
      expect(purpose).toBe(builtInPurposes.subjectAccess)
      const db = world.database.for(purpose)
      return {
        ...db,
        selectFrom: ((table: 'record') => {
          reads += 1
          if (reads > most) throw new RangeError('The database is away.')
          return db.selectFrom(table)
        }) as typeof db.selectFrom,
      }
    },
  }
  const exports = world.exports(undefined, database)
  const packed = () => unzip(exports.pack(subject, { language: 'en', what: 'everything', at }))
  await packed()
  const whole = reads
  for (const left of [1, 20, whole - 1, whole]) {
    reads = 0
    most = whole - left
    await expect(packed()).rejects.toThrow('The database is away.')
  }
  for await (const part of world.exports().pack(subject, { language: 'en', what: 'everything', at })) {
    expect(part.length).toBeGreaterThan(0)
    break
  }
})
