import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openCopy } from './copy.ts'
import type { Check, Family, Mutation } from './mutation.ts'
import { chosen, sumOf, tellResult, tryAll } from './try-all.ts'

const root = mkdtempSync(path.join(tmpdir(), 'samtale-mutation-test-'))
afterAll(() => rmSync(root, { recursive: true }))
writeFileSync(path.join(root, 'a.txt'), 'one two')
const copy = openCopy(root)

/** A check as a planted one would be: red where the file has the word. */
const looksFor = (word: string): Check => ({
  name: `looks for ${word}`,
  run: async () => {
    const has = copy.read('a.txt').includes(word)
    return { passed: !has, output: has ? `a.txt has ${word}` : '' }
  },
})
const alwaysGreen: Check = { name: 'always green', run: async () => ({ passed: true, output: '' }) }

const plant: Mutation = {
  name: 'a word',
  change: (planted) => planted.replace('a.txt', 'two', 'three'),
  check: looksFor('three'),
  expects: /has three/,
}

async function tried(...mutations: Mutation[]) {
  const families: Family[] = [{ name: 'family', mutations }]
  const told: string[] = []
  const results = await tryAll(copy, families, (result) => told.push(tellResult(result)))
  return { results, told, ...sumOf(results) }
}

test('what is planted and found is caught, and put back', async () => {
  const { line, isGreen, told } = await tried(plant)
  expect([line, isGreen]).toEqual(['caught/tried: 1/1', true])
  expect(told).toEqual([expect.stringMatching(/^caught {2}family: a word: looks for three \(\d+\.\d s\)\n$/)])
  expect(readFileSync(path.join(root, 'a.txt'), 'utf8')).toBe('one two')
})

test('a check that is always green catches nothing, which is told', async () => {
  const { line, isGreen, told } = await tried(plant, { ...plant, check: alwaysGreen })
  expect([line, isGreen]).toEqual(['caught/tried: 1/2', false])
  expect(told[1]).toMatch(/^MISSED {2}family: a word: always green .*\n +the check is green\n$/)
})

test.for<[why: string, mutation: Mutation]>([
  ['the check is red without it: a.txt has one', { ...plant, check: looksFor('one') }],
  ['red for another reason than /elsewhere/: a.txt has three', { ...plant, expects: /elsewhere/ }],
  [
    'it could not be tried: Error: a.txt has 0 times: four',
    { ...plant, change: (c) => c.replace('a.txt', 'four', '5') },
  ],
])('a mutation counts only where the check is red because of it: %s', async ([why, mutation]) => {
  const { results, isGreen } = await tried(mutation)
  expect([results[0]?.why, isGreen]).toEqual([why, false])
})

test('trying nothing is no success', async () => {
  expect((await tried()).isGreen).toBe(false)
})

test('a new file goes, and a word chooses', async () => {
  copy.write('sub/b.txt', 'x')
  copy.undo()
  expect(() => copy.read('sub/b.txt')).toThrow('ENOENT')
  const families: Family[] = [
    { name: 'One', mutations: [plant] },
    { name: 'two', mutations: [plant, { ...plant, name: 'another' }] },
  ]
  expect(chosen(families, 'one')).toEqual(families.slice(0, 1))
  expect(chosen(families, 'ANOTHER').flatMap(({ mutations }) => mutations)).toHaveLength(1)
  expect(chosen(families, '')).toEqual(families)
})
