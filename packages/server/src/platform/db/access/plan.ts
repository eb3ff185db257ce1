import type { ColumnBinding, Processing } from '@samtale/policy'
import { StartupError } from '../../startup-error.ts'
import {
  columnsWhere,
  hasRecord,
  isData,
  personalOf,
  recordTable,
  subjectTable,
  type BoundTable,
  type BoundTables,
} from './bound-tables.ts'

/** What a purpose may do with a table. */
export interface TableAccess {
  readonly select: readonly string[]
  readonly insert: readonly string[]
  readonly update: readonly string[]
  readonly delete: boolean
  /** It also reads keys and times, whatever they hold: what they are, the live schema says. */
  readonly readsKeysAndTimes: boolean
  /** What it changes it can only make null. */
  readonly onlyClears: boolean
}

/** Who may do what, as plain data. What isn't in it is denied. */
export interface AccessPlan {
  readonly tables: Readonly<Record<string, PlannedTable>>
  readonly purposes: Readonly<Record<string, PlannedPurpose>>
}

interface PlannedTable {
  /** Rows belong to records: purposes see them while the record is in use. */
  readonly hasRecord: boolean
  readonly personal: readonly string[]
}

interface PlannedPurpose {
  readonly access: Readonly<Record<string, TableAccess>>
  /** Kinds of records that it knows of; all, where it isn't restricted to any. */
  readonly recordKinds: readonly string[] | 'all'
  /** It also sees what is restricted. */
  readonly seesRestricted: boolean
}

/**
 * Purposes that every installation has, beside the policy's. `operation`: tables that hold nothing personal. `storage`:
 * retention, erasure and backups, which read ids and times, delete rows and clear columns, and see no value.
 * `legal-claims`: reads everything that belongs to a record, also where it is restricted (GDPR art. 18(2)).
 * `subject-access`: reads the same to give it to the person whose it is (art. 15, 20), and writes nothing. The database
 * doesn't know who asks; only features/export may speak as it, and a check of the project's own holds it to that.
 */
export const builtInPurposes = {
  operation: 'operation',
  storage: 'storage',
  legalClaims: 'legal-claims',
  subjectAccess: 'subject-access',
} as const

/** What a policy can't use data for: what these do, the system alone decides. */
const ofTheSystem: readonly string[] = [
  builtInPurposes.operation,
  builtInPurposes.storage,
  builtInPurposes.subjectAccess,
]

/** The platform's ledger of migrations, which only migrations write. */
const readOnlyTables: readonly string[] = ['schema_migration']

const none: TableAccess = {
  select: [],
  insert: [],
  update: [],
  delete: false,
  readsKeysAndTimes: false,
  onlyClears: false,
}

/**
 * Derives who may do what from what the columns hold and what the policy does with it: a purpose reads and writes the
 * columns whose category one of its processings covers, and what is not personal in the same tables.
 * @throws StartupError `policy.contradiction`
 */
export function accessPlan(
  bindings: BoundTables,
  processings: Readonly<Record<string, Pick<Processing, 'purpose' | 'categories'>>>,
): AccessPlan {
  refuseRecordless(bindings)
  const covered = categoriesByPurpose(Object.values(processings))
  const { operation, storage, legalClaims, subjectAccess } = builtInPurposes
  const purposes = new Map<string, PlannedPurpose>(
    [...covered].map(([purpose, categories]) => [purpose, ofProcessings(bindings, categories)]),
  )
  const claims = purposes.get(legalClaims)
  purposes.set(operation, { access: operationAccess(bindings), recordKinds: [], seesRestricted: false })
  purposes.set(storage, { access: storageAccess(bindings), recordKinds: 'all', seesRestricted: true })
  purposes.set(legalClaims, {
    access: merged(readsData(bindings), claims?.access ?? {}),
    recordKinds: 'all',
    seesRestricted: true,
  })
  purposes.set(subjectAccess, { access: readsData(bindings), recordKinds: 'all', seesRestricted: true })
  return {
    tables: mapTables(bindings, (table, name) => ({ hasRecord: hasRecord(name, table), personal: personalOf(table) })),
    purposes: Object.fromEntries(purposes),
  }
}

function categoriesByPurpose(
  processings: readonly Pick<Processing, 'purpose' | 'categories'>[],
): Map<string, ReadonlySet<string>> {
  const covered = new Map<string, Set<string>>()
  for (const { purpose, categories } of processings) {
    if (ofTheSystem.includes(purpose)) {
      throw new StartupError(
        'policy.contradiction',
        `“${purpose}” is a purpose of the system itself; name it otherwise.`,
      )
    }
    const sum = covered.get(purpose) ?? new Set()
    for (const category of categories) sum.add(category)
    covered.set(purpose, sum)
  }
  return covered
}

function refuseRecordless(bindings: BoundTables): void {
  for (const [name, { record, columns }] of Object.entries(bindings)) {
    if (name !== recordTable && (record ?? null) !== null && !Object.hasOwn(columns, 'record_id')) {
      throw new StartupError(
        'policy.contradiction',
        `The table ${name} belongs to records and has no column record_id.`,
      )
    }
  }
}

function ofProcessings(bindings: BoundTables, categories: ReadonlySet<string>): PlannedPurpose {
  const covers = (binding: ColumnBinding) => 'nothingPersonal' in binding || categories.has(binding.holds)
  const reached = Object.entries(bindings).filter(([, { columns }]) =>
    Object.values(columns).some((binding) => 'holds' in binding && categories.has(binding.holds)),
  )
  const kinds = new Set(reached.flatMap(([, { record }]) => record ?? []))
  // What belongs to the same records and holds nothing personal, such as their course.
  const beside = Object.entries(bindings).filter(
    ([, table]) =>
      table.record !== undefined && table.record !== null && kinds.has(table.record) && personalOf(table).length === 0,
  )
  const access = Object.fromEntries(
    [...reached, ...beside].map(([name, table]) => {
      const columns = columnsWhere(table, covers)
      const update = table.appendOnly === true ? [] : columns.filter((column) => column !== 'record_id')
      return [name, { ...none, select: columns, insert: columns, update }]
    }),
  )
  const ofEveryKind = reached.some(([name, table]) => hasRecord(name, table) && (table.record ?? null) === null)
  return {
    access: kinds.size === 0 && !ofEveryKind ? access : { ...access, ...ofRecords(bindings) },
    recordKinds: ofEveryKind ? 'all' : [...kinds].toSorted(),
    seesRestricted: false,
  }
}

/** Whoever keeps something about a person makes its record; what becomes of the record, `storage` decides. */
function ofRecords(bindings: BoundTables): Record<string, TableAccess> {
  return {
    ...tableAccess(bindings, recordTable, (columns) => ({
      ...none,
      select: columns,
      insert: columns.filter((column) => column !== 'state'),
    })),
    ...tableAccess(bindings, subjectTable, (columns) => ({ ...none, select: columns, insert: columns })),
  }
}

function operationAccess(bindings: BoundTables): Record<string, TableAccess> {
  const ours = Object.entries(bindings).filter(([name, table]) => !isData(name, table))
  return Object.fromEntries(
    ours.map(([name, table]) => {
      const columns = Object.keys(table.columns)
      if (readOnlyTables.includes(name)) return [name, { ...none, select: columns }]
      if (table.appendOnly === true) return [name, { ...none, select: columns, insert: columns }]
      return [name, { ...none, select: columns, insert: columns, update: columns, delete: true }]
    }),
  )
}

function storageAccess(bindings: BoundTables): Record<string, TableAccess> {
  const data = Object.entries(bindings).filter(([name, table]) => isData(name, table))
  return Object.fromEntries(
    data.map(([name, table]) => {
      const select = columnsWhere(table, (binding) => 'nothingPersonal' in binding)
      const own = { ...none, select, delete: true, readsKeysAndTimes: true }
      if (name === recordTable)
        return [name, { ...own, insert: select, update: select.filter((column) => !fixedInRecord.includes(column)) }]
      if (name === subjectTable) return [name, { ...own, insert: select }]
      if (table.facts === true)
        return [name, { ...own, insert: select, update: select.filter((column) => column !== 'record_id') }]
      return [name, { ...own, update: personalOf(table), onlyClears: true }]
    }),
  )
}

const fixedInRecord: readonly string[] = ['id', 'kind', 'created_at']

function readsData(bindings: BoundTables): Record<string, TableAccess> {
  const data = Object.entries(bindings).filter(([name, table]) => isData(name, table))
  return Object.fromEntries(data.map(([name, table]) => [name, { ...none, select: Object.keys(table.columns) }]))
}

function merged(
  one: Readonly<Record<string, TableAccess>>,
  other: Readonly<Record<string, TableAccess>>,
): Record<string, TableAccess> {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
  const both = Object.entries(other).map(([name, access]): [string, TableAccess] => {
    const { select, insert, update, ...rest } = one[name] ?? none
    return [
      name,
      {
        ...rest,
        select: union(select, access.select),
        insert: union(insert, access.insert),
        update: union(update, access.update),
      },
    ]
  })
  return { ...one, ...Object.fromEntries(both) }
}

function tableAccess(
  bindings: BoundTables,
  name: string,
  of: (columns: string[]) => TableAccess,
): Record<string, TableAccess> {
  const table = bindings[name]
  return table === undefined ? {} : { [name]: of(Object.keys(table.columns)) }
}

function mapTables<Result>(
  bindings: BoundTables,
  map: (table: BoundTable, name: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(bindings).map(([name, table]) => [name, map(table, name)]))
}
