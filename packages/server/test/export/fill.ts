import { randomBytes, randomInt } from 'node:crypto'
import { tableBindings } from '../../src/app/database.ts'
import { recordKinds } from '../../src/app/record-kinds.ts'
import { personTables, type PersonTable } from '../../src/features/export/whose.ts'
import { newId } from '../../src/platform/ids.ts'
import { toldOtherwise, type ExportWorld } from './people.ts'

/** A value that is nobody else's, and where it was put. */
export interface Canary {
  readonly table: string
  readonly column: string
  /** As a document has it. */
  readonly value: string | number
}

interface Column {
  table: string
  column: string
  type: string
  nullable: boolean
  refers: string | null
}

/** For tests: columns as PostgreSQL has them; the checks on them are dropped, so that anything can stand in each. */
export async function openColumns(world: ExportWorld): Promise<Column[]> {
  await world.owner(`alter event trigger samtale_undeclared disable;
    do $$ declare c record; begin
      for c in select conrelid::regclass as t, conname from pg_constraint
        where connamespace = 'public'::regnamespace
          and (contype = 'c' or contype = 'f' and confrelid not in ('record'::regclass, 'subject'::regclass))
      loop execute format('alter table %s drop constraint %I', c.t, c.conname); end loop; end $$;
    alter event trigger samtale_undeclared enable always`)
  const rows = await world.owner(`select c.relname as table, a.attname as column,
      format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
      (select confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) as refers
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`)
  return rows.map(({ table, column, type, nullable, refers }) => ({
    table: String(table),
    column: String(column),
    type: String(type),
    nullable: nullable === true,
    refers: typeof refers === 'string' ? refers : null,
  }))
}

/**
 * Somebody of whom something is kept in every column that can hold something about a person, each value a canary: made
 * from the bindings, so that a column that is new tomorrow is filled as well.
 */
export async function addPerson(
  world: ExportWorld,
  columns: readonly Column[],
  rowsEach: number,
): Promise<{ subject: string; canaries: Canary[] }> {
  const subject = newId()
  const canaries: Canary[] = []
  const statements = [`insert into subject (id) values ('${subject}')`]
  const kinds = Object.keys(recordKinds.kinds)
  const make = (kind: string) => {
    const id = newId()
    statements.push(`insert into record (id, kind, subject_id) values ('${id}', '${kind}', '${subject}')`)
    return id
  }
  for (const table of personTables(tableBindings, toldOtherwise).filter(
    ({ name }) => !['record', 'subject'].includes(name),
  )) {
    for (let row = 0; row < rowsEach; row += 1) {
      const record = make(table.kind ?? kinds[row % kinds.length] ?? 'ticket')
      const values: [string, string][] = []
      for (const column of columns.filter((one) => one.table === table.name)) {
        const [sql, canary] = await valueFor(world, table, column, { record, subject })
        values.push([column.column, sql])
        if (canary !== null) canaries.push({ table: table.name, column: column.column, value: canary })
      }
      statements.push(
        `insert into ${table.name} (${values.map(([name]) => name).join(', ')}) values (${values.map(([, sql]) => sql).join(', ')})`,
      )
    }
  }
  await world.owner(statements.join(';\n'))
  return { subject, canaries }
}

async function valueFor(
  world: ExportWorld,
  table: PersonTable,
  { column, type, nullable, refers }: Column,
  whose: { record: string; subject: string },
): Promise<[sql: string, canary: string | number | null]> {
  if (column === 'record_id') return [`'${whose.record}'`, null]
  if (column === 'subject_id') return [`'${whose.subject}'`, null]
  if (refers !== null) return nullable ? ['null', null] : [`'${whose.record}'`, null]
  const binding = table.columns[column]
  const canary = randomFor(type)
  if (binding === undefined || 'nothingPersonal' in binding) return [`'${String(canary)}'`, null]
  if (binding.store !== 'sealed') return [`'${String(canary)}'`, canary]
  const cell = { table: table.name, column, record: whose.record, category: binding.holds }
  return [`'${await world.seals.seal(cell, String(canary))}'`, canary]
}

function randomFor(type: string): string | number {
  if (type.startsWith('timestamp')) return new Date(Date.UTC(2020, 0, 1) + randomInt(2 ** 38)).toISOString()
  if (type === 'date') return new Date(Date.UTC(2020, 0, 1) + randomInt(2 ** 38)).toISOString().slice(0, 10)
  if (type === 'uuid') return newId()
  if (type === 'boolean') return 'true'
  if (/int|numeric/.test(type)) return randomInt(100_000_000, 2_000_000_000)
  if (type.endsWith('[]')) return '{}'
  if (/json/.test(type)) return '{}'
  return `canary-${randomBytes(12).toString('hex')}`
}
