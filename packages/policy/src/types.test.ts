// What must not compile. The compiler reads these lines in `npm run check`: where one of them did compile, the
// expectation above it would be an error.
import { expect, test } from 'vitest'
import type { LiveBindings, RowBindings } from './bindings.ts'
import type { ConsentPurpose } from './consent.ts'
import type { LegalBasis } from './legal-basis.ts'
import { definePolicy } from './policy.ts'
import type { RetentionRule } from './retention.ts'
import { sampleDeclarations } from '../test/sample-policy.ts'
import type { StorageKey } from './storage-key.ts'
import type { Text } from './text.ts'

const text = { en: 'x', nb: 'x', sv: 'x' }

test('a text has every language', () => {
  // @ts-expect-error Swedish is left out
  const two: Text = { en: 'x', nb: 'x' }
  // @ts-expect-error German is none of ours
  const four: Text = { ...text, de: 'x' }
  expect([two, four]).toHaveLength(2)
})

test('consent says how it is asked for, and implied consent can’t be written', () => {
  // @ts-expect-error being there is no way of asking
  const implied: ConsentPurpose = { title: text, text, asked: 'implied', validFor: 'P6M' }
  // @ts-expect-error nobody says what was asked
  const unasked: LegalBasis = { article: '6-1-a' }
  // @ts-expect-error an interest is weighed and can be objected to
  const unweighed: LegalBasis = { article: '6-1-f', interest: text }
  // @ts-expect-error there is no art. 6(1)(g)
  const invented: LegalBasis = { article: '6-1-g', law: text }
  expect([implied, unasked, unweighed, invented]).toHaveLength(4)
})

test('retention has a cap, and lists can’t be empty', () => {
  // @ts-expect-error no cap
  const endless: RetentionRule = { keep: 'P1Y', from: 'collected', held: 'database' }
  const letters = sampleDeclarations.processings['letters']
  // @ts-expect-error no category
  const nothing: typeof letters = { ...letters, categories: [] }
  // @ts-expect-error nobody is written as such
  const toNobody: typeof letters = { ...letters, recipients: [] }
  expect([endless, nothing, toNobody]).toHaveLength(3)
})

test('“persistent” is no lifetime', () => {
  const key = { holds: 'mail', purpose: 'answer', description: text } as const
  // @ts-expect-error a cookie ends
  const cookie: StorageKey = { ...key, store: 'cookie', lifetime: 'until-cleared' }
  // @ts-expect-error that says nothing of when it ends
  const persistent: StorageKey = { ...key, store: 'local', lifetime: 'persistent' }
  expect([cookie, persistent]).toHaveLength(2)
})

test('what is referred to has to be declared', () => {
  const mail = sampleDeclarations.categories['mail']
  if (mail === undefined) throw new Error('the sample has changed')
  const empty = {
    purposes: {},
    recipients: {},
    events: {},
    processings: {},
    columns: {},
    live: {},
    storage: {},
  } as const
  const parts = { ...empty, inShort: [text], rights: [text], categories: { mail } } as const
  const declared = definePolicy({ ...parts, columns: { letter: { from: { holds: 'mail', title: text } } } })
  // @ts-expect-error no category body
  const column = definePolicy({ ...parts, columns: { letter: { body: { holds: 'body', title: text } } } })
  // @ts-expect-error no category body
  const live = definePolicy({ ...parts, live: { writer: { body: { holds: 'body', title: text } } } })
  const session = { store: 'session', lifetime: 'session', description: text } as const
  // @ts-expect-error no purpose sell
  const storage = definePolicy({ ...parts, storage: { key: { ...session, holds: 'mail', purpose: 'sell' } } })
  expect([declared, column, live, storage]).toHaveLength(4)
})

test('bindings name every field of what is held, and none besides', () => {
  interface Row {
    id: number
    mail: string | null
    note?: string
  }
  const binding = { holds: 'mail', title: text } as const
  // @ts-expect-error note is left out, though it is optional
  const lacking = { id: { nothingPersonal: 'number' }, mail: binding } satisfies RowBindings<Row>
  // @ts-expect-error age is no column
  const more = { id: binding, mail: binding, note: binding, age: binding } satisfies RowBindings<Row>
  // @ts-expect-error a category that isn't among those allowed
  const other = { id: binding, mail: binding, note: binding } satisfies RowBindings<Row, 'name'>
  // @ts-expect-error mail is left out
  const live = { id: binding, note: binding } satisfies LiveBindings<Row>
  expect([lacking, more, other, live]).toHaveLength(4)
})
