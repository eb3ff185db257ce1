import { policyCheck } from '../checks-at-run-time.ts'
import { coverage, literally, types } from '../checks.ts'
import type { Family, Mutation } from '../mutation.ts'

const profile = 'profiles/samtale.yaml'

/** A line of the default profile, as it is and as it may not be, and the code that has to be told of it. */
function lie(name: string, finding: string, from: string, to: string): Mutation {
  return {
    name,
    change: (copy) => copy.replace(profile, from, to),
    check: policyCheck,
    expects: new RegExp(`answered-for\\.yaml:\\d+: ${literally(finding)} `),
  }
}

/** A claim more than the policy can make. */
function claim(name: string, finding: string, text: string): Mutation {
  return lie(
    name,
    finding,
    '\nregions: [EEA]\n',
    `  planted:\n    says: { en: So it is., nb: Slik er det., sv: Så är det. }\n${text}\nregions: [EEA]\n`,
  )
}

const title = 'title: { en: Somebody, nb: Noen, sv: Någon }'
const letters =
  'retention: { keep: P1Y, from: last-message, cap: { atMost: P1Y, after: last-message }, held: database }'

export const contradictions: Family = {
  name: 'contradictions of a profile',
  mutations: [
    lie('an answer after three months', 'notice.late', 'answer: P30D', 'answer: P90D'),
    lie('word of a breach after a week', 'notice.late', 'authority: PT72H', 'authority: P7D'),
    lie('a time longer than its cap', 'retention.above.cap', letters, letters.replace('keep: P1Y', 'keep: P2Y')),
    lie('no time at all', 'retention.missing', `    ${letters}\n`, ''),
    lie('a time without an end', 'retention.unbounded', letters, letters.replaceAll('P1Y', 'P99Y')),
    lie('a time that is none', 'retention.malformed', letters, letters.replace('keep: P1Y', 'keep: long')),
    lie(
      'a reference that leads nowhere',
      'reference.broken',
      'basis: { article: 6-1-a, consent: newsletter }',
      'basis: { article: 6-1-a, consent: magazine }',
    ),
    lie('a placeholder', 'text.placeholder', 'en: Calls are not recorded.', "en: 'Calls are kept for [years].'"),
    lie('an empty text', 'text.missing', 'nb: Samtaler tas ikke opp.', "nb: ''"),
    lie(
      'marketing without a consent',
      'consent.implied',
      '    kind: marketing\n    consent: newsletter\n',
      '    kind: marketing\n',
    ),
    lie(
      'marketing called service mail',
      'mail.kind.mismatch',
      '    kind: marketing\n    consent: newsletter\n',
      '    kind: service\n    consent: newsletter\n',
    ),
    lie(
      'a recipient that nobody declares',
      'recipient.undeclared',
      `    ${letters}\n    recipients: nobody`,
      `    ${letters}\n    recipients: [somebody]`,
    ),
    lie('no day since when it counts', 'policy.version.missing', 'effective: 2026-11-22\n', ''),
    lie(
      'a consent that nothing rests on',
      'consent.without.use',
      '\nconsents:\n',
      `\nconsents:\n  planted:\n    ${title}\n    text: { en: Yes., nb: Ja., sv: Ja. }\n    asked: form\n    validFor: P1Y\n`,
    ),
    lie(
      'a purpose that nothing serves',
      'purpose.unused',
      '\npurposes:\n',
      `\npurposes:\n  planted:\n    fides: analytics\n    dpv: dpv:Marketing\n    ${title}\n`,
    ),
    lie('a name that is not of the language', 'schema.unknown-key', 'regions: [EEA]', 'regions: [EEA]\nimplied: true'),
    claim('end-to-end encryption past a router that decrypts', 'claim.e2e.false', '    kind: end-to-end-encrypted\n'),
    claim(
      'anonymous data with a number of its own',
      'claim.anonymous.false',
      '    kind: anonymous\n    about: [subject.address]\n',
    ),
    claim('no access to what goes through the router', 'claim.contradicted', '    kind: no-access-to-content\n'),
  ],
}

/** A piece of policy in code, and the compiler’s word for it. */
function code(name: string, text: string, expects: string): Mutation {
  return {
    name,
    change: (copy) => copy.write('packages/policy/src/planted.ts', `${text}\n`),
    check: types('packages/policy'),
    expects: new RegExp(`src/planted\\.ts.*${expects}`),
  }
}

const words = "const text = { en: 'x', nb: 'x', sv: 'x' }\n"

export const language: Family = {
  name: 'what the language of policies can’t say',
  mutations: [
    code(
      'a time without a cap',
      "import type { RetentionRule } from './retention.ts'\nexport const endless: RetentionRule = { keep: 'P1Y', from: 'collected', held: 'database' }",
      'error TS2322|error TS2741',
    ),
    code(
      'implied consent',
      `import type { ConsentPurpose } from './consent.ts'\n${words}export const implied: ConsentPurpose = { title: text, text, asked: 'implied', validFor: 'P6M' }`,
      'error TS2322: .*implied',
    ),
    code(
      'a basis of one’s own',
      `import type { LegalBasis } from './legal-basis.ts'\n${words}export const invented: LegalBasis = { article: '6-1-g', law: text }`,
      'error TS2322',
    ),
    code(
      'an interest that nobody weighs',
      `import type { LegalBasis } from './legal-basis.ts'\n${words}export const unweighed: LegalBasis = { article: '6-1-f', interest: text }`,
      'error TS2322',
    ),
    code(
      'a cookie without an end',
      `import type { StorageKey } from './storage-key.ts'\n${words}export const cookie: StorageKey = { holds: 'a', purpose: 'b', description: text, store: 'cookie', lifetime: 'persistent' }`,
      'error TS2322',
    ),
    code(
      'a processing of nothing',
      "import type { Processing } from './processing.ts'\nexport const nothing: Processing['categories'] = []",
      'error TS2322',
    ),
    code(
      'a text in two languages',
      "import type { Text } from './text.ts'\nexport const two: Text = { en: 'x', nb: 'x' }",
      'error TS2741',
    ),
  ],
}

export const statements: Family = {
  name: 'statements of a profile',
  mutations: [
    {
      name: 'a row of a policy without its statement',
      change: (copy) => copy.replace('profiles/klikk.yaml', '  - row: S01\n', '  - row: S03\n'),
      check: coverage,
      expects: /the policy has row 003 S01, and its profile doesn’t/,
    },
    {
      name: 'a statement whose part is taken away',
      change: (copy) => copy.replace('profiles/klikk.yaml', '\n  matomo-anonymous:\n', '\n  planted:\n'),
      check: coverage,
      expects: /docs\/coverage\.md is stale/,
    },
  ],
}
