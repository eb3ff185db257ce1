import { expect, test } from 'vitest'
import { en, type VerifyTexts } from './en.ts'
import { nb } from './nb.ts'
import { sv } from './sv.ts'

const all: Record<string, VerifyTexts> = { en, nb, sv }

test('the English names that outsiders rely on stand as promised', () => {
  expect([en.verify, en.title]).toEqual(['Verify', 'Safety number'])
})

test('no text is empty, and no two languages say all the same', () => {
  const say = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(say)
        : []
  for (const texts of Object.values(all)) expect(say(texts).filter((text) => text.trim() === '')).toEqual([])
  expect(new Set(Object.values(all).map((texts) => JSON.stringify(say(texts)))).size).toBe(3)
})

test('what names belong to is said of one and of several', () => {
  for (const texts of Object.values(all)) {
    expect(texts.changedNotice(['Bo'])).toContain('Bo')
    expect(texts.changedNotice(['Bo', 'Kari'])).toMatch(/Bo (and|og|och) Kari/)
  }
})
