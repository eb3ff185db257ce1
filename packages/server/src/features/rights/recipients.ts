import type { Policy } from '@samtale/policy'
import { answers } from './answer-words.ts'
import type { Answer } from './answer.ts'
import type { RightsOptions } from './options.ts'
import type { Case } from './store.ts'
import { fill } from './words.ts'

/** Others in a call got what was said to them; whom it was handed to are these (GDPR art. 4(9), 19). */
const handed: readonly string[] = ['processor', 'third-party', 'group', 'acquirer']

/** Keys of the recipients that data of these categories went to, as the policy says. */
export function recipientsOf(
  { processings, recipients }: Pick<Policy, 'processings' | 'recipients'>,
  categories: readonly string[],
): string[] {
  const keys = Object.values(processings)
    .filter((one) => one.categories.some((category) => categories.includes(category)))
    .flatMap((one) => (one.recipients === 'nobody' ? [] : [...one.recipients]))
  return [...new Set(keys)].filter((key) => handed.includes(recipients[key]?.kind ?? '')).toSorted()
}

/** The answer, and who is told because of it (GDPR art. 19). */
export function withRecipients(
  { policy }: Pick<RightsOptions, 'policy'>,
  { language }: Pick<Case, 'language'>,
  answer: Answer,
  recipients: readonly string[],
): Answer {
  if (recipients.length === 0) return answer
  const what = recipients.map((key) => policy.recipients[key]?.title[language] ?? key).join(', ')
  return { ...answer, text: `${answer.text}\n\n${fill(answers.telling, language, { what })}` }
}
