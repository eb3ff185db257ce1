import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grantedBy, isToAsk, readChoice, writeChoice, type Choice } from './choice.ts'
import type { Question } from './questions.ts'
import { saysNo } from './signals.ts'

const text = { key: '', language: 'en', title: '', text: '', hash: '' } as const
const question = (key: string, tracks: boolean): Question => ({
  key,
  texts: { en: text, nb: text, sv: text },
  scope: 's',
  validFor: 'P6M',
  purposes: [key],
  tracks,
})
const questions = { all: [question('statistical', true), question('functional.chat', false)], edition: 'e1' }
const chosen: Choice = {
  recordId: '0190-abcd-1234',
  edition: 'e1',
  yes: ['statistical', 'functional.chat'],
  despiteSignal: false,
}

test('row C02: each question is granted by itself', () => {
  expect([...grantedBy(chosen, questions, false)]).toEqual(['statistical', 'functional.chat'])
  expect([...grantedBy({ ...chosen, yes: ['functional.chat'] }, questions, false)]).toEqual(['functional.chat'])
  expect(grantedBy(null, questions, false).size).toBe(0)
})

test('row N02: once a question is another one, the old answer counts for nothing and it is asked again', () => {
  const later = { ...questions, edition: 'e2' }
  expect(grantedBy(chosen, later, false).size).toBe(0)
  expect(isToAsk(chosen, later, false)).toBe(true)
  expect(isToAsk(chosen, questions, false)).toBe(false)
})

test('row K13: a browser’s own “no” is heard by all that tracks, unless somebody says yes knowing it', () => {
  expect([...grantedBy(chosen, questions, true)]).toEqual(['functional.chat'])
  expect([...grantedBy({ ...chosen, despiteSignal: true }, questions, true)]).toEqual([
    'statistical',
    'functional.chat',
  ])
  expect(isToAsk(null, { ...questions, all: [question('statistical', true)] }, true)).toBe(false)
  expect(saysNo({ headers: { 'sec-gpc': '1' } })).toBe(true)
  expect(saysNo({ headers: { dnt: '1' } })).toBe(true)
  expect(saysNo({ headers: { dnt: '0', 'sec-gpc': '0' } })).toBe(false)
})

test('a choice comes back as it was written, and what can’t be read is none', () => {
  const key = fc.constantFrom('statistical', 'functional.chat', 'marketing')
  fc.assert(
    fc.property(fc.uniqueArray(key), fc.boolean(), (yes, despiteSignal) => {
      const choice = { ...chosen, yes, despiteSignal }
      expect(readChoice(writeChoice(choice))).toEqual(choice)
    }),
  )
  for (const value of [undefined, '', '2.0190-abcd-1234.e1.-.', '1.short.e1.-.', "1.0190'--drop.e1.-.x", '1'])
    expect(readChoice(value)).toBeNull()
})
