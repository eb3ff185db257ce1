import { Personal, reveal } from '../../platform/personal.ts'
import type { StoredOrganisation } from './organisation-store.ts'
import type { OrganisationParts } from './parts.ts'
import { organisationCategory as category } from './tables.ts'

/** What an organisation says of itself. */
export interface Organisation {
  readonly id: string
  readonly name: Personal<string>
  /** Empty until it is said. */
  readonly legalName: Personal<string>
  readonly privacyContact: Personal<string>
  /** When it is deleted because nobody owns it. */
  readonly endsAt: Date | null
  /** For how long it keeps less than the policy lets it; null where it doesn't. */
  readonly logDays: LogDays | null
  readonly usageDays: UsageDays | null
}

/** For so many days an organisation can have its log kept, or the counts of its rooms: less than the policy, never more. */
export const logDays = [30, 90, 180, 365] as const
export const usageDays = [7, 30] as const
export type LogDays = (typeof logDays)[number]
export type UsageDays = (typeof usageDays)[number]

/** What its settings hold. */
export type Settings = Pick<Organisation, Named | 'logDays' | 'usageDays'>
type Named = 'name' | 'legalName' | 'privacyContact'

const columns = { name: 'name', legalName: 'legal_name', privacyContact: 'privacy_contact' } as const

export async function openOrganisationRows(
  { seals }: Pick<OrganisationParts, 'seals'>,
  rows: readonly StoredOrganisation[],
): Promise<Organisation[]> {
  const opener = await seals.forOpening(
    rows.map(({ record_id }) => record_id),
    [category],
  )
  return rows.map((row) => {
    const open = (column: (typeof columns)[keyof typeof columns]) => {
      const value = row[column]
      if (value === null) return new Personal(category, '')
      return opener.open({ table: 'organisation', column, record: row.record_id, category }, value)
    }
    return {
      id: row.record_id,
      name: open('name'),
      legalName: open('legal_name'),
      privacyContact: open('privacy_contact'),
      endsAt: row.ends_at,
      logDays: logDays.find((days) => days === row.log_days) ?? null,
      usageDays: usageDays.find((days) => days === row.usage_days) ?? null,
    }
  })
}

/** Their names alone, in lower case, to look one up among them. */
export async function openOrganisationNames(
  { seals }: Pick<OrganisationParts, 'seals'>,
  rows: readonly Pick<StoredOrganisation, 'record_id' | 'name'>[],
): Promise<string[]> {
  const records = rows.map(({ record_id }) => record_id)
  const opener = await seals.forOpening(records, [category])
  const cell = (record: string) => ({ table: 'organisation', column: 'name', record, category }) as const
  return rows.map(({ record_id, name }) =>
    name === null ? '' : reveal(opener.open(cell(record_id), name)).toLowerCase(),
  )
}

/** The cells of what is given. */
export async function sealSettings(
  { seals }: Pick<OrganisationParts, 'seals'>,
  id: string,
  settings: Partial<Pick<Settings, Named>>,
) {
  const sealer = await seals.forSealing([id], [category])
  const cell = (field: Named) => {
    const value = settings[field]
    if (value === undefined) return {}
    const column = columns[field]
    const text = reveal(value)
    return { [column]: text === '' ? null : sealer.seal({ table: 'organisation', column, record: id, category }, text) }
  }
  return { ...cell('name'), ...cell('legalName'), ...cell('privacyContact') }
}
