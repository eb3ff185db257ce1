import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sha256 } from '../ids.ts'
import { StartupError } from '../startup-error.ts'

/** One file `NNNN_name.sql`. */
export interface Migration {
  number: number
  name: string
  sql: string
  hash: string
  /** Tables and columns that it takes away or renames, so that no policy names them any more. */
  retires: string[]
}

/** The migrations of a folder, in order. @throws StartupError `db.migration-failed` where the numbers have a gap. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  return files.map((file, index) => {
    const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? []
    if (name === undefined || Number(digits) !== index + 1) {
      const expected = String(index + 1).padStart(4, '0')
      throw new StartupError(
        'db.migration-failed',
        `${file} should be named ${expected}_<name>.sql: numbers have no gap.`,
      )
    }
    // A checkout may have turned the line ends; that is no change.
    const sql = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { number: index + 1, name, sql, hash: sha256(sql), retires: retiredIn(sql) }
  })
}

/** From lines such as `-- retires: note.body, visit`. */
function retiredIn(sql: string): string[] {
  const lines = [...sql.matchAll(/^-- retires: (.+)$/gm)].map((line) => line[1] ?? '')
  return lines.flatMap((line) => line.split(',').map((name) => name.trim()))
}
