import { retentionInWords, type LiveBindings, type Policy } from '@samtale/policy'
import type { KnownFact, Language } from '@samtale/protocol'

/** What is declared about something that is known, and how its values read. */
export interface Knowledge<Known> {
  readonly bindings: LiveBindings<Known>
  readonly inWords: { readonly [Field in keyof Known]: (value: Known[Field], language: Language) => string }
}

/** Every field of what is known: what it is, its value, why and until when, from the declarations. */
export function renderKnowledge<Known extends object>(
  declarations: Pick<Policy, 'processings' | 'purposes' | 'events'>,
  knowledge: Knowledge<Known>,
  known: Known,
  language: Language,
): KnownFact[] {
  const fields = Object.keys(knowledge.bindings) as (keyof Known & string)[]
  return fields.map((field) => {
    const { holds, title } = knowledge.bindings[field]
    const processings = Object.values(declarations.processings).filter(({ categories }) => categories.includes(holds))
    const once = (texts: string[]): string => [...new Set(texts)].join('; ')
    return {
      field,
      category: holds,
      title: title[language],
      value: knowledge.inWords[field](known[field], language),
      purpose: once(processings.map(({ purpose }) => declarations.purposes[purpose]?.title[language] ?? purpose)),
      until: once(processings.map(({ retention }) => retentionInWords(retention, declarations.events, language))),
    }
  })
}
