import { expect, test } from 'vitest'
import { changed, type Change as Edit } from '../../test/change.ts'
import { wholePolicy } from '../../test/whole-policy.ts'
import { consentScopes } from './consent-scopes.ts'
import { diffPolicies } from './diff.ts'
import { touchedCategories } from './touched.ts'

const touched = (...edits: Edit[]) => {
  const after = changed(wholePolicy, ...edits)
  return touchedCategories(diffPolicies(wholePolicy, after), { before: wholePolicy, after })
}

test('row N02: those are told whose data a material change touches', () => {
  const categories = wholePolicy.processings['visits']?.categories
  expect(touched([['processings', 'visits', 'retention', 'keep'], 'P20M'])).toEqual(categories?.toSorted())
  expect(touched([['processings', 'visits', 'retention', 'keep'], 'P2M'])).toEqual([])
  expect(touched([['controller', 'name'], 'Another AS'])).toBe('all')
  expect(touched([['documents', 'terms', 'text', 'en'], 'You pay twice.'])).toBe('all')
  expect(touched([['categories', 'opens', 'identifies'], 'person'])).toEqual(['opens'])
})

test('row N02: a question is another one exactly where the diff says that a material change touches it', async () => {
  const scopes = await consentScopes(wholePolicy, null)
  const next = async (edit: Edit) => {
    const after = changed(wholePolicy, edit)
    const diff = diffPolicies(wholePolicy, after)
    const carried = await consentScopes(after, { scopes, diff })
    return { diff, other: Object.keys(scopes).filter((key) => carried[key] !== scopes[key]) }
  }
  const longer = await next([['processings', 'visits', 'retention', 'keep'], 'P20M'])
  expect(longer.other).toEqual(['statistical'])
  expect(longer.other).toEqual(longer.diff.consents)
  const shorter = await next([['processings', 'visits', 'retention', 'keep'], 'P2M'])
  expect(shorter.other).toEqual([])
})
