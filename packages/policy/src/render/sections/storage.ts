import type { StorageKey } from '../../storage-key.ts'
import type { NonEmpty } from '../../text.ts'
import { anchorOf } from '../anchor.ts'
import { filled, type Block, type Line, type Row } from '../document.ts'
import { capitalised, durationInWords } from '../phrases.ts'
import { linkTitle, list, paragraph, type PageContext } from './page-context.ts'

export function storage(context: PageContext): Block[] {
  const {
    policy,
    say: { storage: say },
  } = context
  const keys = Object.entries(policy.storage)
  const rows = filled(
    keys.map(([name, key]): Row => ({ id: anchorOf(`storage.${name}`), cells: cells(context, name, key) })),
  )
  if (rows === null) return [paragraph(say.none), ...signals(context)]
  const hasCookie = keys.some(([, { store }]) => store === 'cookie')
  return [
    ...(hasCookie ? [] : [paragraph(say.noCookies)]),
    paragraph(say.intro),
    { kind: 'table', head: say.head, rows },
    ...signals(context),
  ]
}

function cells(context: PageContext, name: string, key: StorageKey): NonEmpty<Line> {
  const {
    language,
    say: { storage: say },
  } = context
  const { description, uniqueId, class: called = 'essential', party, consent } = key
  const what = description[language]
  const setter = party === undefined ? say.own : linkTitle(context, 'recipients', party)
  return [
    `${name} (${say.stores[key.store]})`,
    uniqueId === true ? `${what} (${say.uniqueId})` : what,
    [`${say.classes[called]}, ${say.setBy} `, setter],
    lifetime(context, key),
    consent === undefined ? capitalised(say.unasked) : [linkTitle(context, 'consents', consent)],
  ]
}

function lifetime({ say, language }: PageContext, { lifetime: time, store }: StorageKey): string {
  if (time === 'session') return capitalised(store === 'cookie' ? say.storage.sessionCookie : say.storage.session)
  return time === 'until-cleared' ? capitalised(say.storage.untilCleared) : durationInWords(time, language)
}

/** What browsers say by themselves. */
function signals({ policy, say: { storage: say } }: PageContext): Block[] {
  if (policy.signals === undefined) return []
  const { gpc, dnt } = policy.signals
  const heard = (signal: 'honour' | 'ignore') => (signal === 'honour' ? say.heard : say.unheard)
  const [block] = list([{ text: `${say.gpc}: ${heard(gpc)}.` }, { text: `${say.dnt}: ${heard(dnt)}.` }])
  return block === undefined ? [] : [{ ...block, id: 'signals' }]
}
