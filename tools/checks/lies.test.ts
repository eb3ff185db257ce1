import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lies } from '../../e2e/liar/table.ts'
import { projectRoot } from './plant.ts'

const read = (place: string): string => readFileSync(path.join(projectRoot, place), 'utf8')

test('the document of lies tells each that is tried, and no other', () => {
  const rows = read('docs/lies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows).toEqual(lies.map(({ id, does, meets, shows }) => [`\`${id}\``, does, meets, shows]))
})

test('each lie of the table is told to a page', () => {
  const told = globSync('e2e/liar/*.ts', { cwd: projectRoot }).flatMap((file) =>
    [...read(file).matchAll(/\btell\('([^']+)'/g)].map(([, id]) => id),
  )
  expect(new Set(told)).toEqual(new Set(lies.map(({ id }) => id)))
})
