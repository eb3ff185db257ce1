import type { RowBindings } from '@samtale/policy'
import type { Sealed } from '../../platform/seals/sealed.ts'

/** That somebody of the staff looked, for the policy. */
export const category = 'staff.read'
/** What that is written down for. */
export const purpose = 'oversight'
/** Kind of the records that hold it. */
export const recordKind = 'staff-read'

/** As what somebody looked: an operator on a page, or whoever runs commands on the machine. */
export type ReaderRole = 'operator' | 'command'

/** Table `staff_read`: somebody of the staff opened what belongs to a person. */
export interface StaffReadRow {
  record_id: string
  /** The record that was opened. */
  read_record_id: string
  /** Account of who looked; `machine` for a command. */
  by_account: string
  role: ReaderRole
  why: Sealed<typeof category> | null
  read_at: Date | null
}

export interface StaffReadTables {
  staff_read: StaffReadRow
}

/** What every column of it holds. */
export const staffReadColumns = {
  staff_read: {
    record_id: { nothingPersonal: 'random number of the record' },
    read_record_id: { nothingPersonal: 'random number of the record that was opened' },
    by_account: { nothingPersonal: 'random number of the account of who looked' },
    role: { nothingPersonal: 'as what they looked' },
    why: {
      holds: category,
      store: 'sealed',
      title: { en: 'Why it was opened', nb: 'Hvorfor det ble åpnet', sv: 'Varför det öppnades' },
    },
    read_at: {
      holds: category,
      title: { en: 'When it was opened', nb: 'Når det ble åpnet', sv: 'När det öppnades' },
    },
  },
} as const satisfies { [Table in keyof StaffReadTables]: RowBindings<StaffReadTables[Table]> }

/** The same as the database's rights have it. */
export const staffReadTables = {
  staff_read: { record: recordKind, columns: staffReadColumns.staff_read },
} as const
