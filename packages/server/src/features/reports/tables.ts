import type { Language, RowBindings } from '@samtale/policy'
import type { NewReport, ReportReason } from '@samtale/protocol'
import type { Sealed } from '../../platform/seals/sealed.ts'

/** What a reporter writes and who they are, for the policy. */
export const category = 'report'
/** What a report says about somebody else. */
export const aboutCategory = 'report.about'
/** What both are read and decided for. */
export const purpose = 'safety'
/** Kind of the records that hold them. */
export const reportRecord = 'report'

export const outcomes = ['no-breach', 'warned', 'suspended', 'passed-on'] as const
export type Outcome = (typeof outcomes)[number]
export type ReportState = 'open' | 'decided'

/** Table `report`: what somebody chose to tell. */
export interface ReportRow {
  record_id: string
  /** What people call it by; random. */
  number: string
  place: NewReport['where']
  reason: ReportReason
  state: ReportState
  language: Language
  room: Sealed<typeof category> | null
  message: Sealed<typeof category> | null
  address: Sealed<typeof category> | null
  about: Sealed<typeof aboutCategory> | null
  /** Messages, as JSON. */
  chat: Sealed<typeof aboutCategory> | null
  received_at: Date
  decided_at: Date | null
}

/** Table `report_decision`: the latest counts. */
export interface ReportDecisionRow {
  id: string
  record_id: string
  at: Date
  outcome: Outcome
  reason: Sealed<typeof aboutCategory> | null
  decided_by: string
}

export interface ReportTables {
  report: ReportRow
  report_decision: ReportDecisionRow
}

const record = { nothingPersonal: 'random number of the record' } as const

/** What every column of them holds. */
export const reportColumns = {
  report: {
    record_id: record,
    number: { nothingPersonal: 'random reference of the report' },
    place: { nothingPersonal: 'whether it was sent at the door or in the call' },
    reason: { nothingPersonal: 'which rule it is about' },
    state: { nothingPersonal: 'whether it waits for a decision' },
    language: { nothingPersonal: 'language that was chosen' },
    room: {
      holds: category,
      store: 'sealed',
      title: { en: 'Name of the room', nb: 'Navnet på rommet', sv: 'Rummets namn' },
    },
    message: {
      holds: category,
      store: 'sealed',
      title: { en: 'What you wrote', nb: 'Det du skrev', sv: 'Det du skrev' },
    },
    address: {
      holds: category,
      store: 'sealed',
      title: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
    },
    about: {
      holds: aboutCategory,
      store: 'sealed',
      title: { en: 'Whom it is about', nb: 'Hvem det gjelder', sv: 'Vem det gäller' },
    },
    chat: {
      holds: aboutCategory,
      store: 'sealed',
      title: {
        en: 'Messages that were sent along',
        nb: 'Meldinger som ble sendt med',
        sv: 'Meddelanden som bifogades',
      },
    },
    received_at: { nothingPersonal: 'when it came' },
    decided_at: { nothingPersonal: 'when it was decided' },
  },
  report_decision: {
    id: { nothingPersonal: 'random number of the decision' },
    record_id: record,
    at: { nothingPersonal: 'when it was decided' },
    outcome: { nothingPersonal: 'which of four outcomes' },
    reason: {
      holds: aboutCategory,
      store: 'sealed',
      title: { en: 'Reason of the decision', nb: 'Begrunnelsen for avgjørelsen', sv: 'Skälen för beslutet' },
    },
    decided_by: { nothingPersonal: 'random number of whoever decided' },
  },
} as const satisfies { [Table in keyof ReportTables]: RowBindings<ReportTables[Table]> }

/** The same as the database's rights have it. */
export const reportTables = {
  report: { record: reportRecord, columns: reportColumns.report },
  report_decision: { record: reportRecord, columns: reportColumns.report_decision },
} as const
