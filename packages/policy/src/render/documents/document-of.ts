import { filled, type Block, type PolicyDocument, type Publication, type Section } from '../document.ts'
import { dateInWords } from '../phrases.ts'
import { about } from '../sections/about.ts'
import type { PageContext } from '../sections/page-context.ts'

/** A document of these sections, without those that have nothing to say, and which text it is made from. */
export function documentOf(
  context: PageContext,
  title: string,
  publication: Publication,
  sections: readonly { readonly id: string; readonly heading: string; readonly blocks: readonly Block[] }[],
): PolicyDocument {
  const { language, say, policy } = context
  const last = { id: 'document', heading: say.headings.document, blocks: about(context, publication) }
  const content = [...sections, last].flatMap(({ id, heading, blocks: all }): Section[] => {
    const blocks = filled(all)
    return blocks === null ? [] : [{ id, heading, blocks }]
  })
  const [first, ...rest] = content
  if (first === undefined) throw new Error('A document has at least the section about itself.')
  const name = policy.controller?.name
  return {
    language,
    title: name === undefined ? title : `${title}: ${name}`,
    version: say.version(String(publication.number), dateInWords(publication.effectiveAt, language)),
    sections: [first, ...rest],
  }
}
