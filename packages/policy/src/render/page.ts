import type { Policy } from '../policy.ts'
import type { Language } from '../text.ts'
import { filled, type Block, type PolicyDocument, type Publication, type Section } from './document.ts'
import { dateInWords } from './phrases.ts'
import { categories, controller, inShort, processings, recipients, rights, storage } from './sections.ts'
import { words } from './translations.ts'
import type { Words } from './words.ts'

/**
 * The policy as a page in one language: who answers, what is known, why, on what basis, how long, who gets it, what is
 * kept in the browser, which rights there are (GDPR art. 13), and which version this is. A section that would have
 * nothing to say is left out rather than shown empty.
 */
export function renderPolicyPage(policy: Policy, language: Language, publication: Publication): PolicyDocument {
  const say = words[language]
  const part = (id: keyof Words['headings'], blocks: Block[]): Section[] => {
    const content = filled(blocks)
    return content === null ? [] : [{ id, heading: say.headings[id], blocks: content }]
  }
  const sections: Section[] = [
    ...part('inShort', inShort(policy, language)),
    ...part('controller', controller(policy, language)),
    ...part('categories', categories(policy, language)),
    ...part('processings', processings(policy, language)),
    ...part('recipients', recipients(policy, language)),
    ...part('storage', storage(policy, language)),
    ...part('rights', rights(policy, language)),
  ]
  const about: Section = { id: 'document', heading: say.headings.document, blocks: aboutThis(publication, language) }
  const date = dateInWords(publication.effectiveAt, language)
  return {
    language,
    title: say.title,
    version: say.version(String(publication.number), date),
    sections: filled([...sections, about]) ?? [about],
  }
}

function aboutThis({ number, hash, effectiveAt }: Publication, language: Language): Section['blocks'] {
  const say = words[language].document
  return [
    { kind: 'paragraph', text: say.changes },
    {
      kind: 'facts',
      facts: [
        { term: say.number, text: String(number) },
        { term: say.effective, text: dateInWords(effectiveAt, language) },
        { term: say.hash, text: hash },
      ],
    },
  ]
}
