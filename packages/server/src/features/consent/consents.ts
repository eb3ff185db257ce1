import type { Language } from '@samtale/policy'
import type { Purposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Choice } from './choice.ts'
import type { Questions } from './questions.ts'
import { consentStore } from './store.ts'
import type { ConsentTables } from './tables.ts'

/** How an answer came about. */
export type Method = 'banner' | 'consent-page' | 'gpc'

export interface Answered {
  readonly yes: readonly string[]
  readonly language: Language
  readonly method: Method
  readonly signal: boolean
  readonly now: Date
}

export type Consents = ReturnType<typeof createConsents>

/** The answers of people who have no account: a record with a random number, which their browser keeps. */
export function createConsents(options: {
  database: Purposes<ConsentTables>
  questions: Questions
  policyVersion: number
}) {
  const { database, questions, policyVersion } = options
  const store = () => consentStore(database.for('consent'))
  return {
    questions,
    answersOf: (recordId: string) => store().answersOf(recordId),
    /** Writes down an answer to every question, and gives what the browser is to keep. */
    answer: async (before: Choice | null, answered: Answered): Promise<Choice> => {
      const recordId = before?.recordId ?? newId(answered.now)
      const given = new Set(answered.yes)
      const took = (key: string) => before?.yes.includes(key) === true && !given.has(key)
      await store().open(recordId, answered.now)
      await store().add(
        questions.all.map(({ key, scope, texts }) => ({
          id: newId(answered.now),
          record_id: recordId,
          question: key,
          state: given.has(key) ? 'ConsentGiven' : took(key) ? 'ConsentWithdrawn' : 'ConsentRefused',
          answered_at: answered.now,
          method: answered.method,
          language: answered.language,
          text_hash: texts[answered.language].hash,
          scope_hash: scope,
          policy_version: policyVersion,
        })),
      )
      const yes = questions.all.map(({ key }) => key).filter((key) => given.has(key))
      return { recordId, edition: questions.edition, yes, despiteSignal: answered.signal }
    },
  }
}
