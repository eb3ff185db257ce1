import type { Policy } from '../policy.ts'
import type { Language } from '../text.ts'
import { filled, type Block, type PolicyDocument, type Publication, type Section } from './document.ts'
import { dateInWords } from './phrases.ts'
import { about } from './sections/about.ts'
import { categories } from './sections/categories.ts'
import { claims } from './sections/claims.ts'
import { consents } from './sections/consents.ts'
import { controller } from './sections/controller.ts'
import { documents, events, laws, lists } from './sections/glossary.ts'
import { mails } from './sections/mails.ts'
import { media } from './sections/media.ts'
import { addresses, notices, reviews } from './sections/notices.ts'
import { contextOf, list, texts, type PageContext } from './sections/page-context.ts'
import { processings } from './sections/processings.ts'
import { purposes } from './sections/purposes.ts'
import { recipients } from './sections/recipients.ts'
import { rights } from './sections/rights.ts'
import { storage } from './sections/storage.ts'
import { transfers } from './sections/transfers.ts'
import { pageSections, type PageSection } from './words/page-words.ts'

const sections: Record<Exclude<PageSection, 'document'>, (context: PageContext) => Block[]> = {
  inShort: (context) => list(texts(context, 'inShort')),
  controller,
  scope: (context) => list(texts(context, 'scope')),
  categories,
  purposes,
  processings,
  recipients,
  transfers,
  storage,
  consents,
  mails,
  media,
  claims,
  addresses,
  notices,
  rights,
  reviews,
  lists,
  documents,
  laws,
  events,
}

/**
 * The policy as a page in one language: who answers, what is known, why, on what basis, how long, who gets it and where,
 * what is kept in the browser, what is asked, mailed, claimed and promised, which rights there are (GDPR art. 13, 14), and
 * which version this is. Every part stands at its anchor. A section that would have nothing to say is left out rather
 * than shown empty. A language that the policy isn't written in gives the first that it is.
 */
export function renderPolicyPage(policy: Policy, asked: Language, publication: Publication): PolicyDocument {
  const context = contextOf(policy, asked, publication, true)
  const { language, say } = context
  const content = pageSections.flatMap((id): Section[] => {
    const blocks = filled(id === 'document' ? about(context, publication) : sections[id](context))
    return blocks === null ? [] : [{ id, heading: say.headings[id], blocks }]
  })
  const [first, ...rest] = content
  if (first === undefined) throw new Error('A page has at least the section about itself.')
  return {
    language,
    title: policy.edition?.title[language] ?? say.title,
    version: say.version(String(publication.number), dateInWords(publication.effectiveAt, language)),
    sections: [first, ...rest],
  }
}
