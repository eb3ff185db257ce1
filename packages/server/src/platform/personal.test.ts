import { format, inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Personal, reveal } from './personal.ts'

const printed = '[contact.email]'

/** Every way in which a value turns into text by itself. */
const ways: [string, (value: Personal<unknown>) => string][] = [
  ['a template', (value) => `${String(value)}${[value].join('')}`],
  ['concatenation', (value) => ''.concat(value.toString(), JSON.stringify(value))],
  ['JSON, deep in', (value) => JSON.stringify({ list: [{ value }] })],
  ['console.log', (value) => format('%s %o %O %j %d', value, value, value, value, value)],
  ['the inspector, told to show all', (value) => inspect({ value }, { showHidden: true, depth: null, getters: true })],
  ['the inspector, told not to ask', (value) => inspect(value, { customInspect: false, showHidden: true, depth: 9 })],
  ['an error', (value) => new Error(`not sent to ${String(value)}`, { cause: value }).stack ?? ''],
  ['an error, inspected', (value) => inspect(new Error('not sent', { cause: value }))],
  ['its own properties', (value) => inspect(Object.getOwnPropertyDescriptors(value), { showHidden: true, depth: 9 })],
  ['a copy', (value) => inspect({ ...value, ...Object.assign({}, value) }, { showHidden: true })],
  ['a structured clone', (value) => inspect(structuredClone(value), { showHidden: true })],
  ['bytes', (value) => Buffer.from(String(value)).toString()],
  [
    'an address of a page',
    (value) => encodeURIComponent(String(value)) + new URLSearchParams({ q: String(value) }).toString(),
  ],
]

test.for(ways)('%s never has the value', ([, print]) => {
  const canary = 'canary@7f3a.example'
  const text = print(new Personal('contact.email', canary)) + print(new Personal('contact.email', { deep: [canary] }))
  expect(text).not.toContain('canary')
  expect(text).not.toContain('7f3a')
})

test('it prints as its category, in every conversion of the language', () => {
  const value = new Personal('contact.email', 'ola@person.example')
  expect([String(value), JSON.stringify({ value }), inspect([value]), value.category]).toEqual([
    printed,
    `{"value":"${printed}"}`,
    `[ ${printed} ]`,
    'contact.email',
  ])
  for (const hint of ['string', 'number', 'default']) {
    const convert = Reflect.get(value, Symbol.toPrimitive) as (hint: string) => unknown
    expect(Reflect.apply(convert, value, [hint])).toBe(printed)
  }
})

test('reveal gives the value back, whatever it is', () => {
  fc.assert(fc.property(fc.anything(), (value) => Object.is(reveal(new Personal('c', value)), value)))
})

test('nothing else is revealed', () => {
  const forged: Personal<string> = Object.create(Personal.prototype)
  expect(() => reveal(forged)).toThrow(TypeError)
})

test('what must not compile', () => {
  const value = new Personal('contact.email', 'ola@person.example')
  // @ts-expect-error a personal value is no text
  const text: string = value
  // @ts-expect-error something of the same form is no personal value
  const made: Personal<string> = { category: 'c', toString: () => '', toJSON: () => '' }
  expect([text, made]).toHaveLength(2)
})
