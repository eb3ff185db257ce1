import { anchorOf } from '../anchor.ts'
import type { Block } from '../document.ts'
import { list, type PageContext } from './page-context.ts'

export function media({ policy, language, say }: PageContext): Block[] {
  return list(
    Object.entries(policy.media ?? {}).map(([key, { way, when }]) => ({
      id: anchorOf(`media.${key}`),
      text: `${say.media.ways[way]}: ${when[language]}`,
    })),
  )
}
