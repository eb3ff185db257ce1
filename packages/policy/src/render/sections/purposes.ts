import { anchorOf } from '../anchor.ts'
import type { Block, Item } from '../document.ts'
import { linkTitle, list, type PageContext } from './page-context.ts'

/** What it is all for, in one look; each leads to how. */
export function purposes(context: PageContext): Block[] {
  const { policy, language, say } = context
  const items = Object.entries(policy.purposes).map(([key, { title, role, automatedDecision }]): Item => {
    const uses = Object.entries(policy.processings).filter(([, { purpose }]) => purpose === key)
    const links = uses.flatMap(([name], index) => [index === 0 ? ': ' : '; ', linkTitle(context, 'processings', name)])
    const notes = [
      ...(role === 'processor' ? [` (${say.purpose.processor})`] : []),
      ...(automatedDecision === undefined ? [] : [` (${say.purpose.decision})`]),
    ]
    return { id: anchorOf(`purposes.${key}`), text: [title[language], ...notes, ...links] }
  })
  return list(items)
}
