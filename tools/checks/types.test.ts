import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot, withPlanted } from './plant.ts'

const base = readFileSync(path.join(projectRoot, 'tsconfig.base.json'), 'utf8')

test('a text that one language lacks does not compile', async () => {
  const said = await compileWithout('packages/web/src/texts', 'nb.ts', /^ {4}(\w+): '.*',$/m)
  expect(said.output).toMatch(new RegExp(`texts/nb\\.ts.*error TS\\d+: (.|\\n)*'${said.left}'`))
})

test('a column that the policy does not bind does not compile', async () => {
  const said = await compileWithout(
    'packages/server/src/platform/db',
    'tables.ts',
    /^ {2}(\w+): \{ nothingPersonal: .* \},$/m,
  )
  expect(said.output).toMatch(new RegExp(`db/tables\\.ts.*error TS\\d+: (.|\\n)*'${said.left}'`))
})

test('a query on a column that the table lacks does not compile', async () => {
  const store = `import type { Db } from './db.ts'
import type { PlatformTables } from './tables.ts'
export const all = (db: Db<PlatformTables>) => db.selectFrom('schema_migration').select('email').execute()
`
  const output = await withPlanted({ 'tsconfig.base.json': base }, (root) => {
    copyFolder(root, 'packages/server/src/platform/db')
    writeFileSync(path.join(root, 'packages/server/src/platform/db/planted.ts'), store)
    return compile(root, 'packages/server/src/platform/db/planted.ts')
  })
  expect(output).toMatch(/planted\.ts\(3,\d+\): error TS\d+: (.|\n)*"email"/)
})

/** Copies a folder, leaves out the first line of a file that fits the pattern, and compiles that file. */
async function compileWithout(
  folder: string,
  file: string,
  line: RegExp,
): Promise<{ output: string; left: string | undefined }> {
  return withPlanted({ 'tsconfig.base.json': base }, (root) => {
    copyFolder(root, folder)
    const place = path.join(root, folder, file)
    const text = readFileSync(place, 'utf8')
    expect(compile(root, `${folder}/${file}`)).toBe('')
    writeFileSync(place, text.replace(line, ''))
    return { output: compile(root, `${folder}/${file}`), left: line.exec(text)?.[1] }
  })
}

function copyFolder(root: string, folder: string): void {
  mkdirSync(path.join(root, folder), { recursive: true })
  cpSync(path.join(projectRoot, folder), path.join(root, folder), { recursive: true })
}

function compile(root: string, place: string): string {
  const config = {
    extends: './tsconfig.base.json',
    compilerOptions: { lib: ['es2024', 'dom'], types: ['node'] },
    files: [place],
  }
  writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify(config))
  const { stdout } = spawnSync(path.join(projectRoot, 'node_modules/.bin/tsc'), ['-p', root], { encoding: 'utf8' })
  return stdout
}
