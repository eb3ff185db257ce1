import type { NonEmpty } from '../../text.ts'
import type { Block, Fact } from '../document.ts'
import { countryInWords } from '../phrases.ts'
import { fact, linked, mailTo, paragraph, type PageContext } from './page-context.ts'

export function controller({ policy, language, say: { controller: say } }: PageContext): Block[] {
  const named = policy.controller
  if (named === null) return say.nobody.map((text) => paragraph(text))
  const group = named.group?.map(({ name, country }) => `${name} (${countryInWords(country, language)})`) ?? []
  const facts: NonEmpty<Fact> = [
    { term: say.name, text: named.name },
    ...fact(
      say.address,
      [named.address, countryInWords(named.country, language)].filter((part) => part !== '').join(', '),
    ),
    ...fact(say.organisationNumber, named.organisationNumber),
    // Of those who answered for an earlier version nothing stays by which to reach them.
    ...fact(say.email, named.email === '' ? undefined : [mailTo(named.email)]),
    ...fact(say.phone, named.phone),
    ...fact(say.privacyContact, named.privacyContact === '' ? undefined : [mailTo(named.privacyContact)]),
    ...fact(say.officer, named.officer && [`${named.officer.name}, `, mailTo(named.officer.email)]),
    ...fact(say.group, group.join('; ')),
    ...(named.more ?? []).map(({ title, to }) => ({ term: title[language], text: linked(to) })),
  ]
  return [paragraph(say.intro), { kind: 'facts', facts }]
}
