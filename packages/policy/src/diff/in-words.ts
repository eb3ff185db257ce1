import { languages, type Language } from '../text.ts'
import { changeClasses, type Change, type PolicyDiff } from './change.ts'
import { diffWords } from './words/diff-words-by-language.ts'

/** A diff as plain text in one language, the gravest changes first, each with what was said and what is. */
export function diffInWords({ changes }: PolicyDiff, language: Language): string {
  const words = diffWords[language]
  return changeClasses
    .toReversed()
    .flatMap((weight) => {
      const of = changes.filter((change) => change.class === weight)
      return of.length === 0
        ? []
        : [`${words.classes[weight]}:`, ...of.map((change) => changeInWords(change, language)), '']
    })
    .join('\n')
}

function changeInWords({ says, before, after, kind }: Change, language: Language): string {
  const { before: was, after: is } = diffWords[language]
  const lines = [`- ${says[language]}`]
  // What came or went stands in the sentence already; of a text, the language in which it is another is shown.
  if (kind !== 'added' && kind !== 'removed') {
    const isOther = (one: Language) => before === null || after === null || before[one] !== after[one]
    const shown = isOther(language) ? language : (languages.find(isOther) ?? language)
    if (before !== null) lines.push(`  ${was}: ${before[shown]}`)
    if (after !== null) lines.push(`  ${is}: ${after[shown]}`)
  }
  return lines.join('\n')
}
