import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { unsaidRows } from '../../packages/policy/src/coverage/coverage.ts'
import { projectRoot, withPlanted } from '../checks/plant.ts'
import { readSourceFiles } from '../checks/source-files.ts'
import { coverageFiles } from './files.ts'
import { readCoverage, unknownRows } from './read.ts'
import { testsOfRows } from './test-titles.ts'

test('what is written down of rows, policies and tests is what there is', async () => {
  const { coverage, tests } = readCoverage(projectRoot)
  expect(unknownRows(tests)).toEqual([])
  expect(unsaidRows(coverage)).toEqual([])
  for (const [place, text] of await coverageFiles(coverage))
    expect(readFileSync(path.join(projectRoot, place), 'utf8'), `${place}: node tools/coverage/main.ts --write`).toBe(
      text,
    )
})

test('the number of rows that wait is printed first', async () => {
  const { coverage } = readCoverage(projectRoot)
  const waiting = coverage.filter(({ waitsFor }) => waitsFor !== null)
  const [first] = await coverageFiles(coverage)
  expect(first?.[1].split('\n')[2]).toBe(
    `${waiting.length} of ${coverage.length} rows wait for a feature that isn’t built.`,
  )
})

const place = 'packages/policy/src/planted.test.ts'

function titled(text: string) {
  return withPlanted({ [place]: text }, (root) => testsOfRows(readSourceFiles(root)))
}

test('titles name rows, however the tests are made', async () => {
  const found = await titled(`
    test('row Q01: one', () => {})
    test.for([
      ['a', 1],
    ] as const)('rows Q02 and Q03: two', () => {})
    test.each\`a\${1}\`('rows Q04, Q05, and Q06: three', () => {})
    it.concurrent(\`row Q07: \${1}\`, () => {})
  `)
  expect(found.map(({ rows }) => rows)).toEqual([['Q01'], ['Q02', 'Q03'], ['Q04', 'Q05', 'Q06'], ['Q07']])
})

test('comments, other calls and titles without rows name none', async () => {
  const found = await titled(`
    // test('row Q01: one')
    label('row Q02: two')
    test('a row by itself is none, and rows of seats aren’t either', () => {})
    test('rowing Q04', () => {})
  `)
  expect(found).toEqual([])
})

test('a row that isn’t there is named with its test', async () => {
  const found = await titled(`test('row Z99: nothing', () => {})`)
  expect(unknownRows(found)).toEqual([`${place}: “row Z99: nothing” names row Z99, which is none`])
})
