import type { RowBindings } from '@samtale/policy'

export type BreachKind = 'confidentiality' | 'integrity' | 'availability'
export type BreachRisk = 'none' | 'risk' | 'high'
export type Addressee = 'authority' | 'subjects' | 'public'

/** Table `breach`: an entry of the register (GDPR art. 33(5)). */
export interface BreachRow {
  id: string
  aware_at: Date
  /** By when the authority is told (art. 33(1)). */
  due_at: Date
  reported_at: Date
  kinds: string[]
  risk: BreachRisk
  /** What was reached: tables, hosts of recipients, a time span of when records were made. */
  tables: string[]
  hosts: string[]
  span_from: Date | null
  span_to: Date | null
  /** Whether keys of sealed values were in it. */
  keys_leaked: boolean
  categories: string[]
  people: number
  records: number
  /** Every value that was reached can’t be read without keys that were not (art. 34(3)(a)). */
  unreadable: boolean
  what: string
  consequences: string
  measures: string
  /** How much of the time was told to be over, in percent. */
  told_percent: number
  letters_asked_at: Date | null
}

/** Table `breach_notice`: who was told, and when; the authority may be told in phases (art. 33(4)). */
export interface BreachNoticeRow {
  breach_id: string
  addressee: Addressee
  phase: number
  sent_at: Date
  late_reason: string | null
}

export interface BreachTables {
  breach: BreachRow
  breach_notice: BreachNoticeRow
}

/** What every column of the register holds: counts, times, and words that name nobody. */
export const breachColumns = {
  breach: {
    id: { nothingPersonal: 'random number of the breach' },
    aware_at: { nothingPersonal: 'when it became known' },
    due_at: { nothingPersonal: 'by when the authority is told' },
    reported_at: { nothingPersonal: 'when it was entered' },
    kinds: { nothingPersonal: 'what was lost: confidentiality, integrity, availability' },
    risk: { nothingPersonal: 'how great the risk for people is' },
    tables: { nothingPersonal: 'tables that were reached' },
    hosts: { nothingPersonal: 'hosts of recipients that were reached' },
    span_from: { nothingPersonal: 'from when on records were reached' },
    span_to: { nothingPersonal: 'until when records were reached' },
    keys_leaked: { nothingPersonal: 'whether keys were reached' },
    categories: { nothingPersonal: 'categories that were reached' },
    people: { nothingPersonal: 'how many people are affected' },
    records: { nothingPersonal: 'how many records are' },
    unreadable: { nothingPersonal: 'whether all of it is unreadable without keys' },
    what: { nothingPersonal: 'what happened, in words that name nobody' },
    consequences: { nothingPersonal: 'what may come of it, in words that name nobody' },
    measures: { nothingPersonal: 'what is done about it, in words that name nobody' },
    told_percent: { nothingPersonal: 'how much of the time was told to be over' },
    letters_asked_at: { nothingPersonal: 'when letters to people were asked for' },
  },
  breach_notice: {
    breach_id: { nothingPersonal: 'random number of the breach' },
    addressee: { nothingPersonal: 'who was told: the authority, people, the public' },
    phase: { nothingPersonal: 'which notice to them it was' },
    sent_at: { nothingPersonal: 'when it was' },
    late_reason: { nothingPersonal: 'why it was late, in words that name nobody' },
  },
} as const satisfies { [Table in keyof BreachTables]: RowBindings<BreachTables[Table]> }
