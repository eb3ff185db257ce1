import type { Block, Publication } from '../document.ts'
import { dateInWords, dayInWords, languageInWords, listInWords } from '../phrases.ts'
import { paragraph, type PageContext } from './page-context.ts'

/** Which text this is: its version here, the day it bears, its languages, and the hash of what it says. */
export function about({ policy, language, say: { document: say } }: PageContext, publication: Publication): Block[] {
  const { edition } = policy
  const written = edition?.languages.map((code) => languageInWords(code, language))
  return [
    paragraph(say.changes),
    {
      kind: 'facts',
      facts: [
        { term: say.number, text: String(publication.number) },
        ...(publication.isUpcoming === true
          ? []
          : [{ term: say.effective, text: dateInWords(publication.effectiveAt, language) }]),
        ...(edition?.effective === undefined
          ? []
          : [{ term: say.dated, text: dayInWords(edition.effective, language), id: 'effective' }]),
        ...(edition === undefined
          ? []
          : [
              { term: say.profile, text: edition.profile, id: 'profile' },
              { term: say.languages, text: listInWords(written ?? [], language), id: 'languages' },
              { term: say.timeZone, text: edition.timeZone, id: 'timeZone' },
            ]),
        { term: say.hash, text: publication.hash },
      ],
    },
  ]
}
