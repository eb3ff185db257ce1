import type { Content } from './content.ts'
import { csvLine } from './csv.ts'
import { Unreadable } from './unreadable.ts'
import type { PersonTable } from './whose.ts'

/** A table as CSV: a line of its columns' names, then its rows. It begins with a mark that it is UTF-8, for spreadsheets. */
export async function* csvOf(content: Content, table: PersonTable): AsyncGenerator<string> {
  const columns = Object.keys(table.columns)
  yield `\uFEFF${csvLine(columns)}`
  for await (const rows of content.rows(table, new Unreadable()))
    yield rows.map((row) => csvLine(columns.map((column) => row[column] ?? null))).join('')
}
