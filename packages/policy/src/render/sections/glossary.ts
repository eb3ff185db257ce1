import { anchorOf } from '../anchor.ts'
import type { Block, Item } from '../document.ts'
import { capitalised, countryInWords, durationInWords } from '../phrases.ts'
import { list, paragraph, type PageContext } from './page-context.ts'

/** Laws that something here rests on, or that ask for keeping. */
export function laws({ policy, language, say }: PageContext): Block[] {
  const items = Object.entries(policy.laws ?? {}).map(([key, { title, country, url, minimum }]): Item => {
    const event = minimum && (policy.events[minimum.from]?.clause[language] ?? minimum.from)
    const asked =
      minimum && `${say.law.minimum}: ${durationInWords(minimum.keep, language)} ${say.after} ${event ?? ''}`
    const name = url === undefined ? title[language] : { text: title[language], href: url }
    const where = ` (${countryInWords(country, language)})`
    return {
      id: anchorOf(`laws.${key}`),
      text: asked === undefined ? [name, where] : [name, `${where}. ${asked}.`],
    }
  })
  return list(items)
}

/** What times are counted from, and for what. */
export function events({ policy, language }: PageContext): Block[] {
  return list(
    Object.entries(policy.events).map(([key, { clause }]) => ({
      id: anchorOf(`events.${key}`),
      text: `${capitalised(clause[language])}.`,
    })),
  )
}

export function documents({ policy, language, say }: PageContext): Block[] {
  return list(
    Object.entries(policy.documents ?? {}).map(([key, { title, kind }]) => ({
      id: anchorOf(`documents.${key}`),
      text: `${title[language]} (${say.documents.kinds[kind]})`,
    })),
  )
}

export function lists({ policy, language }: PageContext): Block[] {
  return Object.entries(policy.lists ?? {}).flatMap(([key, { title, items }]) => [
    paragraph(`${title[language]}:`, anchorOf(`lists.${key}`)),
    ...list(items.map((item) => ({ text: item[language] }))),
  ])
}
