import { isInEea } from '../../countries.ts'
import type { Policy } from '../../policy.ts'
import type { Processing } from '../../processing.ts'
import type { Language } from '../../text.ts'
import { plain, type Block, type Fact, type PolicyDocument, type Publication } from '../document.ts'
import { countryInWords, retentionInWords } from '../phrases.ts'
import { basisFacts } from '../sections/basis.ts'
import { claims } from '../sections/claims.ts'
import { controller } from '../sections/controller.ts'
import { contextOf, entry, fact, paragraph, titleOf, type PageContext } from '../sections/page-context.ts'
import { documentOf } from './document-of.ts'

/** A processing activity as art. 30(1) asks for it, in words of one language. */
export interface RecordEntry {
  readonly key: string
  readonly activity: string
  readonly role: 'controller' | 'processor'
  readonly purpose: string
  readonly subjects: readonly string[]
  readonly categories: readonly string[]
  readonly special: readonly string[]
  readonly basis: string
  readonly recipients: readonly string[]
  readonly transfers: readonly string[]
  readonly erasure: string
  readonly risks: readonly string[]
  readonly assessment: string
  /** Terms of fideslang and DPV, for machines. */
  readonly terms: readonly string[]
}

/** The record of processing activities of a controller, and of a processor where it is one (GDPR art. 30(1)–(2)). */
export function renderRecordOfProcessing(policy: Policy, asked: Language, publication: Publication): PolicyDocument {
  const context = contextOf(policy, asked, publication, false)
  const { record: say } = context.say
  const entries = recordEntries(policy, asked)
  const blocks = (role: RecordEntry['role']): Block[] =>
    entries
      .filter((activity) => activity.role === role)
      .map((activity) =>
        entry(`processings.${activity.key}`, activity.activity, activity.purpose, facts(context, activity)),
      )
  return documentOf(context, say.title, publication, [
    { id: 'controller', heading: say.controller, blocks: [paragraph(say.intro), ...controller(context)] },
    { id: 'activities', heading: say.activities, blocks: blocks('controller') },
    { id: 'onBehalf', heading: say.onBehalf, blocks: blocks('processor') },
    { id: 'measures', heading: say.measures, blocks: claims(context) },
  ])
}

/** The same as data, for exports. */
export function recordEntries(policy: Policy, asked: Language): RecordEntry[] {
  const context = contextOf(policy, asked, {}, false)
  return Object.entries(policy.processings).map(([key, processing]) => recordEntry(context, key, processing))
}

function recordEntry(context: PageContext, key: string, processing: Processing): RecordEntry {
  const { policy, language, say } = context
  const { categories, recipients, risks = [], assessment = '' } = processing
  const data = categories.flatMap((category) => policy.categories[category] ?? [])
  const purpose = policy.purposes[processing.purpose]
  const getters = recipients === 'nobody' ? [] : recipients
  const [basis] = basisFacts(context, processing.basis)
  return {
    key,
    activity: processing.title[language],
    role: purpose?.role ?? 'controller',
    purpose: titleOf(context, 'purposes', processing.purpose),
    subjects: unique(data.flatMap(({ subjects }) => subjects.map((kind) => say.category.subject[kind]))),
    categories: data.map(({ title }) => title[language]),
    special: data.flatMap(({ special, title }) =>
      special === undefined ? [] : `${title[language]}: ${say.category.specials[special]}`,
    ),
    basis: plain(basis.text),
    recipients: getters.map((recipient) => recipientInWords(context, recipient)),
    transfers: transfersOf(context, getters),
    erasure: `${say.exists} ${retentionInWords(processing.retention, policy.events, language)}, ${say.held[processing.retention.held]}`,
    risks: risks.map((risk) => say.processing.risk[risk]),
    assessment,
    terms: unique([
      ...(purpose === undefined ? [] : [purpose.fides, purpose.dpv]),
      ...data.flatMap(({ fides, dpv }) => [fides, dpv]),
    ]),
  }
}

function recipientInWords(context: PageContext, key: string): string {
  const { legalName, country } = context.policy.recipients[key] ?? {}
  const names = [legalName, country === undefined ? undefined : countryInWords(country, context.language)]
  const known = names.filter((name) => name !== undefined)
  return known.length === 0
    ? titleOf(context, 'recipients', key)
    : `${titleOf(context, 'recipients', key)} (${known.join(', ')})`
}

/** Third countries that these recipients are in or are sent data in, each with what protects it there. */
function transfersOf(context: PageContext, recipients: readonly string[]): string[] {
  const { policy, language, say } = context
  const all = Object.values(policy.transfers ?? {}).filter(({ recipient }) => recipients.includes(recipient))
  const declared = all.map(({ recipient, to, tool, document }) => {
    const where = `${titleOf(context, 'recipients', recipient)}, ${countryInWords(to, language)}`
    return `${where}: ${say.transfer.tools[tool]}; ${document}`
  })
  const others = recipients.flatMap((key) => {
    const country = policy.recipients[key]?.country
    const isDeclared = all.some(({ recipient, to }) => recipient === key && to === country)
    if (country === undefined || isInEea(country) || isDeclared) return []
    return `${titleOf(context, 'recipients', key)}, ${countryInWords(country, language)}: ${say.transfer.tools['A45-3']}`
  })
  return [...declared, ...others]
}

function facts({ say: { record: say } }: PageContext, activity: RecordEntry): Fact[] {
  return [
    ...fact(say.subjects, activity.subjects.join('; ')),
    ...fact(say.categories, [...activity.categories, ...activity.special].join('; ')),
    ...fact(say.basis, activity.basis),
    ...fact(say.recipients, activity.recipients.join('; ')),
    ...fact(say.transfers, activity.transfers.join('; ')),
    ...fact(say.erasure, activity.erasure),
    ...fact(say.risks, [...activity.risks, ...(activity.assessment === '' ? [] : [activity.assessment])].join('; ')),
    ...fact(say.terms, activity.terms.join(', ')),
  ]
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)]
}
