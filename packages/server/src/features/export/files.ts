import type { Content } from './content.ts'
import { htmlOf } from './html.ts'
import { jsonOf } from './json.ts'
import { schemaOf } from './schema.ts'
import { csvOf } from './table-csv.ts'
import type { ZipEntry } from './zip.ts'

/** The files of an export, each written when its turn comes. */
export function filesOf(content: Content): ZipEntry[] {
  return [
    { name: 'index.html', content: () => htmlOf(content) },
    { name: 'data.json', content: () => jsonOf(content) },
    { name: 'schema.json', content: () => once(`${JSON.stringify(schemaOf(content), null, 2)}\n`) },
    ...[...content.pictures].map(([name, bytes]) => ({ name, content: () => once(bytes) })),
    ...content.tables.map((table) => ({ name: `tables/${table.name}.csv`, content: () => csvOf(content, table) })),
  ]
}

async function* once<Part>(part: Part): AsyncGenerator<Part> {
  yield part
}
