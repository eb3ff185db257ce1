import type { RowBindings } from '@samtale/policy'
import type { RecordRow } from '../../platform/db/tables.ts'

/** Table `consent_answer`: what somebody answered to a question, once and for all; a change of mind is another row. */
export interface ConsentAnswerRow {
  id: string
  record_id: string
  /** Key of the question in the policy. */
  question: string
  /** ISO/IEC TS 27560, `event_state`. */
  state: string
  answered_at: Date
  /** How, such as `banner` or `gpc`. */
  method: string
  language: string
  /** SHA-256 of the text shown. */
  text_hash: string
  /** What a yes covered, as a hash. */
  scope_hash: string
  /** Version of the policy that was in effect. */
  policy_version: number
}

export interface ConsentTables {
  consent_answer: ConsentAnswerRow
  record: RecordRow
}

const answer = {
  en: 'What you were asked and what you answered',
  nb: 'Hva du ble spurt om, og hva du svarte',
  sv: 'Vad du fick frågan om och vad du svarade',
}
const holds = { holds: 'consent.record', title: answer } as const

export const consentAnswerColumns = {
  id: { nothingPersonal: 'random number of the answer' },
  record_id: { nothingPersonal: 'random number of the record' },
  question: holds,
  state: holds,
  answered_at: {
    holds: 'consent.record',
    title: { en: 'When you answered', nb: 'Når du svarte', sv: 'När du svarade' },
  },
  method: {
    holds: 'consent.record',
    title: { en: 'How you were asked', nb: 'Hvordan du ble spurt', sv: 'Hur du blev tillfrågad' },
  },
  language: { nothingPersonal: 'language of the text shown' },
  text_hash: { nothingPersonal: 'SHA-256 of the text shown' },
  scope_hash: { nothingPersonal: 'SHA-256 of what a yes covers' },
  policy_version: { nothingPersonal: 'version of the policy' },
} as const satisfies RowBindings<ConsentAnswerRow>
