import type { LegalBasis } from '../../legal-basis.ts'
import type { Fact, Line } from '../document.ts'
import type { NonEmpty } from '../../text.ts'
import { capitalised } from '../phrases.ts'
import { fact, linkTitle, type PageContext } from './page-context.ts'

/** The legal basis with what it rests on, and for an interest why and how to object (art. 13(1)(c)–(d), 21). */
export function basisFacts(context: PageContext, basis: LegalBasis): NonEmpty<Fact> {
  const { say, language } = context
  const named = say.basis[basis.article]
  const ground: Fact = { term: say.processing.basis, text: [`${named}: `, ...groundOf(context, basis)] }
  if (basis.article !== '6-1-f') return [ground]
  return [
    ground,
    { term: say.balance, text: basis.balance[language] },
    { term: say.processing.objection, text: basis.objection[language] },
    ...fact(say.processing.only, basis.softOptIn === true ? capitalised(say.processing.softOptIn) : undefined),
  ]
}

function groundOf(context: PageContext, basis: LegalBasis): Exclude<Line, string> {
  const { language } = context
  switch (basis.article) {
    case '6-1-a':
      return [linkTitle(context, 'consents', basis.consent)]
    case '6-1-b':
      return [basis.contract[language]]
    case '6-1-c':
    case '6-1-e':
      return [linkTitle(context, 'laws', basis.law)]
    case '6-1-d':
    case '6-1-f':
      return [basis.interest[language]]
  }
}
