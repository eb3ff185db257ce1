import type { Policy } from '@samtale/policy'
import type { Records } from '../records/index.ts'
import { heldIn, type PersonTable } from './whose.ts'

/** What an export is for: all of art. 15, what art. 20 lets people take along, or some categories and nothing else. */
export type What = 'everything' | 'portable' | { readonly categories: readonly string[] }

/** Which cells go into an export. */
export interface Choice {
  /** Tables that can have some of them. */
  readonly tables: readonly PersonTable[]
  /** Whether a cell of a record is in: one that holds something personal. Null stands for no record. */
  forRecords(records: readonly string[]): Promise<(record: string | null, category: string, store: string) => boolean>
  /** Whether a row is in that holds nothing personal, or nothing that is chosen. */
  readonly bareRows: boolean
}

export interface ChoiceParts {
  readonly tables: readonly PersonTable[]
  readonly policy: Pick<Policy, 'categories' | 'processings'>
  readonly look: Pick<Records['look'], 'byId'>
  readonly at: Date
}

export function choiceOf(what: What, parts: ChoiceParts): Choice {
  if (what === 'everything') return { tables: parts.tables, forRecords: async () => () => true, bareRows: true }
  return what === 'portable' ? portable(parts) : ofCategories(parts.tables, what.categories)
}

/**
 * GDPR art. 20(1): what the person gave, on consent or a contract, where that is what it is kept on now. An index that was
 * made of it they didn't give.
 */
function portable({ tables, policy, look, at }: ChoiceParts): Choice {
  const categories = Object.keys(policy.categories).filter((category) => canBePortable(policy, category))
  return {
    tables: tablesWith(tables, categories),
    bareRows: false,
    forRecords: async (records) => {
      const found = await look.byId(records, at)
      const own = new Map(
        found.map(({ record, fates }) => [
          record.id,
          new Map(fates.map(({ category, portable: isIt }) => [category, isIt])),
        ]),
      )
      return (record, category, store) => {
        if (store === 'index' || !categories.includes(category)) return false
        // What passes through, such as mail, has no fate of its own.
        return record === null || (own.get(record)?.get(category) ?? true)
      }
    },
  }
}

function canBePortable({ categories, processings }: Pick<Policy, 'categories' | 'processings'>, key: string): boolean {
  const given = categories[key]?.source === 'subject'
  return (
    given &&
    Object.values(processings).some(
      ({ categories: used, basis }) => used.includes(key) && ['6-1-a', '6-1-b'].includes(basis.article),
    )
  )
}

function ofCategories(tables: readonly PersonTable[], categories: readonly string[]): Choice {
  return {
    tables: tablesWith(tables, categories),
    bareRows: false,
    forRecords: async () => (_record, category, store) => store !== 'index' && categories.includes(category),
  }
}

function tablesWith(tables: readonly PersonTable[], categories: readonly string[]): PersonTable[] {
  return tables.filter((table) =>
    Object.keys(table.columns).some((column) => categories.includes(heldIn(table, column)?.category ?? '')),
  )
}
