import { expect, test } from 'vitest'
import { addressesIn } from './lock-file.ts'
import { found } from './plant.ts'
import { measure, oversized } from './sizes.ts'

test('an oversized file is named with its length', async () => {
  const files = { 'packages/web/src/long.ts': 'export {}\n'.repeat(401), 'packages/web/src/full.ts': '\n'.repeat(400) }
  expect(await found(oversized, files)).toEqual(['packages/web/src/long.ts has 401 lines; 400 is the most'])
})

test('the measure gives median and 95th percentile of files that are no tests', () => {
  const file = (lines: number, place: string) => ({ place, text: '\n'.repeat(lines), code: '', imports: [] })
  const files = [10, 20, 30, 40, 50].map((lines) => file(lines, `packages/web/src/${lines}.ts`))
  const sizes = measure([...files, file(300, 'packages/web/src/a.test.ts')])
  expect(sizes).toMatchObject({ files: 5, lines: 150, median: 30, percentile95: 50 })
})

test('an address in the lock file is named', () => {
  const packages = {
    'node_modules/zod': { version: '4.0.0', resolved: 'https://packages.example/zod.tgz' },
    'packages/web': { resolved: 'packages/web' },
  }
  expect(addressesIn(JSON.stringify({ packages }))).toEqual([
    'package-lock.json: node_modules/zod carries the address it came from ("resolved")',
  ])
})
