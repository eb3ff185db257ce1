import type { RowBindings } from '@samtale/policy'
import type { Sealed } from '../../platform/seals/sealed.ts'

/** What the closing of an account, organisation or room holds, for the policy. */
export const category = 'suspension'
/** What it is read and written for. */
export const purpose = 'safety'
/** Kind of the records that hold it. */
export const suspensionRecord = 'suspension'

export const targetKinds = ['account', 'organisation', 'room'] as const
export type TargetKind = (typeof targetKinds)[number]

/** Table `suspension`. */
export interface SuspensionRow {
  record_id: string
  target_kind: TargetKind
  target: string
  reason: Sealed<typeof category> | null
  placed_by: string
  placed_at: Date
  ended_at: Date | null
}

/** Table `suspension_appeal`. */
export interface SuspensionAppealRow {
  id: string
  record_id: string
  made_by: string
  text: Sealed<typeof category> | null
  made_at: Date
  outcome: 'granted' | 'refused' | null
  answer: Sealed<typeof category> | null
  decided_by: string | null
  decided_at: Date | null
}

export interface SuspensionTables {
  suspension: SuspensionRow
  suspension_appeal: SuspensionAppealRow
}

const record = { nothingPersonal: 'random number of the record' } as const

/** What every column of them holds. */
export const suspensionColumns = {
  suspension: {
    record_id: record,
    target_kind: { nothingPersonal: 'whether an account, an organisation or a room' },
    target: { nothingPersonal: 'random number of it, or the public name of the room' },
    reason: {
      holds: category,
      store: 'sealed',
      title: { en: 'Why it was closed', nb: 'Hvorfor det ble stengt', sv: 'Varför det stängdes' },
    },
    placed_by: { nothingPersonal: 'random number of whoever closed it' },
    placed_at: { nothingPersonal: 'when it was closed' },
    ended_at: { nothingPersonal: 'when it was opened again' },
  },
  suspension_appeal: {
    id: { nothingPersonal: 'random number of the appeal' },
    record_id: record,
    made_by: { nothingPersonal: 'random number of whoever appealed' },
    text: {
      holds: category,
      store: 'sealed',
      title: { en: 'What you said against it', nb: 'Det du sa imot', sv: 'Det du sa emot' },
    },
    made_at: { nothingPersonal: 'when it was appealed' },
    outcome: { nothingPersonal: 'whether the appeal was granted' },
    answer: {
      holds: category,
      store: 'sealed',
      title: { en: 'Answer to the appeal', nb: 'Svaret på klagen', sv: 'Svaret på överklagandet' },
    },
    decided_by: { nothingPersonal: 'random number of whoever decided' },
    decided_at: { nothingPersonal: 'when it was decided' },
  },
} as const satisfies { [Table in keyof SuspensionTables]: RowBindings<SuspensionTables[Table]> }

/** The same as the database's rights have it. */
export const suspensionTables = {
  suspension: { record: suspensionRecord, columns: suspensionColumns.suspension },
  suspension_appeal: { record: suspensionRecord, columns: suspensionColumns.suspension_appeal },
} as const
