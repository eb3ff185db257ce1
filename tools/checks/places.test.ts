import { expect, test } from 'vitest'
import { misplaced } from './places.ts'
import { found } from './plant.ts'

const inFeature = 'packages/server/src/features/rooms/rooms.ts'
/** A word that may not stand in a file of ours, this one included. */
const joined = (...parts: string[]): string => parts.join('')

const inTest = 'packages/client/src/some.test.ts'

test.for([
  [inFeature, 'const home = process.env.HOME', 'process.env: the environment is read in platform/config only'],
  [
    inFeature,
    "console.log('hello')",
    'console.log(: the log is platform/log; only main, cli and tools speak to the console',
  ],
  [inFeature, "db.selectFrom('rooms')", '.selectFrom(: SQL stands in a store.ts or in platform/db'],
  [inFeature, 'sql`select 1`', 'sql`: SQL stands in a store.ts or in platform/db'],
  [inFeature, "await fetch('https://example.org')", 'fetch(: the server contacts others through platform/egress only'],
  [inFeature, 'http.request(options)', 'http.request(: the server contacts others through platform/egress only'],
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
    'packages/server/src/platform/config/config.ts': 'export const port = process.env["SAMTALE_PORT"]\n',
    'packages/server/src/features/rooms/store.ts': "export const rooms = (db) => db.selectFrom('rooms')\n",
    [inFeature]: '// Reads no process.env, calls no fetch() and logs with console.log() never.\n',
  }
  expect(await found(misplaced, files)).toEqual([])
})
