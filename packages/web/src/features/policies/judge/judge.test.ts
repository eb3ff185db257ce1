import type { Declarations } from '@samtale/policy'
import { expect, test } from 'vitest'
import { judgePolicy } from './judge.ts'

const nobody = { en: 'x', nb: 'x', sv: 'x' }
/** A system that does nothing: the policy is judged by itself. */
const system: Declarations = {
  inShort: [nobody],
  rights: [nobody],
  categories: {},
  purposes: {},
  recipients: {},
  events: {},
  processings: {},
  columns: {},
  live: {},
  storage: {},
}
const bench = { system, today: '2026-11-22' }

const policy = `profile: letters
title: Brev
languages: [nb]
effective: 2026-11-22
controller:
  { name: Eksempel AS, address: 'Storgata 1, 0155 Oslo', country: 'NO', email: post@eksempel.example, privacyContact: privacy@eksempel.example }
inShort: [Vi svarer på brev.]
rights: [Skriv til oss.]
categories:
  mail:
    fides: user.contact.email
    dpv: pd:EmailAddress
    title: E-postadresse
    description: Adressen du skriver fra.
    subjects: [visitor]
    source: subject
    provision: { kind: voluntary, consequence: Ingenting skjer. }
purposes:
  answer: { fides: essential.service, dpv: 'dpv:CustomerCare', title: Å svare }
events:
  answered: { clause: du har fått svar }
processings:
  letters:
    title: Brev
    purpose: answer
    categories: [mail]
    basis: { article: 6-1-b, contract: svaret du ber om., step: enter }
    retention: { keep: P30D, from: answered, cap: { atMost: P1Y, after: answered }, held: database }
    recipients: nobody
storage:
  draft: { store: session, lifetime: session, holds: mail, purpose: answer, description: Kladden }
statements:
  - { row: D06, says: Brev ligger i en måned., by: [processings.letters] }
  - { row: D06, says: Kladden ligger hos deg., by: [storage.draft] }
  - { row: P14, says: Vi svarer., by: [purposes.answer] }
`
const changed = (from: string, to: string): string => {
  expect(policy).toContain(from)
  return policy.replace(from, to)
}

test('a policy in order: every line is said, in its own language, and has a page', async () => {
  const judgement = await judgePolicy(policy, bench)
  expect(judgement).toMatchObject({ name: 'letters', languages: ['nb'], findings: [], otherFindings: [] })
  expect(judgement.lines.map(({ id, row }) => [id, row])).toEqual([
    ['D06', 'D06'],
    ['D06-2', 'D06'],
    ['P14', 'P14'],
  ])
  expect(judgement.lines[0]?.says.nb).toBe('Brev ligger i en måned.')
  expect(judgement.lines.every(({ verdict }) => verdict !== 'refused')).toBe(true)
  expect(Object.keys(judgement.pages)).toEqual(['nb'])
})

test('a refused part refuses the lines that it says, and no other', async () => {
  const judgement = await judgePolicy(changed('lifetime: session,', 'lifetime: persistent,'), bench)
  const [letters, draft] = judgement.lines
  expect(letters?.findings).toEqual([])
  expect(draft).toMatchObject({ verdict: 'refused', findings: [{ isError: true }] })
  expect(judgement.counts.refused).toBe(1)
  const { findings = [] } = draft ?? {}
  expect(findings.map(({ line }) => policy.split('\n')[line - 1])).toEqual([expect.stringContaining('  draft:')])
})

test('what no line speaks of is told beside them', async () => {
  const judgement = await judgePolicy(changed('effective: 2026-11-22\n', ''), bench)
  expect(judgement.otherFindings.map(({ code }) => code)).toEqual(['policy.version.missing'])
  expect(judgement.counts.refused).toBe(0)
  expect(judgement.languages).toEqual(['nb'])
})

test('what can’t be read is told, and has no lines', async () => {
  for (const text of ['', '- a', 'a: [', '<script>alert(1)</script>', '\0\0', '%PDF-1.7\n%\u00e2\u00e3']) {
    const judgement = await judgePolicy(text, bench)
    expect(judgement).toMatchObject({ title: null, lines: [], pages: {} })
    expect(judgement.findings[0]?.code).toBe('profile.syntax')
  }
})

test('a file with countless mistakes is judged, counted whole, and handed on in part', async () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `name-${index}: 1`).join('\n')
  const judgement = await judgePolicy(`${policy}${names}\n`, bench)
  expect(judgement.findingCounts.errors).toBe(20_000)
  expect(judgement.findings).toHaveLength(1_000)
})

test('a policy that names no lines of a text is judged by what it says itself', async () => {
  const [own = ''] = policy.split('statements:')
  const { lines } = await judgePolicy(own.replace('inShort: [', "inShort: ['Etter [antall] år.', "), bench)
  expect(lines.map(({ id, row, verdict, says, anchors }) => [id, row, verdict, says.nb, anchors])).toEqual([
    ['said-inShort.0', null, 'refused', 'inShort.0', []],
    ['said-inShort.1', null, 'stated', 'Vi svarer på brev.', ['inShort.0']],
    ['said-processings.letters', null, 'stated', 'Brev', ['processings.letters']],
    ['said-rights.0', null, 'stated', 'Skriv til oss.', ['rights.0']],
  ])
  expect(lines[0]?.findings).toMatchObject([{ code: 'text.placeholder' }])
})
