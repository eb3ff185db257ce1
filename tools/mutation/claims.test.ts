import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compileProfile } from '../../packages/policy/src/profile/compile.ts'
import { projectRoot } from '../checks/plant.ts'
import { proofs } from './claims.ts'
import { removals } from './families/claims.ts'

const read = (place: string): string => readFileSync(path.join(projectRoot, place), 'utf8')

function claimed(): string[] {
  const { policy } = compileProfile(read('profiles/samtale.yaml'))
  const kinds = Object.values(policy?.claims ?? {}).map(({ kind }) => kind)
  return [...new Set(kinds)].toSorted()
}

test('every kind of claim that our own profile makes is proved by tests, and its enforcement is taken away to see it', () => {
  expect(claimed().length).toBeGreaterThan(0)
  expect(claimed().filter((kind) => !Object.hasOwn(proofs, kind))).toEqual([])
  expect([...new Set(removals.map(({ claim }) => claim))].toSorted()).toEqual(Object.keys(proofs).toSorted())
})

test.for(Object.entries(proofs))('the tests that prove “%s” are there', ([, found]) => {
  expect(found.filter(({ file, title }) => !read(file).includes(title))).toEqual([])
})
