import type { RowBindings } from '@samtale/policy'

/** Table `disclosure`: what was handed out on a demand of the law, to whom, and whether its person may know. */
export interface DisclosureRow {
  id: string
  /** An authority or a court. */
  recipient: string
  law: string
  /** Reference of the document that demands it. */
  demand: string
  made_at: Date
  categories: string[]
  records: number
  told_at: Date | null
  /** The demand forbids for now to tell the person. */
  telling_forbidden: boolean
}

/** Table `disclosure_record`: of which records. */
export interface DisclosureRecordRow {
  disclosure_id: string
  record_id: string
}

export interface DisclosureTables {
  disclosure: DisclosureRow
  disclosure_record: DisclosureRecordRow
}

export const disclosureColumns = {
  disclosure: {
    id: { nothingPersonal: 'random number of the disclosure' },
    recipient: { nothingPersonal: 'which authority or court' },
    law: { nothingPersonal: 'which law demands it' },
    demand: { nothingPersonal: 'reference of the document that demands it' },
    made_at: { nothingPersonal: 'when it was handed out' },
    categories: { nothingPersonal: 'which categories' },
    records: { nothingPersonal: 'of how many records' },
    told_at: { nothingPersonal: 'when the person was told' },
    telling_forbidden: { nothingPersonal: 'whether telling is forbidden for now' },
  },
  disclosure_record: {
    disclosure_id: { nothingPersonal: 'random number of the disclosure' },
    record_id: { nothingPersonal: 'random number of the record' },
  },
} as const satisfies { [Table in keyof DisclosureTables]: RowBindings<DisclosureTables[Table]> }

/** The same as the database's rights have it: what links to a record goes with it, and `storage` alone writes it. */
export const disclosureTables = {
  disclosure: { columns: disclosureColumns.disclosure },
  disclosure_record: { columns: disclosureColumns.disclosure_record, facts: true },
} as const
