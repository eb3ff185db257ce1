import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FindingCode } from '../check/findings.ts'
import { sampleProfile } from '../../test/sample-profile.ts'
import { compileProfile } from './compile.ts'

const changed = (from: string, to: string): string => {
  expect(sampleProfile).toContain(from)
  return sampleProfile.replace(from, to)
}
const lineOf = (part: string): number => sampleProfile.slice(0, sampleProfile.indexOf(part)).split('\n').length

test('a profile in order has no finding, and all its parts', () => {
  const { findings, policy, refused, statements } = compileProfile(sampleProfile)
  expect(findings).toEqual([])
  expect(refused.size).toBe(0)
  expect(policy?.categories['mail']?.title).toEqual({
    en: 'E-mail address',
    nb: 'E-mail address',
    sv: 'E-mail address',
  })
  expect(policy?.edition).toMatchObject({ profile: 'sample', timeZone: 'Europe/Oslo', languages: ['en'] })
  expect(statements).toHaveLength(1)
})

const mistakes: [string, string, FindingCode, string][] = [
  ['  name: Eksempel AS\n', '', 'controller.identity.missing', 'controller'],
  ['effective: 2026-11-22\n', '', 'policy.version.missing', ''],
  [', cap: { atMost: P1Y, after: answered }', '', 'retention.unbounded', 'processings.letters'],
  ['keep: P30D', 'keep: as long as necessary', 'retention.malformed', 'processings.letters'],
  [
    "    provision: { kind: voluntary, consequence: 'Nothing happens without it.' }\n",
    '',
    'provision.missing',
    'categories.mail',
  ],
  [
    '    basis: { article: 6-1-b, contract: the answer you ask for., step: enter }\n',
    '',
    'basis.missing',
    'processings.letters',
  ],
  [
    'article: 6-1-b, contract: the answer you ask for., step: enter',
    'article: 6-1-f',
    'basis.interest.missing',
    'processings.letters',
  ],
  ['    recipients: [post]', '    recipients: []', 'section.empty', 'processings.letters'],
  ['    recipients: [post]', '    recipients: [bank]', 'recipient.undeclared', 'processings.letters'],
  [
    'store: session, lifetime: session',
    'store: cookie, lifetime: persistent',
    'cookie.lifetime.missing',
    'storage.draft',
  ],
  ['title: Letters', 'title: Letters for [three years]', 'text.placeholder', 'processings.letters'],
  ['title: Letters', 'titel: Letters', 'schema.unknown-key', 'processings.letters'],
  ['title: To answer', 'title: { nb: Svar }', 'text.missing', 'purposes.answer'],
  ['languages: [en]', 'languages: []', 'section.empty', ''],
  ['storage:\n', 'storage: {}\nconsents:\n', 'section.empty', ''],
]

test.each(mistakes)('%j → %j is %s', (from, to, code, part) => {
  const { findings, refused, policy } = compileProfile(changed(from, to))
  expect(findings.map((finding) => finding.code)).toContain(code)
  if (part !== '') expect([...refused.keys()]).toContain(part)
  expect(policy).not.toBeNull()
})

test('what a file calls itself is known also where its edition is refused', () => {
  const { head, policy } = compileProfile(changed('effective: 2026-11-22\n', ''))
  expect(policy?.edition).toBeUndefined()
  expect(head).toMatchObject({ profile: 'sample', title: { en: 'Sample policy' }, languages: ['en'] })
  expect(compileProfile('').head).toBeNull()
})

test('a statement that nothing says is refused, at its own line, and knows its place', () => {
  const more = '  - { row: nothing }\n  - { row: D07, says: Never., by: [processings.letters, processings.nothing] }\n'
  const { findings, statements, refused } = compileProfile(sampleProfile + more)
  const lines = sampleProfile.split('\n').length
  expect(statements.map(({ row, part, line }) => [row, part, line])).toEqual([
    ['D06', 'statements.0', lines - 1],
    ['D07', 'statements.2', lines + 1],
  ])
  expect(findings.filter(({ code }) => code === 'reference.broken')).toMatchObject([
    { at: 'statements.2.by.1', line: lines + 1 },
  ])
  expect(refused.has('statements.2')).toBe(true)
})

test.each(['constructor.name', 'toString', '__proto__.x', 'nothing', 'purposes.toString'])(
  'a statement by %s is refused or said by nobody',
  (part) => {
    const { findings } = compileProfile(`${sampleProfile}  - { row: D07, says: Never., by: ['${part}'] }\n`)
    expect(findings.map(({ code }) => code)).toEqual(['reference.broken'])
  },
)

test('a placeholder is told once, also where the edition is refused', () => {
  const { findings } = compileProfile(
    changed('effective: 2026-11-22\n', '').replace('title: Letters', 'title: Letters for [three years]'),
  )
  const own = findings.filter(({ because }) => because === undefined)
  expect(own.map(({ code }) => code)).toEqual(['policy.version.missing', 'text.placeholder'])
})

test('a refused part is left out with what referred to it, and nothing else is', () => {
  const { policy, refused } = compileProfile(changed('title: To answer', 'titel: To answer'))
  expect([...refused.keys()].toSorted()).toEqual([
    'categories.mail',
    'processings.letters',
    'purposes.answer',
    'storage.draft',
  ])
  expect(Object.keys(policy?.recipients ?? {})).toEqual(['post'])
  expect(policy?.controller?.name).toBe('Eksempel AS')
})

test('findings name the line', () => {
  const { findings } = compileProfile(changed('keep: P30D', 'keep: forever'))
  expect(findings.find(({ code }) => code === 'retention.malformed')?.line).toBe(lineOf('    retention:'))
  const broken = compileProfile(`${sampleProfile}\n  - [`)
  expect(broken.policy).toBeNull()
  expect(broken.findings[0]).toMatchObject({ code: 'profile.syntax' })
  expect(broken.findings[0]?.line).toBeGreaterThan(40)
})

test('implied consent is refused as such', () => {
  const consents =
    'consents:\n  visit: { title: Visit, text: You agree by visiting, asked: implied, validFor: P1Y }\nstorage:\n'
  const { findings } = compileProfile(changed('storage:\n', consents))
  expect(findings.map(({ code }) => code)).toContain('consent.implied')
})

test('aliases, a huge file and a list in place of names are refused', () => {
  const bomb = 'a: &a [1,2]\nb: [*a, *a]\n'
  expect(compileProfile(bomb).findings.map(({ code }) => code)).toContain('profile.syntax')
  expect(compileProfile('a: 1\nb: {c: 1, c: 2}\na: 2\n').findings.map(({ line }) => line)).toEqual([2, 3])
  expect(compileProfile('x'.repeat(1_000_001)).findings[0]?.code).toBe('profile.too-large')
  expect(compileProfile('- a').findings[0]?.code).toBe('profile.syntax')
  expect(compileProfile('').findings[0]?.code).toBe('profile.syntax')
})

test('whatever a file has, there is an answer, and names of JavaScript’s own are no names here', () => {
  const names = fc.constantFrom(
    'profile',
    'categories',
    'constructor',
    '__proto__',
    'toString',
    'processings',
    'languages',
  )
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue()), (value) => {
      const { findings } = compileProfile(JSON.stringify(value))
      expect(findings.length).toBeGreaterThan(0)
      for (const { line } of findings) expect(line).toBeGreaterThan(0)
    }),
  )
  const lines = sampleProfile.split('\n')
  fc.assert(
    fc.property(fc.nat(lines.length - 2), (index) => {
      const { policy } = compileProfile(lines.toSpliced(index, 1).join('\n'))
      expect(policy === null || typeof policy === 'object').toBe(true)
    }),
  )
})
