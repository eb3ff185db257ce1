import fc from 'fast-check'
import { expect, test } from 'vitest'
import { samplePolicy } from '../../test/sample-policy.ts'
import { wholePolicy } from '../../test/whole-policy.ts'
import type { Policy } from '../policy.ts'
import { languages, type Language } from '../text.ts'
import { anchorOf } from './anchor.ts'
import { idsOf, type Publication } from './document.ts'
import { escapeHtml, renderHtml } from './html.ts'
import { renderPolicyPage } from './page.ts'
import { words } from './words/words-by-language.ts'

const publication: Publication = { number: 3, hash: 'ab'.repeat(32), effectiveAt: new Date('2026-11-22T23:30:00Z') }
const html = (policy: Policy, language: Language, published = publication) =>
  renderHtml(renderPolicyPage(policy, language, published))

const cases = languages.flatMap((language) =>
  [samplePolicy, wholePolicy].map((policy) => ({ language, policy, name: policy.edition?.profile ?? 'sample' })),
)

test.each(cases)('in $language the page says all that $name declares', ({ language, policy }) => {
  const page = html(policy, language).toLowerCase()
  for (const [place, value] of texts(policy).filter(([at]) => at.endsWith(`.${language}`))) {
    expect([place, value, page.includes(escapeHtml(value).toLowerCase())]).toEqual([place, value, true])
  }
  expect(page).toContain(publication.hash)
  expect(page).toContain('mailto:privacy@eksempel.example')
})

/** Every text of the parts that a page shows, with its place; of a document it shows the title. */
function texts(policy: Policy): [string, string][] {
  const { columns: _columns, live: _live, documents: _documents, ...shown } = policy
  const walk = (value: unknown, place: string): [string, string][] => {
    if (typeof value === 'string') return [[place, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, part]) => walk(part, `${place}.${key}`))
  }
  return walk(shown, '')
}

test('what is no text is on the page too: names, numbers, hosts, addresses of other sites', () => {
  const page = html(wholePolicy, 'en')
  for (const value of [
    'Ola Nordmann',
    'ola@eksempel.example',
    '999 999 999',
    'Exempel AB (Sweden)',
    'https://eksempel.example/clauses',
    'Mailer Inc.',
    'api.mailer.example',
    'js.counter.example',
    'https://mailer.example/privacy',
    'https://datatilsynet.example',
    'at least 10 people',
    '3 working days (NO)',
    'Switzerland: the European Commission has found its protection adequate (2000/518/EC)',
    'Assessment 1, on request',
    'Europe/Oslo',
    'standard contractual clauses (art. 46(2)(c))',
    'Data stays in: the European Economic Area, Switzerland, and United States.',
    '5 years after the year of account ends',
    'only after your yes to',
    'decrypts them and encrypts them again',
    'Log: the network only',
    '30 days before it takes effect, by mail and on this site',
    'tells your browser from all others',
  ]) {
    expect([value, page.toLowerCase().includes(value.toLowerCase())]).toEqual([value, true])
  }
})

const parted = [
  'categories',
  'purposes',
  'recipients',
  'transfers',
  'events',
  'consents',
  'laws',
  'processings',
  'storage',
  'claims',
  'mails',
  'media',
  'documents',
  'reviews',
  'authorities',
  'addresses',
  'lists',
  'inShort',
  'rights',
  'scope',
] as const

test.each(languages)('in %s every part stands at its anchor, and no anchor is there twice', (language) => {
  const document = renderPolicyPage(wholePolicy, language, publication)
  const parts = parted.flatMap((section) => Object.keys(wholePolicy[section] ?? {}).map((key) => `${section}.${key}`))
  expect(parts.length).toBeGreaterThan(60)
  const singles = ['controller', 'notices', 'signals', 'regions', 'effective', 'languages', 'timeZone', 'profile']
  const ids = idsOf(document)
  expect([...parts, ...singles].filter((part) => !ids.has(anchorOf(part)))).toEqual([])
  const written = [...renderHtml(document).matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
  expect(new Set(written).size).toBe(written.length)
  expect(new Set(written)).toEqual(new Set([...ids].map(escapeHtml).concat('title')))
})

test.each(languages)('in %s every link within the page leads to something on it', (language) => {
  const page = html(wholePolicy, language)
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]))
  const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map((match) => decodeURIComponent(match[1] ?? ''))
  expect(targets.length).toBeGreaterThan(50)
  expect(targets.filter((target) => !ids.has(target))).toEqual([])
})

test('parts have anchors of their own, and none has a space', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(anchorOf(one)).not.toMatch(/\s/)
      expect(anchorOf(one) === anchorOf(other)).toBe(one === other)
    }),
  )
  expect(anchorOf('processings.newsletter')).toBe('processings.newsletter')
})

test('a claim leads to its proof, and without one says so', () => {
  const proofs = new Map([
    ['never-sold', { test: 'N07: nothing leaves', link: '/proofs#n07', provedAt: new Date('2026-11-20T00:00:00Z') }],
  ])
  const page = html(wholePolicy, 'en', { ...publication, proofs })
  expect(page).toContain('(proved on 20 November 2026: <a href="/proofs#n07">N07: nothing leaves</a>)')
  expect(page).toContain('No machine decides about you. (not proved in this build)')
  const unproved = languages.map((language) => words[language].claim.unproved)
  for (const [index, language] of languages.entries()) expect(html(wholePolicy, language)).toContain(unproved[index])
})

test('the date is that of Coordinated Universal Time, in words', () => {
  const versions = languages.map((language) => renderPolicyPage(samplePolicy, language, publication).version)
  expect(versions).toEqual([
    'Version 3, in effect since 22 November 2026',
    'Versjon 3, gjelder fra 22. november 2026',
    'Version 3, gäller från 22 november 2026',
  ])
})

test('a policy in one language is shown in that one, whichever is asked for', () => {
  if (wholePolicy.edition === undefined) throw new Error('the whole policy has changed')
  const swedish = { ...wholePolicy, edition: { ...wholePolicy.edition, languages: ['sv'] } } as const
  const page = renderPolicyPage(swedish, 'nb', publication)
  expect(page.language).toBe('sv')
  expect(page.title).toBe('A whole policy (sv)')
  expect(page.sections[0].heading).toBe('I korthet')
})

test('the authority of the reader’s country comes first', () => {
  const order = (language: Language) => {
    const page = html(wholePolicy, language)
    return page.indexOf('Integritetsskyddsmyndigheten') < page.indexOf('Datatilsynet')
  }
  expect([order('en'), order('nb'), order('sv')]).toEqual([false, false, true])
})

test('a section without anything to say is not there', () => {
  const sections = renderPolicyPage(samplePolicy, 'en', publication).sections.map(({ id }) => id)
  expect(sections).toEqual([
    'inShort',
    'controller',
    'categories',
    'purposes',
    'processings',
    'recipients',
    'storage',
    'rights',
    'events',
    'document',
  ])
})

test.each(languages)('while nobody is named, the page says so in %s and promises nothing in their name', (language) => {
  const page = html({ ...samplePolicy, controller: null }, language)
  expect(page).toContain(words[language].controller.nobody[0])
  expect(page).not.toContain(words[language].controller.intro)
  expect(page).not.toContain(words[language].rights.free)
  expect(html(samplePolicy, language)).not.toContain(words[language].controller.nobody[0])
})

test('without recipients outside it says that there are none, with one it doesn’t', () => {
  const say = words.en.recipients
  expect(html({ ...samplePolicy, recipients: {} }, 'en')).toContain(say.nobody)
  expect(html(samplePolicy, 'en')).not.toContain(say.nobodyElse)
  const inside = { others: { kind: 'participant', title: text('Others'), description: text('hear you.') } } as const
  expect(html({ ...samplePolicy, recipients: inside }, 'en')).toContain(say.nobodyElse)
})

test('without storage it says so, and without a cookie that there is none', () => {
  const say = words.en.storage
  expect(html({ ...samplePolicy, storage: {} }, 'en')).toContain(say.none)
  expect(html(samplePolicy, 'en')).toContain(say.noCookies)
  const cookie = { store: 'cookie', lifetime: 'P1Y', holds: 'mail', purpose: 'answer', description: text('x') } as const
  expect(html({ ...samplePolicy, storage: { cookie } }, 'en')).not.toContain(say.noCookies)
})

function text(en: string) {
  return { en, nb: en, sv: en }
}

test('no text of a policy becomes markup, and no link runs anything', () => {
  const hostile = fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=y>',
    "' onclick='z",
    '&lt;b&gt;',
    '</article>',
    'javascript:alert(1)',
    'data:text/html,<b>',
    '//elsewhere.example',
  )
  const tagsOf = (page: string) => new Set((page.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"<>]*"/g, '""')))
  const ordinary = tagsOf(html(wholePolicy, 'en'))
  fc.assert(
    fc.property(hostile, fc.string(), (attack, rest) => {
      const page = html(replaceStrings(wholePolicy, attack + rest), 'en')
      expect([...tagsOf(page)].filter((tag) => !ordinary.has(tag))).toEqual([])
      expect(page).not.toMatch(/href="(?:javascript|data|\/\/)/i)
    }),
    { numRuns: 30 },
  )
})

/** The policy with every free text replaced: those of `Text`, addresses, names and the keys of parts. */
function replaceStrings(policy: Policy, said: string): Policy {
  const free = new Set(['en', 'nb', 'sv', 'name', 'to', 'url', 'document', 'assessment', 'agreement', 'policyUrl'])
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return free.has(key) ? said : value
    if (Array.isArray(value)) return value.map((item) => walk(item, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, name)]))
  }
  const { storage, documents, ...others } = walk(policy, '') as Policy
  return {
    ...others,
    storage: { ...storage, [said]: Object.values(storage)[0] },
    documents: { ...documents, [said]: Object.values(documents ?? {})[0] },
  } as Policy
}
