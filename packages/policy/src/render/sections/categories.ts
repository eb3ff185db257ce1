import type { DataCategory } from '../../category.ts'
import type { Block, Fact, Line } from '../document.ts'
import { capitalised, countryInWords, listInWords } from '../phrases.ts'
import { entry, fact, linkTitles, type PageContext } from './page-context.ts'

export function categories(context: PageContext): Block[] {
  return Object.entries(context.policy.categories).map(([key, category]) =>
    entry(
      `categories.${key}`,
      category.title[context.language],
      category.description[context.language],
      facts(context, key, category),
    ),
  )
}

function facts(context: PageContext, key: string, category: DataCategory): Fact[] {
  const { language, say, policy } = context
  const { category: words } = say
  const { source, sourceName, provision, subjects, special, storedIn = [] } = category
  const uses = Object.entries(policy.processings)
    .filter(([, { categories: its }]) => its.includes(key))
    .map(([name]) => name)
  const from = sourceName === undefined ? words.sources[source] : `${words.sources[source]}: ${sourceName[language]}`
  return [
    ...fact(words.usedFor, linkTitles(context, 'processings', uses)),
    ...fact(
      words.subjects,
      capitalised(
        listInWords(
          subjects.map((kind) => words.subject[kind]),
          language,
        ),
      ),
    ),
    { term: words.source, text: from },
    { term: words.provision, text: `${words.provisions[provision.kind]}. ${provision.consequence[language]}` },
    ...fact(words.identifies, leadsTo(context, category)),
    ...fact(words.special, special && words.specials[special]),
    ...fact(words.storedIn, storedIn.map((country) => countryInWords(country, language)).join(', ')),
  ]
}

function leadsTo({ say }: PageContext, { identifies, atLeastPeople }: DataCategory): Line | undefined {
  if (identifies === undefined) return undefined
  const whom = capitalised(say.category.identified[identifies])
  return atLeastPeople === undefined ? whom : `${whom}: ${say.category.atLeast(atLeastPeople)}`
}
