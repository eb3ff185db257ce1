import type { Authority } from '../../controller.ts'
import type { Language } from '../../text.ts'
import { anchorOf } from '../anchor.ts'
import type { Block, Item } from '../document.ts'
import { countryInWords } from '../phrases.ts'
import { list, paragraph, texts, type PageContext } from './page-context.ts'

export function rights(context: PageContext): Block[] {
  const {
    policy,
    say: { rights: say },
  } = context
  return [
    ...texts(context, 'rights').map(({ text, id }) => paragraph(text, id)),
    ...list(say.list.map((text) => ({ text }))),
    // While nobody is named, nobody has promised to answer.
    ...(policy.controller === null ? [] : [paragraph(say.free)]),
    ...complaint(context),
  ]
}

/** Countries whose authority readers of a language see first. */
const home: Partial<Record<Language, string>> = { nb: 'NO', sv: 'SE' }

function complaint(context: PageContext): Block[] {
  const {
    policy,
    language,
    say: { rights: say },
  } = context
  const named = Object.entries(policy.authorities ?? {})
  if (named.length === 0) return [paragraph(say.complaint)]
  const isHome = ([, { country }]: [string, Authority]) => country === home[language]
  const items = [...named.filter(isHome), ...named.filter((authority) => !isHome(authority))].map(
    ([key, authority]): Item => ({ id: anchorOf(`authorities.${key}`), text: authorityLine(context, authority) }),
  )
  return [paragraph(say.authorities), ...list(items)]
}

function authorityLine({ language, say }: PageContext, { name, country, url, lead }: Authority): Item['text'] {
  const where = countryInWords(country, language)
  return [{ text: name, href: url }, ` (${where}${lead === true ? `; ${say.rights.lead}` : ''})`]
}
