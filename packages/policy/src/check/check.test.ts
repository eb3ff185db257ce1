import { expect, test } from 'vitest'
import { checkPolicy } from './check.ts'
import type { FindingCode } from './findings.ts'
import type { Policy } from '../policy.ts'
import { samplePolicy } from '../../test/sample-policy.ts'

const letters = samplePolicy.processings['letters']
const mail = samplePolicy.categories['mail']
if (letters === undefined || mail === undefined || samplePolicy.controller === null)
  throw new Error('the sample has changed')
const { controller } = samplePolicy

/** As it would come from a file, which no compiler has seen. */
const written = (change: object): Policy => ({ ...samplePolicy, ...change })
const withLetters = (change: object): Policy => written({ processings: { letters: { ...letters, ...change } } })

const mistakes: [string, FindingCode, Policy][] = [
  ['controller', 'controller.identity.missing', written({ controller: null })],
  ['controller.address', 'controller.identity.missing', written({ controller: { ...controller, address: ' ' } })],
  ['controller.name', 'text.placeholder', written({ controller: { ...controller, name: '[Company]' } })],
  ['processings.letters.purpose', 'reference.broken', withLetters({ purpose: 'ask' })],
  ['processings.letters.purpose', 'reference.broken', withLetters({ purpose: 'toString' })],
  ['processings.letters.categories.1', 'reference.broken', withLetters({ categories: ['mail', 'name'] })],
  ['processings.letters.recipients.0', 'recipient.undeclared', withLetters({ recipients: ['bank'] })],
  [
    'processings.letters.retention.from',
    'reference.broken',
    withLetters({ retention: { ...letters.retention, from: 'birth' } }),
  ],
  [
    'processings.letters.retention.cap.after',
    'reference.broken',
    withLetters({ retention: { ...letters.retention, cap: { atMost: 'P1Y', after: 'birth' } } }),
  ],
  [
    'columns.letter.body',
    'reference.broken',
    written({ columns: { letter: { body: { holds: 'body', title: mail.title } } } }),
  ],
  [
    'live.writer.body',
    'reference.broken',
    written({ live: { writer: { body: { holds: 'body', title: mail.title } } } }),
  ],
  [
    'storage.draft.holds',
    'reference.broken',
    written({ storage: { draft: { ...samplePolicy.storage['draft'], holds: 'body' } } }),
  ],
  ['inShort', 'section.empty', written({ inShort: [] })],
  ['categories', 'section.empty', written({ categories: {} })],
  ['processings', 'section.empty', written({ processings: {} })],
  ['processings.letters.categories', 'section.empty', withLetters({ categories: [] })],
  ['processings.letters.title.sv', 'text.missing', withLetters({ title: { en: 'Letters', nb: 'Brev', sv: ' ' } })],
  ['processings.letters.title.sv', 'text.missing', withLetters({ title: { en: 'Letters', nb: 'Brev' } })],
  ['rights.0.en', 'text.placeholder', written({ rights: [{ en: 'kept for [three years]', nb: 'x', sv: 'x' }] })],
  [
    'categories.name',
    'category.without-processing',
    written({ categories: { ...samplePolicy.categories, name: mail } }),
  ],
  [
    'purposes.sell',
    'purpose.unused',
    written({ purposes: { ...samplePolicy.purposes, sell: samplePolicy.purposes['answer'] } }),
  ],
  [
    'processings.letters.retention.keep',
    'retention.malformed',
    withLetters({ retention: { ...letters.retention, keep: 'Pforever' } }),
  ],
  [
    'storage.draft.lifetime',
    'retention.malformed',
    written({ storage: { draft: { ...samplePolicy.storage['draft'], store: 'cookie', lifetime: 'P' } } }),
  ],
]

test('a policy in order has no finding', () => {
  expect(checkPolicy(samplePolicy)).toEqual([])
})

test.each(mistakes)('%s: %s', (at, code, policy) => {
  expect(checkPolicy(policy)).toContainEqual(expect.objectContaining({ at, code }))
})
