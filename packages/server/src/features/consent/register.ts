import { consentText, type ConsentScopes, type Language, type Policy } from '@samtale/policy'
import type { Purposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { consentStore } from './store.ts'
import type { ConsentTables } from './tables.ts'

/** An answer to a question that a form or a mail asked. */
export interface RegisteredAnswer {
  /** Record of the answer, which is there already. */
  readonly record: string
  readonly question: string
  readonly state: 'ConsentGiven' | 'ConsentWithdrawn'
  readonly at: Date
  readonly language: Language
  readonly method: string
}

export type ConsentRegister = Awaited<ReturnType<typeof openConsentRegister>>

/** The register of answers to questions that are not the banner's: what was shown is known before a transaction begins. */
export async function openConsentRegister(
  policy: Policy,
  { scopes, publication }: { scopes: ConsentScopes; publication: { number: number } },
) {
  const asked = Object.entries(policy.consents ?? {}).filter(([, { asked: way }]) => way !== 'banner')
  const texts = new Map<string, string>()
  for (const [key] of asked)
    for (const language of ['en', 'nb', 'sv'] as const)
      texts.set(`${key} ${language}`, (await consentText(policy, key, language))?.hash ?? '')
  return {
    /** @throws TypeError for a question that the policy doesn't have */
    add: async (transaction: Purposes<ConsentTables>, answer: RegisteredAnswer): Promise<void> => {
      const { record, question, state, at, language, method } = answer
      const [scope, text] = [scopes[question], texts.get(`${question} ${language}`)]
      if (scope === undefined || text === undefined) throw new TypeError('The policy asks no such question.')
      await consentStore(transaction.for('consent')).add([
        {
          id: newId(at),
          record_id: record,
          question,
          state,
          answered_at: at,
          method,
          language,
          text_hash: text,
          scope_hash: scope,
          policy_version: publication.number,
        },
      ])
    },
  }
}
