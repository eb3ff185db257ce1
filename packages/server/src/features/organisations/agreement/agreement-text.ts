import {
  canonicalJson,
  retentionInWords,
  type Language,
  type Policy,
  type Processing,
  type Text,
} from '@samtale/policy'
import { sha256 } from '../../../platform/ids.ts'
import { agreementWords as words, ownMeasures, subjectWords } from './agreement-words.ts'

/** A part of the agreement. */
export interface AgreementSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly items: readonly string[]
  /** After the items. */
  readonly after: readonly string[]
}

/** The agreement under a policy: the same for every organisation, in three languages that say the same. */
export interface AgreementVersion {
  /** Of all of its words. */
  readonly hash: string
  /** Of what it says about data, people, times, measures and others who get it. */
  readonly factsHash: string
  /** Whether it says who the processor is: else it can't be entered into. */
  readonly isNamed: boolean
  readonly texts: Readonly<Record<Language, readonly AgreementSection[]>>
}

/** What the agreement is made of; other parts of the policy are no matter between the two. */
export type AgreedPolicy = Pick<
  Policy,
  'controller' | 'processings' | 'purposes' | 'categories' | 'recipients' | 'events' | 'claims' | 'transfers'
>

/** Claims that are measures of security, where the policy makes them. */
const securityClaims = [
  'encrypted-in-transit',
  'end-to-end-encrypted',
  'media-not-stored',
  'not-recorded',
  'addresses-cut',
  'erasure-reaches-backups',
  'egress-closed',
  'staff-need-to-know',
]

/** Purposes that are the operator's own where a room is a person's, and the organisation's where it is the organisation's. */
const shared = ['rooms', 'audit']

/** What the operator does for organisations: what the policy says so of, and calls, of which it keeps nothing. */
function onBehalf({ processings, purposes, categories: all }: AgreedPolicy): Processing[] {
  const ofCalls = ({ retention, categories }: Processing) =>
    retention.held === 'memory' && categories.some((key) => all[key]?.subjects.includes('guest'))
  return Object.values(processings).filter(
    (one) => purposes[one.purpose]?.role === 'processor' || shared.includes(one.purpose) || ofCalls(one),
  )
}

/** The contract of art. 28(3), made of the policy in force. */
export function agreementOf(policy: AgreedPolicy): AgreementVersion {
  const sections = (language: Language) => sectionsIn(policy, language)
  const texts = { en: sections('en'), nb: sections('nb'), sv: sections('sv') }
  const isNamed = policy.controller !== null
  return { hash: sha256(canonicalJson(texts)), factsHash: sha256(canonicalJson(factsOf(policy))), isNamed, texts }
}

function factsOf(policy: AgreedPolicy): object {
  const done = onBehalf(policy)
  const keys = done.flatMap(({ categories }) => categories)
  return {
    operator: policy.controller?.name ?? null,
    processings: done.map(({ purpose, categories, retention, recipients }) => {
      const { keep, from, cap } = retention
      return { purpose, categories, keep, from, cap, recipients }
    }),
    subjects: [...new Set(keys)].toSorted().map((key) => policy.categories[key]?.subjects ?? []),
    processors: processorsOf(policy).map(({ legalName = '', title, country = '' }) => [legalName, title.en, country]),
    measures: [...ownMeasures, ...claimsOf(policy)].map(({ en }) => en),
  }
}

function sectionsIn(policy: AgreedPolicy, language: Language): AgreementSection[] {
  const say = (text: Text) => text[language]
  const operator = policy.controller?.name ?? say(words.operator)
  const done = onBehalf(policy)
  const processors = processorsOf(policy)
  const purposes = unique(
    done.map(({ purpose }) => say(policy.purposes[purpose]?.title ?? { en: purpose, nb: purpose, sv: purpose })),
  )
  const section = (heading: Text, text: Text, items: readonly string[] = [], after: readonly string[] = []) => {
    return { heading: say(heading), paragraphs: [say(text).replaceAll('{operator}', operator)], items, after }
  }
  return [
    section(words.parties, words.partiesText),
    section(words.subject, words.subjectText, purposes),
    section(words.duration, words.durationText),
    { heading: say(words.data), paragraphs: [], items: categoriesIn(policy, done, language), after: [] },
    { heading: say(words.people), paragraphs: [], items: peopleIn(policy, done, language), after: [] },
    section(words.instructions, words.instructionsText),
    section(words.confidentiality, words.confidentialityText),
    section(words.measures, words.measuresText, [...ownMeasures, ...claimsOf(policy)].map(say)),
    processors.length === 0
      ? section(words.subProcessors, words.noSubProcessors, [], [say(words.subProcessorsChange)])
      : section(
          words.subProcessors,
          words.subProcessorsText,
          processors.map(({ legalName, title, description, country }) =>
            [`${legalName ?? say(title)}${country === undefined ? '' : ` (${country})`}`, say(description)].join(': '),
          ),
          [say(words.subProcessorsChange)],
        ),
    section(words.rights, words.rightsText),
    section(words.help, words.helpText),
    section(words.end, words.endText),
    section(words.audits, words.auditsText),
    section(words.changes, words.changesText),
  ]
}

function categoriesIn(policy: AgreedPolicy, done: readonly Processing[], language: Language): string[] {
  const keys = unique(done.flatMap(({ categories }) => categories))
  return keys.map((key) => {
    const category = policy.categories[key]
    const covering = done.filter(({ categories }) => categories.includes(key))
    const times = unique(covering.map(({ retention }) => retentionInWords(retention, policy.events, language)))
    const kept = times.map((time) => words.kept[language].replace('{time}', () => time))
    return [`${category?.title[language] ?? key}: ${category?.description[language] ?? ''}`, ...kept].join(' ')
  })
}

function peopleIn(policy: AgreedPolicy, done: readonly Processing[], language: Language): string[] {
  const kinds = done.flatMap(({ categories }) => categories.flatMap((key) => policy.categories[key]?.subjects ?? []))
  return unique(kinds.map((kind) => subjectWords[kind]?.[language] ?? kind))
}

/** Others who process the data for the operator. */
function processorsOf(policy: AgreedPolicy) {
  const keys = onBehalf(policy).flatMap(({ recipients }) => (recipients === 'nobody' ? [] : recipients))
  const mail = Object.entries(policy.recipients).filter(([, { kind }]) => kind === 'processor')
  return mail
    .filter(([key, { receives = [] }]) => keys.includes(key) || receives.includes('mail.address'))
    .map(([, one]) => one)
}

function claimsOf({ claims = {} }: AgreedPolicy): Text[] {
  return Object.values(claims).flatMap(({ kind, says }) => (securityClaims.includes(kind) ? [says] : []))
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

/** A version as people call it: the first 32 bits of its hash. */
export function versionInWords(hash: string): string {
  return Buffer.from(hash, 'base64url').toString('hex').slice(0, 8)
}

/** A version's text in one language as plain text, for a mail or a file. */
export function agreementAsText(sections: readonly AgreementSection[]): string {
  return sections
    .map(({ heading, paragraphs, items, after }, index) =>
      [`${index + 1}. ${heading}`, ...paragraphs, ...items.map((item) => `- ${item}`), ...after].join('\n\n'),
    )
    .join('\n\n\n')
}

/** The texts as a row keeps them. */
export function packed({ texts }: AgreementVersion): Record<Language, string> {
  return { en: JSON.stringify(texts.en), nb: JSON.stringify(texts.nb), sv: JSON.stringify(texts.sv) }
}

/** And out of it again. @throws TypeError where it is none */
export function unpacked(text: string): AgreementSection[] {
  const sections: unknown = JSON.parse(text)
  if (!Array.isArray(sections) || !sections.every(isSection)) throw new TypeError('This is no agreement.')
  return sections
}

function isSection(value: unknown): value is AgreementSection {
  return typeof value === 'object' && value !== null && 'heading' in value && 'items' in value && 'after' in value
}
