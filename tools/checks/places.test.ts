import { expect, test } from 'vitest'
import { misplaced } from './places.ts'
import { found } from './plant.ts'

const inFeature = 'packages/server/src/features/rooms/rooms.ts'
/** A word that may not stand in a file of ours, this one included. */
const joined = (...parts: string[]): string => parts.join('')

const inTest = 'packages/client/src/some.test.ts'

test.for([
  [inFeature, "db.selectFrom('rooms')", '.selectFrom(: SQL stands in a store.ts or in platform/db'],
  [inFeature, 'sql`select 1`', 'sql`: SQL stands in a store.ts or in platform/db'],
  [
    'packages/server/src/platform/ids.ts',
    'const id = Math.random()',
    'Math.random(: identifiers come from platform/ids, other chance from crypto.getRandomValues',
  ],
  [inTest, joined('test.', "only('one', () => {})"), joined('test.', 'only: every test runs')],
  [inTest, joined('describe.', "skip('some', () => {})"), joined('describe.', 'skip: every test runs')],
  [inTest, joined('const x = y as un', 'known as string'), joined('as un', 'known as: a double cast hides a mistake')],
  [inFeature, joined('// TO', 'DO later'), joined('TO', 'DO: what is left to do is an issue, not a comment')],
  [
    inFeature,
    joined('// oxlint-', 'disable-next-line'),
    joined('oxlint-', 'disable: no check is switched off in place'),
  ],
] as const)('%s: %s', async ([place, line, says]) => {
  expect(await found(misplaced, { [place]: `\n${line}\n` })).toEqual([`${place}:2 ${says}`])
})

test('lets pass what stands in its place, and what only a comment says', async () => {
  const files = {
    'packages/server/src/features/rooms/store.ts': "export const rooms = (db) => db.selectFrom('rooms')\n",
    [inFeature]: '// Runs no sql`…` and calls no Math.random().\n',
  }
  expect(await found(misplaced, files)).toEqual([])
})
