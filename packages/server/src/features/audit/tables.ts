import type { RowBindings } from '@samtale/policy'
import type { Sealed } from '../../platform/seals/sealed.ts'

/** What an act holds, for the policy: what was done and why, without who. */
export const actCategory = 'audit.act'
/** That somebody did it, or that it was done to them. */
export const personCategory = 'audit.person'
/** What both are read and written for. */
export const purpose = 'audit'
/** Kind of the record that an act is: it has a time of its own. */
export const actRecord = 'audit-act'

/** Table `audit_act`: something that was done in an administrator's right. Nothing in it says who. */
export interface AuditActRow {
  record_id: string
  /** Null where it is the operator's. */
  organisation_id: string | null
  at: Date
  what: string
  about_kind: string | null
  about_id: string | null
  detail: Sealed<typeof actCategory> | null
  why: Sealed<typeof actCategory> | null
}

/** Table `audit_person`: whose account an act was done by, or to. It goes with the account; the act stays. */
export interface AuditPersonRow {
  id: string
  record_id: string
  act_id: string
  part: 'by' | 'about'
  what: string
  at: Date
}

export interface AuditTables {
  audit_act: AuditActRow
  audit_person: AuditPersonRow
}

/** What every column of the two holds. */
export const auditColumns = {
  audit_act: {
    record_id: { nothingPersonal: 'random number of the record' },
    organisation_id: { nothingPersonal: 'random number of the organisation' },
    at: { nothingPersonal: 'when it was done' },
    what: { nothingPersonal: 'which of the acts that there are' },
    about_kind: { nothingPersonal: 'what kind of thing it was done to' },
    about_id: { nothingPersonal: 'random number of what it was done to' },
    detail: {
      holds: actCategory,
      store: 'sealed',
      title: { en: 'What it came to', nb: 'Hva det gikk ut på', sv: 'Vad det gick ut på' },
    },
    why: { holds: actCategory, store: 'sealed', title: { en: 'Why', nb: 'Hvorfor', sv: 'Varför' } },
  },
  audit_person: {
    id: { nothingPersonal: 'random id of the row' },
    record_id: { nothingPersonal: 'random number of the record' },
    act_id: { nothingPersonal: 'random number of the act' },
    part: { nothingPersonal: 'whether they did it or it was done to them' },
    what: {
      holds: personCategory,
      title: {
        en: 'What you did, or was done to you, in an administrator’s right',
        nb: 'Hva du gjorde, eller som ble gjort med deg, med en administrators rett',
        sv: 'Vad du gjorde, eller som gjordes med dig, med en administratörs rätt',
      },
    },
    at: { nothingPersonal: 'when it was done' },
  },
} as const satisfies { [Table in keyof AuditTables]: RowBindings<AuditTables[Table]> }

/** The same as the database's rights have it: what was written stays as it is until `storage` deletes it. */
export const auditTables = {
  audit_act: { record: actRecord, columns: auditColumns.audit_act, appendOnly: true },
  audit_person: { record: 'account', columns: auditColumns.audit_person, appendOnly: true },
} as const
