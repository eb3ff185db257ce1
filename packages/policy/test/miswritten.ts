import type { FindingCode } from '../src/check/findings.ts'

/** Changes of the sample profile's text that the language itself refuses. */
export const miswritten: readonly (readonly [from: string, to: string, code: FindingCode])[] = [
  ['profile: sample', 'profile: [', 'profile.syntax'],
  ['title: Sample policy', `title: ${'x'.repeat(1_000_001)}`, 'profile.too-large'],
  ['title: Letters', 'titel: Letters', 'schema.unknown-key'],
  ['subjects: [visitor]', 'subjects: [anybody]', 'schema.invalid'],
  ['effective: 2026-11-22\n', '', 'policy.version.missing'],
  ["    provision: { kind: voluntary, consequence: 'Nothing happens without it.' }\n", '', 'provision.missing'],
  ['    basis: { article: 6-1-b, contract: the answer you ask for., step: enter }\n', '', 'basis.missing'],
  ['article: 6-1-b, contract: the answer you ask for., step: enter', 'article: 6-1-f', 'basis.interest.missing'],
  [
    'storage:\n',
    'consents:\n  visit: { title: Visit, text: You agree, asked: by-visiting, validFor: P1Y }\nstorage:\n',
    'consent.implied',
  ],
  [
    '    retention: { keep: P30D, from: answered, cap: { atMost: P1Y, after: answered }, held: database }\n',
    '',
    'retention.missing',
  ],
  [', cap: { atMost: P1Y, after: answered }', '', 'retention.unbounded'],
  ['store: session, lifetime: session', 'store: cookie, lifetime: persistent', 'cookie.lifetime.missing'],
]
