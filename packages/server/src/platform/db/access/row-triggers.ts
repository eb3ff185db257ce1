import { createHash } from 'node:crypto'
import { sql, type QueryExecutorProvider } from 'kysely'
import type { Relation } from '../live-schema.ts'
import type { BoundTable, BoundTables } from './bound-tables.ts'
import { builtInPurposes, type AccessPlan } from './plan.ts'
import type { RoleNames } from './role-names.ts'

/** SQLSTATE of a value that only clearing was allowed for. */
const onlyClearsState = 'SM002'
/** SQLSTATE of a path that no binding declares. */
const undeclaredPathState = 'SM004'

interface RowTrigger {
  /** The relation as SQL writes it. */
  table: string
  name: string
  /** Everything behind `create trigger <name>`. */
  says: string
}

/**
 * What rights on columns can't say: that `storage` may clear a column and not write it, and that a JSON column holds no
 * path that its binding doesn't declare.
 */
export async function reconcileRowTriggers(
  database: QueryExecutorProvider,
  {
    bindings,
    plan,
    roles,
    live,
  }: { bindings: BoundTables; plan: AccessPlan; roles: RoleNames; live: readonly Relation[] },
): Promise<void> {
  await makeFunctions(database)
  const storageRole = roles.purposes.get(builtInPurposes.storage) ?? ''
  const tables = live.filter(
    ({ kind, isPartition }) => (kind === 'table' && !isPartition) || kind === 'partitioned table',
  )
  const wanted = tables.flatMap((relation) => [
    ...onlyClears(relation, plan, storageRole),
    ...declaredPaths(relation, bindings[relation.name]),
  ])
  const present = await liveTriggers(database)
  const isSame = (trigger: RowTrigger, other: LiveTrigger) =>
    trigger.table === other.table && trigger.name === other.name && markOf(trigger, other.found) === other.mark
  for (const other of present.filter((found) => !wanted.some((trigger) => isSame(trigger, found))))
    await sql`drop trigger ${sql.id(other.name)} on ${sql.raw(other.table)}`.execute(database)
  for (const trigger of wanted.filter((one) => !present.some((other) => isSame(one, other))))
    await makeTrigger(database, trigger)
}

function onlyClears({ name, id }: Relation, plan: AccessPlan, role: string): RowTrigger[] {
  const access = plan.purposes[builtInPurposes.storage]?.access[name]
  if (access?.onlyClears !== true || access.update.length === 0) return []
  const columns = access.update.map(quoted)
  const written = columns.map(
    (column) => `new.${column} is not null and new.${column}::text is distinct from old.${column}::text`,
  )
  const says = `before update of ${columns.join(', ')} on ${id} for each row
    when (current_user = '${role.replaceAll("'", "''")}' and (${written.join(' or ')}))
    execute function public.samtale_only_clears()`
  return [{ table: id, name: 'samtale_only_clears', says }]
}

function declaredPaths({ id, columns }: Relation, table: BoundTable | undefined): RowTrigger[] {
  return columns.flatMap(({ name, isNested }) => {
    const paths = isNested ? table?.columns[name]?.paths : undefined
    if (paths === undefined) return []
    const says = `before insert or update of ${quoted(name)} on ${id} for each row
      execute function public.samtale_declared_paths(${sqlText(name)}, ${sqlText(pathPattern(paths))})`
    return [{ table: id, name: `samtale_paths_of_${name}`.slice(0, 63), says }]
  })
}

/**
 * A regular expression for paths: keys parted by dots, `*` for any one key, `**` at the end for what is there and
 * anything below.
 */
export function pathPattern(paths: readonly string[]): string {
  return `^(${paths.map((path) => path.split('.').map(keyPattern).join('')).join('|')})$`
}

function keyPattern(key: string, index: number): string {
  const dot = index === 0 ? '' : '\\.'
  if (key === '**') return index === 0 ? '.*' : `(${dot}.+)?`
  return dot + (key === '*' ? '[^.]+' : key.replaceAll(/[^\w-]/g, (other) => `\\${other}`))
}

async function makeTrigger(database: QueryExecutorProvider, trigger: RowTrigger): Promise<void> {
  const { table, name, says } = trigger
  await sql.raw(`create trigger ${quoted(name)} ${says}`).execute(database)
  await sql.raw(`alter table ${table} enable always trigger ${quoted(name)}`).execute(database)
  const made = (await liveTriggers(database)).find((other) => other.table === table && other.name === name)
  const mark = sql.lit(markOf(trigger, made?.found ?? ''))
  await sql`comment on trigger ${sql.id(name)} on ${sql.raw(table)} is ${mark}`.execute(database)
}

interface LiveTrigger {
  table: string
  name: string
  found: string
  mark: string | null
}

/** As with policies: a trigger that was changed by hand, or is wanted otherwise, doesn't fit its mark. */
function markOf({ says }: RowTrigger, found: string): string {
  return createHash('sha256')
    .update(JSON.stringify([says, found]))
    .digest('hex')
}

async function liveTriggers(database: QueryExecutorProvider): Promise<LiveTrigger[]> {
  const { rows } = await sql<LiveTrigger>`
    select format('%I.%I', n.nspname, c.relname) as "table", t.tgname::text as name,
      concat_ws(' ', t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid)) as found,
      pg_catalog.obj_description(t.oid, 'pg_trigger') as mark
    from pg_catalog.pg_trigger t
    join pg_catalog.pg_class c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where starts_with(t.tgname::text, 'samtale_') and t.tgparentid = 0
  `.execute(database)
  return rows
}

async function makeFunctions(database: QueryExecutorProvider): Promise<void> {
  for (const [name, body] of [
    ['samtale_only_clears', onlyClearsBody],
    ['samtale_declared_paths', declaredPathsBody],
  ] as const) {
    await sql`
      create or replace function ${sql.id('public', name)}() returns trigger
      language plpgsql set search_path = pg_catalog as ${sql.lit(body)}
    `.execute(database)
  }
}

const onlyClearsBody = `
begin
  raise exception using errcode = '${onlyClearsState}', message = 'storage clears columns and does not write them';
end`

// Walks the value down to what has no parts. A key's own dots are not those of the path; the elements of a list share
// its path.
const declaredPathsBody = `
begin
  if exists (
    with recursive walk (path, value) as (
      select null::text, to_jsonb(new) -> tg_argv[0]
      union all
      select part.path, part.value from walk cross join lateral (
        select concat_ws('.', walk.path, replace(key, '.', '~1')), field
        from jsonb_each(case jsonb_typeof(walk.value) when 'object' then walk.value else '{}' end) as fields (key, field)
        union all
        select walk.path, element
        from jsonb_array_elements(case jsonb_typeof(walk.value) when 'array' then walk.value else '[]' end) as list (element)
      ) part (path, value)
    )
    select from walk
    where (jsonb_typeof(value) not in ('object', 'array') or value in ('{}', '[]'))
      and coalesce(path !~ tg_argv[1], value not in ('{}', '[]', 'null'))
  ) then
    raise exception using errcode = '${undeclaredPathState}', message = 'a path is not declared';
  end if;
  return new;
end`

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
