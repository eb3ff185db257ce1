import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed } from '../../../test/change.ts'
import { samplePolicy } from '../../../test/sample-policy.ts'
import { wholePolicy } from '../../../test/whole-policy.ts'
import { languages } from '../../text.ts'
import type { PolicyDocument } from '../document.ts'
import { renderHtml } from '../html.ts'
import { renderDpv } from './dpv.ts'
import { renderConsentTexts, renderCookieTable, renderProcessorList } from './lists.ts'
import { recordAsCsv } from './record-csv.ts'
import { recordEntries, renderRecordOfProcessing } from './record.ts'
import { renderGpc, renderSecurityTxt } from './well-known.ts'

const publication = { number: 3, hash: 'ab'.repeat(32), effectiveAt: new Date('2026-11-22T00:00:00Z') }
const { processings, storage, consents = {} } = wholePolicy

const lone = (document: PolicyDocument): string => {
  const page = renderHtml(document)
  // A document of its own has no policy page around it that titles could lead into.
  const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map((match) => match[1] ?? '')
  expect(targets.filter((target) => !page.includes(` id="${decodeURIComponent(target)}"`))).toEqual([])
  return page
}

test.each(languages)('in %s the record of processing has every activity with what art. 30 asks for', (language) => {
  const page = lone(renderRecordOfProcessing(wholePolicy, language, publication))
  for (const { title } of Object.values(processings)) expect(page).toContain(title[language])
  for (const value of ['Eksempel AS', 'ola@eksempel.example', 'Mailer Inc.', 'https://eksempel.example/clauses'])
    expect(page).toContain(value)
  const roles = recordEntries(wholePolicy, language).filter(({ role }) => role === 'processor')
  expect(roles.map(({ key }) => key)).toEqual(['hosting'])
  expect(page.indexOf('id="onBehalf"')).toBeGreaterThan(page.indexOf('id="activities"'))
  expect(page.indexOf('id="processings.hosting"')).toBeGreaterThan(page.indexOf('id="onBehalf"'))
  expect(lone(renderRecordOfProcessing(samplePolicy, language, publication))).not.toContain('id="onBehalf"')
})

test('the record says of each activity whose data, to whom, where to and until when', () => {
  const [newsletter] = recordEntries(wholePolicy, 'en')
  expect(newsletter).toMatchObject({
    key: 'newsletter',
    role: 'controller',
    purpose: 'To send the newsletter',
    subjects: ['subscribers'],
    categories: ['Subscription'],
    basis: 'Your consent (GDPR art. 6(1)(a)): Newsletter',
    recipients: ['Mailer (Mailer Inc., United States)', 'Host (Host GmbH, Germany)'],
    erasure: 'Exists until you take your yes back, at the latest 10 years after you gave it, in the database',
    terms: ['marketing.communications.email', 'dpv:DirectMarketing', 'user.contact.email', 'pd:EmailAddress'],
  })
  expect(newsletter?.transfers).toHaveLength(1)
  const billing = recordEntries(wholePolicy, 'en').find(({ key }) => key === 'billing')
  expect(billing?.transfers).toEqual([
    'The bank, Switzerland: an adequacy decision of the European Commission (art. 45(3))',
  ])
})

test('as a table it can be read back, whatever stands in it, and no cell is a formula', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+1', '-1', '@a', 'a,b', '"', 'a\r\nb', '; '))
  fc.assert(
    fc.property(text, (said) => {
      const policy = changed(wholePolicy, [['processings', 'log', 'title', 'en'], said])
      const rows = parseCsv(recordAsCsv(policy, 'en'))
      expect(rows).toHaveLength(Object.keys(processings).length + 1)
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([14]))
      const cell = rows.find(([key]) => key === 'log')?.[1] ?? ''
      expect(cell.replace(/^'/, '')).toBe(said.replace(/^'/, ''))
      expect(cell).not.toMatch(/^[=+\-@]/)
    }),
  )
})

/** RFC 4180, read by hand. */
function parseCsv(table: string): string[][] {
  const rows: string[][] = [[]]
  for (let rest = table; rest !== '';) {
    const [all = '', quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/.exec(rest) ?? []
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    rest = rest.slice(all.length)
    if (rest.startsWith('\r\n')) rows.push([])
    else if (!rest.startsWith(',')) throw new Error(`no table: ${rest.slice(0, 20)}`)
    rest = rest.slice(rest.startsWith(',') ? 1 : 2)
  }
  return rows.slice(0, -1)
}

test('the cookie table is what is declared, entry by entry', () => {
  const table = renderCookieTable(wholePolicy, 'en', publication).sections[0].blocks.find(
    ({ kind }) => kind === 'table',
  )
  const rows = table?.kind === 'table' ? table.rows : []
  expect(rows.map(({ id }) => id)).toEqual(Object.keys(storage).map((name) => `storage.${name}`))
  expect(rows[1]?.cells).toEqual([
    'counter_* (Cookie)',
    'Tells your browser from others (tells your browser from all others)',
    ['Statistics, set by ', 'Counter'],
    '13 months',
    ['Statistics'],
  ])
  expect(lone(renderCookieTable({ ...wholePolicy, storage: {} }, 'en', publication))).toContain('no cookie is set')
})

test('the list of processors has them all, with whom they pass data on to and for whom', () => {
  const page = lone(renderProcessorList(wholePolicy, 'en', publication))
  for (const name of ['Mailer Inc.', 'Host GmbH', 'Counter AS', 'Chat SAS']) expect(page).toContain(name)
  expect(page).not.toContain('The bank')
  expect(page).toContain('<dt>Passes it on to</dt><dd>Host</dd>')
  expect(page).toContain('<dt>Passes it on for</dt><dd>Mailer</dd>')
  expect(lone(renderProcessorList({ ...wholePolicy, recipients: {} }, 'en', publication))).toContain('no processor')
})

test('texts of consent stand in every language with the hash that a record keeps', async () => {
  const page = lone(await renderConsentTexts(wholePolicy, 'en', publication))
  for (const { title, text } of Object.values(consents))
    for (const language of languages) {
      const shown = `${title[language]}\n${text[language]}`
      expect(page).toContain(createHash('sha256').update(shown).digest('hex'))
    }
})

test('gpc.json says that the signal is honoured, and since when', () => {
  expect(JSON.parse(renderGpc(new Date('2026-11-22T23:59:59Z')))).toEqual({ gpc: true, lastUpdate: '2026-11-22' })
})

test('security.txt names the contact, the languages, its own place and a day within a year', () => {
  const site = new URL('https://meet.example.org/somewhere')
  const now = new Date('2026-11-22T12:34:56Z')
  expect(renderSecurityTxt(wholePolicy, { site, now })).toBe(
    [
      'Contact: mailto:privacy@eksempel.example',
      'Expires: 2027-05-21T00:00:00.000Z',
      'Preferred-Languages: en, nb, sv',
      'Canonical: https://meet.example.org/.well-known/security.txt',
      '',
    ].join('\n'),
  )
  expect(renderSecurityTxt({ ...wholePolicy, controller: null }, { site, now })).toBeNull()
  const hostile = changed(wholePolicy, [['controller', 'privacyContact'], 'a@b.example\nContact: mailto:c@d.example'])
  expect(renderSecurityTxt(hostile, { site, now })?.match(/^Contact:/gm)).toHaveLength(1)
})

test('in DPV everything that is named is there, in the vocabulary’s terms, and nothing has to be fetched', () => {
  const document = JSON.parse(renderDpv(wholePolicy, new URL('https://meet.example.org/privacy'))) as {
    '@context': Record<string, string>
    '@graph': Record<string, unknown>[]
  }
  expect(Object.values(document['@context']).every((space) => /^https?:\/\//.test(space))).toBe(true)
  const ids = document['@graph'].map((node) => node['@id'])
  expect(new Set(ids).size).toBe(ids.length)
  const named = document['@graph'].flatMap((node) => idsIn(Object.values(node)))
  const ours = named.filter((id) => id.startsWith('https://meet.example.org/') && !id.includes('#purposes.'))
  expect(ours.filter((id) => !ids.includes(id))).toEqual([])
  const terms = named.filter((id) => !id.startsWith('https:')).map((id) => id.split(':')[0] ?? '')
  expect(terms.filter((prefix) => !(prefix in document['@context']))).toEqual([])
  const newsletter = document['@graph'].find((node) => String(node['@id']).endsWith('#processings.newsletter'))
  expect(newsletter).toMatchObject({
    'dpv:hasLegalBasis': { '@id': 'eu-gdpr:A6-1-a' },
    'dpv:hasStorageCondition': {
      'dpv:hasDuration': [{ '@type': 'dpv:UntilEventDuration' }, { '@type': 'dpv:TemporalDuration' }],
    },
  })
  const place = document['@graph'].find((node) => String(node['@id']).endsWith('#processings.place'))
  expect(place).toMatchObject({ 'dpv:hasLegalBasis': { '@id': 'eu-gdpr:A6-1-a-explicit-consent' } })
})

function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => (name === '@id' ? [String(part)] : idsIn(part)))
}
