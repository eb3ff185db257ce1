import { consentReceipt, consentStates, languages, type Language, type Policy } from '@samtale/policy'
import type { Questions } from './questions.ts'
import type { ConsentAnswerRow } from './tables.ts'

/** The receipt of a record, for the person to keep: the latest answer to each question and all that came before. */
export function receiptOf(
  policy: Policy,
  questions: Questions,
  rows: readonly ConsentAnswerRow[],
  about: { recordId: string; language: Language; notice: string; withdrawal: string },
) {
  const answers = rows.flatMap((row) => {
    const question = questions.all.find(({ key }) => key === row.question)
    const language = languages.find((known) => known === row.language)
    const state = consentStates.find((known) => known === row.state)
    const asked = language === undefined ? undefined : question?.texts[language]
    // The text that was shown then, if it is still the text; a later one was not what they answered.
    if (asked === undefined || state === undefined) return []
    const shown = asked.hash === row.text_hash ? asked : { ...asked, text: '', hash: row.text_hash }
    return [{ asked: shown, state, at: row.answered_at, method: row.method }]
  })
  return consentReceipt(policy, { ...about, answers })
}
