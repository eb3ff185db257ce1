import type { LegalBasis } from '../legal-basis.ts'
import type { Policy } from '../policy.ts'
import type { Processing } from '../processing.ts'
import type { StorageKey } from '../storage-key.ts'
import type { Language, NonEmpty } from '../text.ts'
import { filled, type Block, type Fact } from './document.ts'
import { durationInWords, retentionInWords } from './phrases.ts'
import { words } from './translations.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

function list(items: readonly string[]): Block[] {
  const content = filled(items)
  return content === null ? [] : [{ kind: 'list', items: content }]
}

export function inShort(policy: Policy, language: Language): Block[] {
  return list(policy.inShort.map((text) => text[language]))
}

export function controller(policy: Policy, language: Language): Block[] {
  const say = words[language].controller
  const named = policy.controller
  if (named === null) return say.nobody.map(paragraph)
  const facts: NonEmpty<Fact> = [
    { term: say.name, text: named.name },
    { term: say.address, text: `${named.address}, ${countryName(named.country, language)}` },
    ...(named.organisationNumber === undefined
      ? []
      : [{ term: say.organisationNumber, text: named.organisationNumber }]),
    { term: say.email, text: named.email, mail: true },
    ...(named.phone === undefined ? [] : [{ term: say.phone, text: named.phone }]),
    { term: say.privacyContact, text: named.privacyContact, mail: true },
  ]
  return [paragraph(say.intro), { kind: 'facts', facts }]
}

export function categories(policy: Policy, language: Language): Block[] {
  const say = words[language].category
  return Object.values(policy.categories).map(({ title, description, source, provision }) => ({
    kind: 'entry',
    heading: title[language],
    text: description[language],
    facts: [
      { term: say.source, text: say.sources[source] },
      { term: say.provision, text: provision.consequence[language] },
    ],
  }))
}

export function processings(policy: Policy, language: Language): Block[] {
  const { held, exists } = words[language]
  return Object.values(policy.processings).map((processing) => {
    const { title, purpose, retention } = processing
    const why = policy.purposes[purpose]?.title[language] ?? purpose
    const length = `${retentionInWords(retention, policy.events, language)}, ${held[retention.held]}`
    return {
      kind: 'entry',
      heading: title[language],
      text: `${why}. ${exists} ${length}.`,
      facts: processingFacts(policy, processing, language),
    }
  })
}

function processingFacts(policy: Policy, processing: Processing, language: Language): NonEmpty<Fact> {
  const { processing: say, balance, basis: names } = words[language]
  const { basis } = processing
  const titles = (keys: readonly string[], among: Policy['categories'] | Policy['recipients']): string =>
    keys.map((key) => among[key]?.title[language] ?? key).join('; ')
  return [
    { term: say.categories, text: titles(processing.categories, policy.categories) },
    { term: say.basis, text: `${names[basis.article]}: ${groundOf(policy, basis)?.[language] ?? ''}` },
    ...(basis.article === '6-1-f'
      ? [
          { term: balance, text: basis.balance[language] },
          { term: say.objection, text: basis.objection[language] },
        ]
      : []),
    {
      term: say.recipients,
      text: capitalised(
        processing.recipients === 'nobody' ? say.nobody : titles(processing.recipients, policy.recipients),
      ),
    },
  ]
}

function groundOf(policy: Policy, basis: LegalBasis) {
  switch (basis.article) {
    case '6-1-a':
      return policy.consents?.[basis.consent]?.title
    case '6-1-b':
      return basis.contract
    case '6-1-c':
    case '6-1-e':
      return policy.laws?.[basis.law]?.title
    case '6-1-d':
    case '6-1-f':
      return basis.interest
  }
}

export function recipients(policy: Policy, language: Language): Block[] {
  const say = words[language].recipients
  const all = Object.values(policy.recipients)
  const outside = all.some(({ kind }) => kind !== 'participant')
  const lines = all.map(({ title, description }) => `${title[language]}: ${description[language]}`)
  if (outside) return list(lines)
  return [...list(lines), paragraph(all.length === 0 ? say.nobody : say.nobodyElse)]
}

export function storage(policy: Policy, language: Language): Block[] {
  const say = words[language].storage
  const keys = Object.entries(policy.storage)
  const rows = filled(
    keys.map(([name, key]): NonEmpty<string> => [
      name,
      say.stores[key.store],
      key.description[language],
      lifetime(key, language),
    ]),
  )
  if (rows === null) return [paragraph(say.none)]
  const hasCookie = keys.some(([, { store }]) => store === 'cookie')
  return [
    ...(hasCookie ? [] : [paragraph(say.noCookies)]),
    paragraph(say.intro),
    { kind: 'table', head: say.head, rows },
  ]
}

function lifetime(key: StorageKey, language: Language): string {
  const say = words[language].storage
  if (key.lifetime === 'session') return capitalised(say.session)
  return key.lifetime === 'until-cleared' ? capitalised(say.untilCleared) : durationInWords(key.lifetime, language)
}

export function rights(policy: Policy, language: Language): Block[] {
  const say = words[language].rights
  return [
    ...policy.rights.map((text) => paragraph(text[language])),
    ...list(say.list),
    // While nobody is named, nobody has promised to answer.
    ...(policy.controller === null ? [] : [paragraph(say.free)]),
    paragraph(say.complaint),
  ]
}

function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
