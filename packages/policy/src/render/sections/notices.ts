import type { Policy } from '../../policy.ts'
import { anchorOf } from '../anchor.ts'
import type { Block, Fact } from '../document.ts'
import { capitalised, dayInWords, durationInWords, listInWords } from '../phrases.ts'
import { entry, list, paragraph, titleOf, type PageContext } from './page-context.ts'

/** When people are told: of changes, answers, breaches and a new owner. */
export function notices({ policy, language, say: { notice: say } }: PageContext): Block[] {
  const declared = policy.notices
  if (declared === undefined) return []
  const { policyChange, requests, breach, transferOfBusiness } = declared
  const time = (duration: string) => durationInWords(duration, language)
  const ways = listInWords(
    policyChange.ways.map((way) => say.ways[way]),
    language,
  )
  const takeover: Fact[] =
    transferOfBusiness === undefined
      ? []
      : [{ term: say.transferOfBusiness, text: capitalised(takeoverInWords(transferOfBusiness, say, time)) }]
  return [
    {
      kind: 'facts',
      facts: [
        { term: say.policyChange, text: capitalised(say.ahead(time(policyChange.ahead), ways)) },
        { term: say.requests, text: capitalised(say.answered(time(requests.answer), time(requests.extension))) },
        { term: say.breach, text: capitalised(say.reported(time(breach.authority))) },
        ...takeover,
      ],
    },
  ]
}

function takeoverInWords(
  { ahead, deleteFirst }: NonNullable<NonNullable<Policy['notices']>['transferOfBusiness']>,
  say: PageContext['say']['notice'],
  time: (duration: string) => string,
): string {
  return deleteFirst ? `${say.told(time(ahead))}, ${say.deleteFirst}` : say.told(time(ahead))
}

/** What is kept of addresses, by place: a category or a processing, where it has the name of one. */
export function addresses(context: PageContext): Block[] {
  const {
    policy,
    say: { addresses: say },
  } = context
  const named = (place: string) => (Object.hasOwn(policy.categories, place) ? 'categories' : 'processings')
  const items = Object.entries(policy.addresses ?? {}).map(([place, form]) => ({
    id: anchorOf(`addresses.${place}`),
    text: `${titleOf(context, named(place), place)}: ${say.forms[form]}`,
  }))
  return items.length === 0 ? [] : [paragraph(say.intro), ...list(items)]
}

export function reviews({ policy, language, say: { review: say } }: PageContext): Block[] {
  return Object.entries(policy.reviews ?? {}).map(([key, { title, last, every }]) =>
    entry(`reviews.${key}`, title[language], '', [
      { term: say.last, text: last === undefined ? capitalised(say.never) : dayInWords(last, language) },
      { term: say.every, text: durationInWords(every, language) },
    ]),
  )
}
