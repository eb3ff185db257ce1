import { findingCodes, type FindingCode } from '@samtale/policy'
import { expect, test } from 'vitest'
import { en, type PoliciesTexts } from './en.ts'
import type { Explanations } from './explanation.ts'
import { nb } from './nb.ts'
import { sv } from './sv.ts'

const all: Record<'en' | 'nb' | 'sv', PoliciesTexts> = { en, nb, sv }

/** Every text by its path; functions are called with a count of two. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String((value as (...counts: number[]) => unknown)(2, 3))]]
  return Object.entries(value ?? {}).flatMap(([key, part]) => texts(part, `${path}.${key}`))
}

test('a code of the compiler without an explanation does not compile', () => {
  const { 'consent.implied': explained, ...others } = en.findings
  // @ts-expect-error `consent.implied` is missing
  const explanations: Explanations = others
  expect([explained, explanations]).toHaveLength(2)
})

test('every code is explained in every language, and nothing else is', () => {
  const codes = Object.keys(findingCodes).toSorted() as FindingCode[]
  for (const { findings } of Object.values(all)) expect(Object.keys(findings).toSorted()).toEqual(codes)
})

test('no text is empty, and what is translated is not English any more', () => {
  const english = new Map(texts(en))
  for (const language of ['nb', 'sv'] as const) {
    const own = texts(all[language])
    expect(own.map(([path]) => path)).toEqual([...english.keys()])
    const same = own.filter(([path, text]) => text.includes(' ') && english.get(path) === text)
    expect(same).toEqual([])
    for (const [path, text] of own) expect(text.trim(), path).not.toBe('')
  }
})

test('explanations are sentences, and say which article where one is broken', () => {
  for (const { findings } of Object.values(all)) {
    for (const [code, { wrong, why, mend }] of Object.entries(findings)) {
      for (const text of [wrong, why, mend]) expect(text, code).toMatch(/[.]$/)
      if (!/^(profile|schema|reference)\./.test(code)) expect(why, code).toMatch(/\d/)
    }
  }
})
