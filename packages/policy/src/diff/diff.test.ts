import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed, type Change as Edit } from '../../test/change.ts'
import { changes } from '../../test/changes.ts'
import { samplePolicy } from '../../test/sample-policy.ts'
import { wholePolicy } from '../../test/whole-policy.ts'
import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'
import { languages } from '../text.ts'
import { changeClasses, type ChangeClass } from './change.ts'
import { diffPolicies } from './diff.ts'
import { diffInWords } from './in-words.ts'

const rank = (weight: ChangeClass | null) => (weight === null ? -1 : changeClasses.indexOf(weight))

test('a policy has not changed from itself, whatever the order that it is written in', () => {
  for (const policy of [wholePolicy, samplePolicy]) {
    expect(diffPolicies(policy, policy)).toEqual({ class: null, changes: [], consents: [] })
    const turned = Object.fromEntries(Object.entries(policy).toReversed()) as Policy
    expect(diffPolicies(policy, turned).changes).toEqual([])
  }
})

test.for(changes.map(([weight, part, ...edits], index) => ({ index, weight, part, edits })))(
  '$index $part is $weight',
  ({ weight, part, edits }) => {
    const diff = diffPolicies(wholePolicy, changed(wholePolicy, ...edits))
    expect(diff.changes.map((change) => [change.part, change.class])).toContainEqual([part, weight])
    expect(diff.class).toBe(weight)
  },
)

/** Every place of a policy where something stands, down to single words. */
function places(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const isList = Array.isArray(value)
  const inside = Object.entries(value).flatMap(([key, part]) => places(part, [...at, isList ? Number(key) : key]))
  return at.length === 0 ? inside : [at, ...inside]
}

const { columns: _nothing, ...shown } = wholePolicy
const anywhere = fc.constantFrom(...places(shown))

function valueAt(policy: unknown, [first, ...rest]: Path): unknown {
  if (first === undefined) return policy
  const entries = Object.entries(policy ?? {})
  return valueAt(entries.find(([name]) => name === String(first))?.[1], rest)
}

/** What a part can do without, wherever it has it; `basis` and `browser` can't do without theirs. */
const optional = new Set(
  (
    'about agreement assessment atLeastPeople automatedDecision browser byCategory class consent criteria deadline ' +
    'explicit fewest group hosts identifies last lead legalName measures minimum more most notice officer ' +
    'organisationNumber party people phone policyUrl receives requests risks role sourceName special storedIn ' +
    'subProcessors then tracked trackingConsent transferOfBusiness uniqueId url withdrawalEnds effective ' +
    'scope regions transfers claims mails media documents reviews addresses lists notices signals authorities ' +
    'consents laws edition'
  ).split(' '),
)
const wholes = ['edition', 'controller', 'notices', 'signals', 'inShort', 'rights', 'scope', 'regions']

function canGo(path: Path): boolean {
  const [section, , inside] = path
  const name = path.at(-1)
  if (inside === 'basis' || inside === 'browser') return path.length === 3 && inside === 'browser'
  if (section === 'notices' && name === 'requests') return false
  return (path.length === 2 && !wholes.includes(String(section))) || optional.has(String(name))
}

/** Something else in a place: another word, number or answer, or nothing where nothing may be. */
const edit: fc.Arbitrary<Edit> = fc
  .tuple(anywhere, fc.boolean())
  // Another article comes with other fields; the table above has some.
  .filter(([path]) => path.at(-1) !== 'article' && (typeof valueAt(wholePolicy, path) !== 'object' || canGo(path)))
  .map(([path, isGone]): Edit => {
    const value = valueAt(wholePolicy, path)
    if (typeof value === 'object' || (isGone && canGo(path) && typeof path.at(-1) !== 'number'))
      return [path, undefined]
    if (value === 'nobody') return [path, ['host']]
    return [path, typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : value !== true]
  })

test('no change goes unseen, and each says what it is in three languages', () => {
  fc.assert(
    fc.property(edit, (change) => {
      const [[section = '', key]] = change
      const { changes: seen } = diffPolicies(wholePolicy, changed(wholePolicy, change))
      const parts = seen.map(({ part }) => part)
      const isWhole = key === undefined
      expect(
        parts.some(
          (part) =>
            part === `${section}.${key ?? ''}` || part === section || (isWhole && part.startsWith(String(section))),
        ),
      ).toBe(true)
      for (const { says } of seen) for (const language of languages) expect(says[language]).toMatch(/\S.*\.$/s)
    }),
    { numRuns: 2_000 },
  )
})

test('nothing that changes elsewhere makes a change weigh less', () => {
  fc.assert(
    fc.property(edit, edit, (one, other) => {
      fc.pre(one[0].slice(0, 2).join(' ') !== other[0].slice(0, 2).join(' '))
      fc.pre(one[0].length > 1 && other[0].length > 1)
      const alone = [one, other].map((change) => diffPolicies(wholePolicy, changed(wholePolicy, change)))
      const both = diffPolicies(wholePolicy, changed(wholePolicy, one, other))
      const gravest = Math.max(...alone.map((diff) => rank(diff.class)))
      expect(rank(both.class)).toBeGreaterThanOrEqual(gravest)
      // Part by part the two together are what each is alone.
      const seen = new Set(both.changes.map(({ part }) => part))
      for (const { part } of alone.flatMap((diff) => diff.changes)) expect(seen.has(part)).toBe(true)
    }),
  )
})

test('what grows one way shrinks the other', () => {
  const longer = changed(
    wholePolicy,
    [['processings', 'log', 'retention', 'keep'], 'P20D'],
    [['processings', 'log', 'retention', 'cap', 'atMost'], 'P20D'],
  )
  expect(diffPolicies(wholePolicy, longer).changes).toMatchObject([{ kind: 'longer', class: 'material' }])
  expect(diffPolicies(longer, wholePolicy).changes).toMatchObject([{ kind: 'shorter', class: 'minor' }])
})

test('a month or thirty days: what can be longer counts as longer', () => {
  const other = changed(wholePolicy, [['processings', 'delivery', 'retention', 'keep'], 'P1M'])
  expect(diffPolicies(wholePolicy, other)).toMatchObject({ class: 'material', changes: [{ kind: 'changed' }] })
})

test.each([
  ['its words', [['consents', 'newsletter', 'text', 'en'], 'Send me everything.'], ['newsletter']],
  ['a longer time', [['processings', 'visits', 'retention', 'keep'], 'P20M'], ['statistical']],
  ['a shorter time', [['processings', 'visits', 'retention', 'keep'], 'P2M'], []],
  [
    'another recipient of a use',
    [
      ['processings', 'visits', 'recipients'],
      ['counter', 'host'],
    ],
    ['statistical'],
  ],
  ['a recipient that moves away', [['recipients', 'mailer', 'country'], 'IN'], ['newsletter']],
  ['whose browser part moves away', [['recipients', 'counter', 'country'], 'IN'], ['statistical']],
  ['a longer life in the browser', [['storage', 'counter_*', 'lifetime'], 'P2Y'], ['statistical']],
  ['a category that leads to more', [['categories', 'opens', 'identifies'], 'person'], ['opens']],
  ['another purpose of the mail', [['mails', 'letter', 'purpose'], 'billing'], ['newsletter', 'opens']],
  [
    'another basis',
    [['processings', 'visits', 'basis'], { article: '6-1-a', consent: 'place' }],
    ['place', 'statistical'],
  ],
  ['other words elsewhere', [['processings', 'visits', 'title', 'en'], 'Visits'], []],
  ['something without consent', [['processings', 'log', 'retention', 'keep'], 'P2Y'], []],
  ['a question that is gone', [['consents', 'opens'], undefined], []],
  [
    'a question that is new',
    [['consents', 'extra'], { text: { en: 'x', nb: 'x', sv: 'x' }, title: { en: 'x', nb: 'x', sv: 'x' } }],
    [],
  ],
] as [string, Edit, string[]][])('asked again after %s: %j → %j', (_why, change, consents) => {
  expect(diffPolicies(wholePolicy, changed(wholePolicy, change)).consents).toEqual(consents)
})

test('columns that hold nothing personal are no change to people', () => {
  const more = changed(samplePolicy, [['columns', 'letter', 'size'], { nothingPersonal: 'bytes' }])
  expect(diffPolicies(samplePolicy, more).changes).toEqual([])
  const personal = changed(samplePolicy, [
    ['columns', 'letter', 'name'],
    { holds: 'mail', title: { en: 'x', nb: 'x', sv: 'x' } },
  ])
  expect(diffPolicies(samplePolicy, personal)).toMatchObject({ class: 'minor', changes: [{ part: 'columns.letter' }] })
})

test('in words: what matters first, with what was said and what is', () => {
  const after = changed(
    wholePolicy,
    [['processings', 'log', 'retention', 'keep'], 'P30D'],
    [['processings', 'log', 'retention', 'cap', 'atMost'], 'P30D'],
    [['processings', 'newsletter', 'recipients'], ['mailer']],
    [['processings', 'visits', 'title', 'en'], 'Counting'],
  )
  expect(diffInWords(diffPolicies(wholePolicy, after), 'en')).toBe(`Change that matters to you:
- Use “Log”, how long it exists: longer.
  Before: until 14 days after you gave it
  Now: until 30 days after you gave it

Small change:
- Use “Newsletter”, who gets it: removed: Host.

Wording only:
- Use “Counting”, title: worded differently.
  Before: Counting visits
  Now: Counting
`)
  expect(diffInWords(diffPolicies(wholePolicy, wholePolicy), 'en')).toBe('')
})
