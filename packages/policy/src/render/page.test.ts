import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Policy } from '../policy.ts'
import { samplePolicy } from '../../test/sample-policy.ts'
import { languages } from '../text.ts'
import { renderHtml } from './html.ts'
import { renderPolicyPage } from './page.ts'
import { words } from './translations.ts'

const publication = { number: 3, hash: 'ab'.repeat(32), effectiveAt: new Date('2026-11-22T23:30:00Z') }
const html = (policy: Policy, language: (typeof languages)[number]) =>
  renderHtml(renderPolicyPage(policy, language, publication))

test.each(languages)('in %s the page says all that is declared', (language) => {
  const page = html(samplePolicy, language)
  for (const [, value] of texts(samplePolicy).filter(
    ([place]) => place.endsWith(`.${language}`) && !place.includes('.clause.'),
  )) {
    // Bindings say to the person concerned what they are; the page speaks of categories.
    const onPage = page.includes(value)
    expect([value, onPage]).toEqual([value, true])
  }
  expect(page).toContain(publication.hash)
  expect(page).toContain('mailto:privacy@eksempel.example')
})

/** Every string of the parts that a page shows, with its place. */
function texts(policy: Policy): [string, string][] {
  const { columns: _columns, live: _live, ...shown } = policy
  const walk = (value: unknown, place: string): [string, string][] => {
    if (typeof value === 'string') return [[place, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, part]) => walk(part, `${place}.${key}`))
  }
  return walk(shown, '')
}

test('the date is that of Coordinated Universal Time, in words', () => {
  const versions = languages.map((language) => renderPolicyPage(samplePolicy, language, publication).version)
  expect(versions).toEqual([
    'Version 3, in effect since 22 November 2026',
    'Versjon 3, gjelder fra 22. november 2026',
    'Version 3, gäller från 22 november 2026',
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

test('no text of a policy becomes markup', () => {
  const hostile = fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=y>',
    "' onclick='z",
    '&lt;b&gt;',
    '</article>',
  )
  fc.assert(
    fc.property(hostile, fc.string(), (attack, rest) => {
      const said = text(attack + rest)
      const controller = { name: attack, address: attack, country: 'NO', email: attack, privacyContact: attack }
      const policy = {
        ...samplePolicy,
        controller,
        inShort: [said],
        rights: [said],
        recipients: { post: { kind: 'processor', title: said, description: said } },
        storage: {
          [attack]: { store: 'session', lifetime: 'session', holds: 'mail', purpose: 'answer', description: said },
        },
      } as const satisfies Policy
      const tags = (html(policy, 'en').match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"<>]*"/g, '""'))
      const plain = (html(samplePolicy, 'en').match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"<>]*"/g, '""'))
      expect(new Set(tags)).toEqual(new Set(plain))
    }),
  )
})
