import type { Language } from '@samtale/policy'
import { Personal } from '../../platform/personal.ts'
import { accountStore } from './account-store.ts'
import type { AccountParts } from './parts.ts'
import { accountCategory as category } from './tables.ts'

/** Somebody with an account, as others whom it concerns see them. */
export interface Person {
  readonly account: string
  /** Empty where they gave none. */
  readonly name: Personal<string>
  readonly email: Personal<string>
  /** Whether the address was shown to be theirs. */
  readonly verified: boolean
  readonly language: Language
}

/** Who is behind accounts: those that there are, and whose records are in use. */
export function peopleOf({ database, seals }: Pick<AccountParts, 'database' | 'seals'>) {
  const store = accountStore(database)
  return async (accounts: readonly string[]): Promise<ReadonlyMap<string, Person>> => {
    const rows = await store.some([...new Set(accounts)])
    const opener = await seals.forOpening(
      rows.map(({ record_id }) => record_id),
      [category],
    )
    return new Map(
      rows.map((row) => {
        const record = row.record_id
        const open = (column: 'address' | 'name') => {
          const value = row[column]
          if (value === null) return new Personal(category, '')
          return opener.open({ table: 'account', column, record, category }, value)
        }
        const { address_verified: verified, language } = row
        return [record, { account: record, name: open('name'), email: open('address'), verified, language }]
      }),
    )
  }
}
