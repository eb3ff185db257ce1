import type { Policy } from '../../policy.ts'
import type { Processing } from '../../processing.ts'
import type { Block, Fact, Line } from '../document.ts'
import { capitalised, durationInWords, retentionInWords } from '../phrases.ts'
import { basisFacts } from './basis.ts'
import { entry, fact, linkTitle, linkTitles, type PageContext } from './page-context.ts'

export function processings(context: PageContext): Block[] {
  return Object.entries(context.policy.processings).map(([key, processing]) => {
    const { language, say, policy } = context
    const { title, purpose, retention } = processing
    const why = policy.purposes[purpose]?.title[language] ?? purpose
    const length = `${retentionInWords(retention, policy.events, language)}, ${say.held[retention.held]}`
    const text = `${why}. ${say.exists} ${length}.`
    return entry(`processings.${key}`, title[language], text, processingFacts(context, processing))
  })
}

function processingFacts(context: PageContext, processing: Processing): Fact[] {
  const { say, language } = context
  const { categories, recipients, description, risks = [], assessment } = processing
  const get =
    recipients === 'nobody' ? capitalised(say.processing.nobody) : linkTitles(context, 'recipients', recipients)
  return [
    ...fact(say.processing.description, description?.[language]),
    { term: say.processing.categories, text: linkTitles(context, 'categories', categories) },
    ...basisFacts(context, processing.basis),
    { term: say.processing.recipients, text: get },
    ...retentionFacts(context, processing),
    ...purposeFacts(context, processing),
    ...fact(say.processing.risks, capitalised(risks.map((risk) => say.processing.risk[risk]).join(', '))),
    ...fact(say.processing.assessment, assessment),
  ]
}

/** What of a rule the sentence above doesn't say. */
function retentionFacts(context: PageContext, { retention }: Processing): Fact[] {
  const {
    say: { processing: say },
    language,
  } = context
  const { minimum, deadline, then, notice, criteria } = retention
  const due =
    deadline && `${say.within(deadline.count, deadline.unit)}${deadline.calendar ? ` (${deadline.calendar})` : ''}`
  const told: Line | undefined = notice && [
    `${say.ahead(durationInWords(notice.before, language))}: `,
    linkTitle(context, 'mails', notice.mail),
  ]
  return [
    ...fact(say.minimum, minimum && minimumInWords(context, minimum)),
    ...fact(say.deadline, due),
    ...fact(say.then, then === 'anonymise' ? capitalised(say.anonymised) : undefined),
    ...fact(say.notice, told),
    ...fact(say.criteria, criteria?.[language]),
  ]
}

/** “5 years after the fiscal year ends: the Bookkeeping Act” */
function minimumInWords(context: PageContext, law: string): Line {
  const { policy, language, say } = context
  const link = linkTitle(context, 'laws', law)
  const asked = policy.laws?.[law]?.minimum
  if (asked === undefined) return [link]
  const time = `${durationInWords(asked.keep, language)} ${say.after} ${clauseOf(policy, asked.from)[language]}`
  return [`${time}: `, link]
}

function clauseOf(policy: Policy, event: string) {
  return policy.events[event]?.clause ?? { en: event, nb: event, sv: event }
}

function purposeFacts({ policy, language, say }: PageContext, { purpose }: Processing): Fact[] {
  const { role, automatedDecision } = policy.purposes[purpose] ?? {}
  return [
    ...fact(say.processing.role, role === 'processor' ? capitalised(say.purpose.processor) : undefined),
    ...fact(say.processing.decision, automatedDecision?.logic[language]),
    ...fact(say.processing.consequence, automatedDecision?.consequence[language]),
  ]
}
