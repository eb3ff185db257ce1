import { createAdapterFactory, type CleanedWhere } from 'better-auth/adapters'
import type { Fields, Model } from './model.ts'

/**
 * better-auth's way to the privacy engine: it knows these models and no table. Rows are looked for by what they are found
 * by and nothing else, so that no query of its own can list or search people.
 * @throws TypeError in place of any other query
 */
export function engineAdapter(models: Readonly<Record<string, Model>>) {
  const modelOf = (name: string): Model => {
    const model = Object.hasOwn(models, name) ? models[name] : undefined
    if (model === undefined) throw new TypeError(`There is no model ${name}.`)
    return model
  }
  const removeAll = async (model: string, where: readonly CleanedWhere[]): Promise<number> => {
    const rows = await rowsOf(modelOf(model), where)
    const removed = await Promise.all(rows.map((row) => modelOf(model).remove(idOf(row))))
    return removed.filter(Boolean).length
  }
  const change = async (model: string, where: readonly CleanedWhere[], update: Fields): Promise<Fields[]> => {
    const rows = await rowsOf(modelOf(model), where)
    for (const row of rows) await modelOf(model).change(idOf(row), update)
    return rows.map((row) => ({ ...row, ...update }))
  }
  return createAdapterFactory({
    config: {
      adapterId: 'samtale',
      adapterName: 'Privacy engine',
      supportsNumericIds: false,
      supportsUUIDs: true,
      supportsBooleans: true,
      supportsDates: true,
      supportsJSON: false,
      // Sealing waits for keys, and nothing but statements may be awaited in a transaction here.
      transaction: false,
    },
    adapter: () => ({
      create: async ({ model, data }) => (await modelOf(model).create(data)) as typeof data,
      findOne: async <T>({ model, where }: { model: string; where: readonly CleanedWhere[] }) =>
        ((await rowsOf(modelOf(model), where))[0] ?? null) as T | null,
      findMany: async <T>({ model, where, limit, sortBy }: ManyOf) => {
        const rows = await rowsOf(modelOf(model), where ?? [])
        const sorted = sortBy?.direction === 'desc' ? rows.toReversed() : rows
        return sorted.slice(0, limit) as T[]
      },
      update: async <T>({ model, where, update }: { model: string; where: readonly CleanedWhere[]; update: T }) =>
        ((await change(model, where, update as Fields))[0] ?? null) as T | null,
      updateMany: async ({ model, where, update }) => (await change(model, where, update)).length,
      delete: async ({ model, where }) => void (await removeAll(model, where)),
      deleteMany: ({ model, where }) => removeAll(model, where),
      consumeOne: async <T>({ model, where }: { model: string; where: readonly CleanedWhere[] }) => {
        const [row] = await rowsOf(modelOf(model), where)
        return (row !== undefined && (await modelOf(model).remove(idOf(row))) ? row : null) as T | null
      },
      count: async ({ model, where }) => (await rowsOf(modelOf(model), where ?? [])).length,
    }),
  })
}

interface ManyOf {
  readonly model: string
  readonly where?: readonly CleanedWhere[] | undefined
  readonly limit: number
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined
}

/** Rows that equal what is asked, but for those that it leaves out. @throws TypeError where anything else is asked */
async function rowsOf(model: Model, where: readonly CleanedWhere[]): Promise<Fields[]> {
  const equal = where.filter(({ operator }) => operator === 'eq')
  const others = where.filter(({ operator }) => operator !== 'eq')
  const isPlain = where.every(({ connector }) => connector === 'AND')
  if (equal.length === 0 || !isPlain) throw new TypeError('Rows are looked for by what they equal.')
  const rows = await model.find(Object.fromEntries(equal.map(({ field, value }) => [field, value])))
  return rows.filter((row) => others.every((condition) => holds(condition, row[condition.field])))
}

function holds({ operator, value }: CleanedWhere, found: unknown): boolean {
  if (operator === 'ne') return found !== value
  if (operator === 'gt' && found instanceof Date && value instanceof Date) return found > value
  if (operator === 'lte' && found instanceof Date && value instanceof Date) return found <= value
  throw new TypeError(`Rows are not compared by ${operator}.`)
}

function idOf({ id }: Fields): string {
  if (typeof id !== 'string') throw new TypeError('A row has no id.')
  return id
}
