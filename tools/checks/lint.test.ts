import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot, withPlanted } from './plant.ts'

const compilerOptions = readFileSync(path.join(projectRoot, 'tsconfig.base.json'), 'utf8')
const place = 'packages/server/src/planted.ts'

const unawaited = `import { Kysely, DummyDriver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
const db = new Kysely<{ rooms: { name: string } }>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (any) => new PostgresIntrospector(any),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
export async function forget(): Promise<void> {
  db.deleteFrom('rooms').execute()
}
`
const longFunction = `export function long(): number {
  let sum = 0
${'  sum += 1\n'.repeat(60)}  return sum
}
`

test.for([
  { planted: 'a query that nobody waits for', text: unawaited, says: /planted\.ts:11:3: .*no-floating-promises/ },
  { planted: 'a function of 63 lines', text: longFunction, says: /planted\.ts:1:8: .*max-lines-per-function/ },
  { planted: 'a file of 401 lines', text: 'export {}\n'.repeat(401), says: /planted\.ts:\d+:\d+: .*max-lines/ },
  { planted: 'an any', text: 'export const x: any = 1\n', says: /planted\.ts:1:17: .*no-explicit-any/ },
  { planted: 'a default export', text: 'export default 1\n', says: /planted\.ts:1:8: .*no-default-export/ },
])('the linter finds $planted', async ({ text, says }) => {
  expect(await lint({ [place]: text })).toMatch(says)
})

test('the linter finds files that import each other in a circle', async () => {
  const files = {
    'packages/web/src/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
    'packages/web/src/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
  }
  expect(await lint(files)).toMatch(/a\.ts:1:\d+: .*no-cycle/)
})

test('the linter has nothing to say about a sound file', async () => {
  const awaited = unawaited.replace('  db.deleteFrom', '  await db.deleteFrom')
  expect(await lint({ [place]: awaited })).not.toMatch(/planted\.ts:/)
})

function lint(files: Record<string, string>): Promise<string> {
  const config = { 'tsconfig.base.json': compilerOptions, 'tsconfig.json': '{ "extends": "./tsconfig.base.json" }' }
  return withPlanted({ ...config, ...files }, (root) => {
    copyFileSync(path.join(projectRoot, '.oxlintrc.json'), path.join(root, '.oxlintrc.json'))
    const oxlint = path.join(projectRoot, 'node_modules/.bin/oxlint')
    const { stdout, stderr } = spawnSync(oxlint, ['-f', 'unix'], { cwd: root, encoding: 'utf8' })
    return stdout + stderr
  })
}
