import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, hashPolicy } from './hash.ts'
import { samplePolicy } from '../test/sample-policy.ts'

test('canonical JSON says the same whatever the order of writing, and parses back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const canonical = canonicalJson(value)
      expect(canonicalJson(reversed(value))).toBe(canonical)
      expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  )
}

test('the hash is that of the canonical form (FIPS 180-4), and changes with any word', async () => {
  const hash = await hashPolicy(samplePolicy)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await hashPolicy(structuredClone(samplePolicy))).toBe(hash)
  const other = { ...samplePolicy, rights: [{ en: 'Write to us!', nb: 'x', sv: 'x' }] as const }
  expect(await hashPolicy(other)).not.toBe(hash)
  expect(await hashPolicy({ ...samplePolicy, controller: null })).not.toBe(hash)
})

test('a column that holds nothing personal makes no new version, one that does, does', async () => {
  const hash = await hashPolicy(samplePolicy)
  const withColumn = (binding: (typeof samplePolicy.columns)[string][string]) =>
    hashPolicy({ ...samplePolicy, columns: { ...samplePolicy.columns, other: { column: binding } } })
  expect(await withColumn({ nothingPersonal: 'number' })).toBe(hash)
  expect(await withColumn({ holds: 'mail', title: { en: 'x', nb: 'x', sv: 'x' } })).not.toBe(hash)
})
