import type { RowBindings } from '@samtale/policy'
import type { HoldGround } from '@samtale/policy/grounds'
import type { PlatformTables } from '../../platform/db/tables.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'

/** What the index of an address is, by which a person is found again. */
export const lookupCategory = 'subject.address'

/** Table `record_event`: the latest time of each retention event. */
export interface RecordEventRow {
  record_id: string
  event: string
  at: Date
}

/** Table `record_consent`: a yes or a no, as far as it decides what becomes of the record. */
export interface RecordConsentRow {
  record_id: string
  /** Key of the question in the policy. */
  consent: string
  at: Date
  given: boolean
  expires_at: Date | null
  superseded_at: Date | null
}

/** Table `record_objection` (GDPR art. 21). */
export interface RecordObjectionRow {
  record_id: string
  purpose: string
  at: Date
  decided_at: Date | null
  outcome: 'upheld' | 'overridden' | null
}

/** Table `record_erasure` (GDPR art. 17). */
export interface RecordErasureRow {
  record_id: string
  at: Date
}

/** Table `record_notice`: a mail that had to come first. */
export interface RecordNoticeRow {
  record_id: string
  mail: string
  /** Null where there was no address. */
  sent_at: Date | null
}

/** Table `record_hold`: one row for each category of each record that a hold keeps. */
export interface RecordHoldRow {
  hold_id: string
  record_id: string
  category: string
  ground: HoldGround
  /** Who answers for it, as a role such as `legal`. */
  owner: string
  placed_at: Date
  review_by: Date
  released_at: Date | null
}

/** Table `record_gone`. */
export interface RecordGoneRow {
  record_id: string
  category: string
  at: Date
  outcome: 'delete' | 'anonymise'
  /** When its keys were destroyed and its files removed. */
  finished_at: Date | null
}

export type RestrictionGround = '18-1-a' | '18-1-b' | '18-1-c' | '18-1-d'

/** Table `subject_restriction` (GDPR art. 18). */
export interface SubjectRestrictionRow {
  id: string
  subject_id: string
  ground: RestrictionGround
  at: Date
  /** When the person was told that it will be lifted (art. 18(3)). */
  told_at: Date | null
  lifted_at: Date | null
}

/** Table `subject_address`. */
export interface SubjectAddressRow {
  address_index: BlindIndex
  subject_id: string
}

/** Table `record_policy`: one row. */
export interface RecordPolicyRow {
  only_row: boolean
  policy_hash: string
}

export interface RecordTables extends Pick<PlatformTables, 'record' | 'subject'> {
  record_event: RecordEventRow
  record_consent: RecordConsentRow
  record_objection: RecordObjectionRow
  record_erasure: RecordErasureRow
  record_notice: RecordNoticeRow
  record_hold: RecordHoldRow
  record_gone: RecordGoneRow
  subject_restriction: SubjectRestrictionRow
  subject_address: SubjectAddressRow
  record_policy: RecordPolicyRow
}

const record = { nothingPersonal: 'random number of the record' } as const

/** What every column of the records' facts holds. */
export const recordFactColumns = {
  record_event: {
    record_id: record,
    event: { nothingPersonal: 'which retention event came about' },
    at: { nothingPersonal: 'when it did' },
  },
  record_consent: {
    record_id: record,
    consent: { nothingPersonal: 'which question was answered' },
    at: { nothingPersonal: 'when it was' },
    given: { nothingPersonal: 'whether the answer lets the record be kept' },
    expires_at: { nothingPersonal: 'when the answer counts no longer' },
    superseded_at: { nothingPersonal: 'since when something else is asked' },
  },
  record_objection: {
    record_id: record,
    purpose: { nothingPersonal: 'which purpose was objected to' },
    at: { nothingPersonal: 'when it was' },
    decided_at: { nothingPersonal: 'when it was decided' },
    outcome: { nothingPersonal: 'how it was decided' },
  },
  record_erasure: { record_id: record, at: { nothingPersonal: 'when erasure was asked for' } },
  record_notice: {
    record_id: record,
    mail: { nothingPersonal: 'which of the declared mails came first' },
    sent_at: { nothingPersonal: 'when it was sent' },
  },
  record_hold: {
    hold_id: { nothingPersonal: 'random number of the hold' },
    record_id: record,
    category: { nothingPersonal: 'which category it keeps' },
    ground: { nothingPersonal: 'which exception of the law it rests on' },
    owner: { nothingPersonal: 'role of who answers for it' },
    placed_at: { nothingPersonal: 'when it was placed' },
    review_by: { nothingPersonal: 'when it is looked at again' },
    released_at: { nothingPersonal: 'when it was released' },
  },
  record_gone: {
    record_id: record,
    category: { nothingPersonal: 'which category was deleted' },
    at: { nothingPersonal: 'when it was' },
    outcome: { nothingPersonal: 'whether rows were deleted or made anonymous' },
    finished_at: { nothingPersonal: 'when its keys and files were gone too' },
  },
  subject_restriction: {
    id: { nothingPersonal: 'random number of the restriction' },
    subject_id: { nothingPersonal: 'random number of the person' },
    ground: { nothingPersonal: 'on which ground of the law it was asked for' },
    at: { nothingPersonal: 'when it was' },
    told_at: { nothingPersonal: 'when the person was told that it will be lifted' },
    lifted_at: { nothingPersonal: 'when it was' },
  },
  subject_address: {
    address_index: {
      holds: lookupCategory,
      store: 'index',
      title: {
        en: 'How you are found again by your address',
        nb: 'Hvordan du finnes igjen ved hjelp av adressen din',
        sv: 'Hur du hittas igen med hjälp av din adress',
      },
    },
    subject_id: { nothingPersonal: 'random number of the person' },
  },
  record_policy: {
    only_row: { nothingPersonal: 'there is one row' },
    policy_hash: { nothingPersonal: 'under which policy all records were looked at' },
  },
} as const satisfies {
  [Table in keyof Omit<RecordTables, 'record' | 'subject'>]: RowBindings<RecordTables[Table]>
}

/** The same as the database's rights have it: facts are written by `storage` alone. */
export const recordFactTables = {
  record_event: { columns: recordFactColumns.record_event, facts: true },
  record_consent: { columns: recordFactColumns.record_consent, facts: true },
  record_objection: { columns: recordFactColumns.record_objection, facts: true },
  record_erasure: { columns: recordFactColumns.record_erasure, facts: true },
  record_notice: { columns: recordFactColumns.record_notice, facts: true },
  record_hold: { columns: recordFactColumns.record_hold, facts: true },
  record_gone: { columns: recordFactColumns.record_gone, facts: true },
  subject_restriction: { columns: recordFactColumns.subject_restriction, facts: true },
  subject_address: { columns: recordFactColumns.subject_address },
  record_policy: { columns: recordFactColumns.record_policy, facts: true },
} as const
