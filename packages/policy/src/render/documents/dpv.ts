import type { LegalBasis } from '../../legal-basis.ts'
import type { Policy } from '../../policy.ts'
import type { Processing } from '../../processing.ts'
import type { Recipient } from '../../recipient.ts'
import { languages, type Text } from '../../text.ts'

/** Namespaces of the Data Privacy Vocabulary 2 and of what is said in its terms; part of the document, so that nothing is fetched. */
const context = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

type Node = Readonly<Record<string, unknown>>

/**
 * The policy as JSON-LD in terms of W3C's Data Privacy Vocabulary, for machines to check.
 * @param page address of the policy page, which names of things are relative to
 */
export function renderDpv(policy: Policy, page: URL): string {
  const at = (part: string) => `${page.href}#${encodeURIComponent(part)}`
  const graph: Node[] = [
    ...(policy.controller === null ? [] : [controllerNode(policy.controller, at('controller'))]),
    ...Object.entries(policy.categories).map(([key, category]) => ({
      '@id': at(`categories.${key}`),
      '@type': [
        'dpv:PersonalData',
        category.dpv,
        ...(category.special === 'art-9' ? ['dpv:SpecialCategoryPersonalData'] : []),
      ],
      'dct:title': said(policy, category.title),
      'dct:description': said(policy, category.description),
    })),
    ...Object.entries(policy.recipients).map(([key, recipient]) =>
      recipientNode(policy, at(`recipients.${key}`), recipient),
    ),
    ...Object.entries(policy.processings).map(([key, processing]) => processNode(policy, at, key, processing)),
  ]
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`
}

function controllerNode(
  { name, address, country, privacyContact }: NonNullable<Policy['controller']>,
  id: string,
): Node {
  return {
    '@id': id,
    '@type': 'dpv:DataController',
    'dpv:hasName': name,
    'dpv:hasAddress': address,
    'dpv:hasCountry': place(country),
    'dpv:hasContact': privacyContact,
  }
}

const recipientTypes: Record<Recipient['kind'], string> = {
  participant: 'dpv:Recipient',
  processor: 'dpv:DataProcessor',
  'third-party': 'dpv:ThirdParty',
  group: 'dpv:ThirdParty',
  authority: 'dpv:Authority',
  acquirer: 'dpv:ThirdParty',
}

function recipientNode(policy: Policy, id: string, { kind, title, legalName, country }: Recipient): Node {
  return {
    '@id': id,
    '@type': ['dpv:Recipient', recipientTypes[kind]],
    'dct:title': said(policy, title),
    ...(legalName === undefined ? {} : { 'dpv:hasName': legalName }),
    ...(country === undefined || country === 'EEA' ? {} : { 'dpv:hasCountry': place(country) }),
  }
}

function processNode(policy: Policy, at: (part: string) => string, key: string, processing: Processing): Node {
  const { title, purpose, categories, basis, retention, recipients } = processing
  const use = policy.purposes[purpose]
  const isProcessor = use?.role === 'processor'
  const subjects = new Set(categories.flatMap((category) => policy.categories[category]?.subjects ?? []))
  return {
    '@id': at(`processings.${key}`),
    '@type': 'dpv:PersonalDataProcess',
    'dct:title': said(policy, title),
    ...(policy.controller === null || isProcessor ? {} : { 'dpv:hasDataController': { '@id': at('controller') } }),
    ...(policy.controller !== null && isProcessor ? { 'dpv:hasDataProcessor': { '@id': at('controller') } } : {}),
    'dpv:hasPurpose': {
      '@id': at(`purposes.${purpose}`),
      ...(use === undefined ? {} : { '@type': use.dpv, 'dct:title': said(policy, use.title) }),
    },
    'dpv:hasPersonalData': categories.map((category) => ({ '@id': at(`categories.${category}`) })),
    'dpv:hasDataSubject': [...subjects].map((kind) => ({ '@type': 'dpv:DataSubject', 'dct:title': kind })),
    'dpv:hasLegalBasis': { '@id': basisTerm(policy, basis) },
    'dpv:hasRecipient': (recipients === 'nobody' ? [] : recipients).map((recipient) => ({
      '@id': at(`recipients.${recipient}`),
    })),
    'dpv:hasStorageCondition': storageNode(policy, retention),
  }
}

/** Explicit consent has a term of its own; `6-1-d` has it in DPV by article alone, as all others. */
function basisTerm(policy: Policy, basis: LegalBasis): string {
  const isExplicit = basis.article === '6-1-a' && policy.consents?.[basis.consent]?.explicit === true
  return `eu-gdpr:A${basis.article}${isExplicit ? '-explicit-consent' : ''}`
}

function storageNode(policy: Policy, { keep, from, cap }: Processing['retention']): Node {
  const until = (duration: string, event: string) => ({
    '@type': duration === 'PT0S' ? 'dpv:UntilEventDuration' : 'dpv:TemporalDuration',
    ...(duration === 'PT0S' ? {} : { 'dct:extent': { '@type': 'xsd:duration', '@value': duration } }),
    'dct:description': said(policy, policy.events[event]?.clause ?? { en: event, nb: event, sv: event }),
  })
  return {
    '@type': 'dpv:StorageCondition',
    'dpv:hasDuration': [
      until(keep, from),
      ...(cap.atMost === keep && cap.after === from ? [] : [until(cap.atMost, cap.after)]),
    ],
  }
}

function place(country: string): Node {
  return { '@id': `loc:${country}` }
}

/** A text in the languages that the policy is written in. */
function said({ edition }: Policy, text: Text): Node[] {
  return (edition?.languages ?? languages).map((language) => ({ '@language': language, '@value': text[language] }))
}
