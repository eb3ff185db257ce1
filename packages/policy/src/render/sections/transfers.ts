import { adequacyOf } from '../../countries.ts'
import type { Block } from '../document.ts'
import { capitalised, countryInWords, listInWords } from '../phrases.ts'
import { entry, fact, linked, linkTitle, paragraph, titleOf, type PageContext } from './page-context.ts'

/** Where data stays, where it goes, and on what ground (art. 13(1)(f)). */
export function transfers(context: PageContext): Block[] {
  const {
    policy,
    language,
    say: { transfer: say },
  } = context
  const places = policy.regions?.map((place) => countryInWords(place, language))
  const declared = Object.entries(policy.transfers ?? {}).map(([key, transfer]) => {
    const { recipient, to, tool, document, assessment, measures = [] } = transfer
    const country = countryInWords(to, language)
    return entry(
      `transfers.${key}`,
      `${titleOf(context, 'recipients', recipient)}: ${country}`,
      capitalised(say.tools[tool]),
      [
        { term: say.who, text: [linkTitle(context, 'recipients', recipient)] },
        { term: say.copy, text: linked(document) },
        ...fact(say.assessment, assessment && linked(assessment)),
        ...fact(say.measures, measures.map((text) => text[language]).join(' ')),
      ],
    )
  })
  return [
    ...(places === undefined ? [] : [paragraph(say.regions(listInWords(places, language)), 'regions')]),
    ...declared,
    ...adequateCountries(context).map((text) => paragraph(text)),
  ]
}

/** Countries outside the EEA that recipients are in without a transfer of their own: each by its decision. */
function adequateCountries({ policy, language, say }: PageContext): string[] {
  const declared = new Set(Object.values(policy.transfers ?? {}).map(({ to }) => to))
  const countries = new Set(Object.values(policy.recipients).flatMap(({ country }) => country ?? []))
  return [...countries]
    .filter((country) => !declared.has(country))
    .flatMap((country) => {
      const decision = adequacyOf(country)?.decision
      return decision === undefined ? [] : [say.transfer.adequate(countryInWords(country, language), decision)]
    })
}
