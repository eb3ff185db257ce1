import type { Block } from '../document.ts'
import { capitalised, durationInWords } from '../phrases.ts'
import { entry, fact, linkTitles, paragraph, type PageContext } from './page-context.ts'

export function consents(context: PageContext): Block[] {
  const {
    policy,
    language,
    say: { consent: say },
  } = context
  const entries = Object.entries(policy.consents ?? {}).map(([key, { title, text, asked, validFor, explicit }]) => {
    const carried = Object.entries(policy.processings)
      .filter(([, { basis }]) => basis.article === '6-1-a' && basis.consent === key)
      .map(([name]) => name)
    const where = explicit === true ? `${say.ways[asked]} (${say.explicit})` : say.ways[asked]
    return entry(`consents.${key}`, title[language], text[language], [
      { term: say.asked, text: capitalised(where) },
      { term: say.validFor, text: durationInWords(validFor, language) },
      ...fact(say.carries, linkTitles(context, 'processings', carried)),
    ])
  })
  return entries.length === 0 ? [] : [paragraph(say.intro), ...entries]
}
