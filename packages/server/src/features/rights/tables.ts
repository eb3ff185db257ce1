import type { Language, RowBindings } from '@samtale/policy'
import type { Generated } from 'kysely'
import type { BlindIndex, Sealed } from '../../platform/seals/sealed.ts'
import type { RightKind, Scope } from './kinds.ts'

/** What requests hold, for the policy; before and after whoever made them has shown that the address is theirs. */
export const category = 'rights-request'
export const claimCategory = 'rights-request-unproved'
/** What they are read and answered for. */
export const purpose = 'rights'
/** Kinds of the records that hold them; each has the name of its category. */
export const requestRecord = 'rights-request'
export const claimRecord = 'rights-request-unproved'

/** `telling`: done, but for the word to those who got the data before (GDPR art. 19). */
export type RequestState = 'open' | 'telling' | 'fulfilled' | 'refused'

/** Table `rights_claim`: a request until its address has been proved. */
export interface RightsClaimRow {
  record_id: string
  kind: RightKind
  language: Language
  address: Sealed<typeof claimCategory> | null
  address_index: BlindIndex | null
  wish: Sealed<typeof claimCategory> | null
  /** From then on its time runs. */
  received_at: Date
  asked_at: Date
  proved_at: Date | null
}

/** Table `rights_request`: a request of somebody whose address it is. */
export interface RightsRequestRow {
  record_id: string
  /** What people call it by; random. */
  number: string
  kind: RightKind
  scope: Scope | null
  language: Language
  state: RequestState
  address: Sealed<typeof category> | null
  address_index: BlindIndex | null
  wish: Sealed<typeof category> | null
  /** What the address is to be corrected to, until it is proved. */
  new_address: Sealed<typeof category> | null
  received_at: Date
  proved_at: Date
  due_at: Date
  extended_at: Date | null
  /** When what runs by itself was done. */
  carried_at: Date | null
  closed_at: Date | null
  restriction_id: string | null
  hold_id: string | null
  escalated: Generated<number>
}

/** Table `rights_step`: what was done. */
export interface RightsStepRow {
  id: string
  record_id: string
  at: Date
  /** A word of `steps` (steps.ts). */
  step: string
  /** Keys that it is about: a ground, categories, a recipient, a consent. */
  about: string | null
  until_at: Date | null
  /** What was written: a reason, or a certificate. */
  text: Sealed<typeof category> | null
}

/** Table `rights_told`: those who got the data before (GDPR art. 19). */
export interface RightsToldRow {
  record_id: string
  /** Key of the recipient in the policy. */
  recipient: string
  told_at: Date | null
}

export interface RightsTables {
  rights_claim: RightsClaimRow
  rights_request: RightsRequestRow
  rights_step: RightsStepRow
  rights_told: RightsToldRow
}

const record = { nothingPersonal: 'random number of the record' } as const
const address = { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' }
const found = {
  en: 'A number by which the address is found',
  nb: 'Et tall som adressen finnes ved',
  sv: 'Ett tal som adressen hittas med',
}
const wish = { en: 'What you wrote about it', nb: 'Det du skrev om det', sv: 'Det du skrev om det' }
const language = { nothingPersonal: 'language that was chosen' } as const
const kind = { nothingPersonal: 'which right of the law is asked for' } as const
const receivedAt = { nothingPersonal: 'when it came' } as const

/** What every column of them holds. */
export const rightsColumns = {
  rights_claim: {
    record_id: record,
    kind,
    language,
    address: { holds: claimCategory, store: 'sealed', title: address },
    address_index: { holds: claimCategory, store: 'index', title: found },
    wish: { holds: claimCategory, store: 'sealed', title: wish },
    received_at: receivedAt,
    asked_at: { nothingPersonal: 'when a proof was asked for' },
    proved_at: { nothingPersonal: 'when the address was proved' },
  },
  rights_request: {
    record_id: record,
    number: { nothingPersonal: 'random reference of the request' },
    kind,
    scope: { nothingPersonal: 'on which ground of the law, or against what' },
    language,
    state: { nothingPersonal: 'whether it has been answered' },
    address: { holds: category, store: 'sealed', title: address },
    address_index: { holds: category, store: 'index', title: found },
    wish: { holds: category, store: 'sealed', title: wish },
    new_address: {
      holds: category,
      store: 'sealed',
      title: { en: 'Your new address', nb: 'Den nye adressen din', sv: 'Din nya adress' },
    },
    received_at: receivedAt,
    proved_at: { nothingPersonal: 'when the address was proved' },
    due_at: { nothingPersonal: 'by when it has to be answered' },
    extended_at: { nothingPersonal: 'when its time was made longer' },
    carried_at: { nothingPersonal: 'when what runs by itself was done' },
    closed_at: { nothingPersonal: 'when it was answered' },
    restriction_id: { nothingPersonal: 'random number of the restriction' },
    hold_id: { nothingPersonal: 'random number of the hold' },
    escalated: { nothingPersonal: 'of how much of its time it was told that it is over' },
  },
  rights_step: {
    id: { nothingPersonal: 'random number of the step' },
    record_id: record,
    at: { nothingPersonal: 'when it was done' },
    step: { nothingPersonal: 'what was done' },
    about: { nothingPersonal: 'which parts of the policy it is about' },
    until_at: { nothingPersonal: 'until when it holds' },
    text: {
      holds: category,
      store: 'sealed',
      title: { en: 'What was written', nb: 'Det som ble skrevet', sv: 'Det som skrevs' },
    },
  },
  rights_told: {
    record_id: record,
    recipient: { nothingPersonal: 'which recipient of the policy' },
    told_at: { nothingPersonal: 'when they were told' },
  },
} as const satisfies { [Table in keyof RightsTables]: RowBindings<RightsTables[Table]> }

/** The same as the database's rights have it. */
export const rightsTables = {
  rights_claim: { record: claimRecord, columns: rightsColumns.rights_claim },
  rights_request: { record: requestRecord, columns: rightsColumns.rights_request },
  rights_step: { record: requestRecord, columns: rightsColumns.rights_step },
  rights_told: { record: requestRecord, columns: rightsColumns.rights_told },
} as const
