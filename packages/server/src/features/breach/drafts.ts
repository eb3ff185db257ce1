import { localeOf, type Language, type Policy } from '@samtale/policy'
import type { StoredBreach } from './store.ts'
import type { Addressee } from './tables.ts'
import { breachWords, fill } from './words.ts'

type Said = Pick<Policy, 'controller' | 'categories' | 'edition'>

/** A draft of a notice in plain words, from the register and the policy: for a person to read before it is sent. */
export function draftFor(policy: Said, breach: StoredBreach, to: Addressee, language: Language): string {
  const parts = to === 'authority' ? forAuthority(policy, breach, language) : forPeople(policy, breach, language)
  const title = {
    authority: breachWords.authorityTitle,
    subjects: breachWords.subjectsTitle,
    public: breachWords.publicTitle,
  }
  const lead = to === 'subjects' ? [breachWords.lead[language]] : []
  return [title[to][language], ...lead, ...parts.map(([term, text]) => `${term}:\n${text}`)].join('\n\n') + '\n'
}

type Part = readonly [term: string, text: string]

/** GDPR art. 33(3)(a)–(d). */
function forAuthority(policy: Said, breach: StoredBreach, language: Language): Part[] {
  const say = (key: 'aware' | 'due' | 'kinds' | 'numbers' | 'controller') => breachWords[key][language]
  return [
    [say('controller'), controllerIn(policy, language)],
    [say('aware'), timeIn(policy, breach.aware_at, language)],
    [say('due'), timeIn(policy, breach.due_at, language)],
    [say('kinds'), breach.kinds.map((kind) => kindIn(kind, language)).join('\n')],
    ...whatHappened(policy, breach, language),
    [say('numbers'), fill(breachWords.people, language, counts(breach))],
    [
      breachWords.consequences[language],
      `${told(breach.consequences, language)}\n${breachWords[breach.unreadable ? 'unreadable' : 'readable'][language]}`,
    ],
    [breachWords.measures[language], told(breach.measures, language)],
    contact(policy, language),
  ]
}

/** GDPR art. 34(2): the nature of the breach, and art. 33(3)(b)–(d). */
function forPeople(policy: Said, breach: StoredBreach, language: Language): Part[] {
  return [
    ...whatHappened(policy, breach, language),
    [breachWords.consequences[language], told(breach.consequences, language)],
    [breachWords.measures[language], told(breach.measures, language)],
    contact(policy, language),
    [breachWords.adviceTitle[language], breachWords.advice[language]],
  ]
}

function whatHappened({ categories }: Said, breach: StoredBreach, language: Language): Part[] {
  const titles = breach.categories.map((key) => categories[key]?.title[language] ?? key)
  return [
    [breachWords.what[language], told(breach.what, language)],
    [breachWords.categories[language], titles.join(', ') || breachWords.unknown[language]],
  ]
}

function contact({ controller }: Said, language: Language): Part {
  const officer = controller?.officer === undefined ? [] : [`${controller.officer.name}, ${controller.officer.email}`]
  const at = controller === null ? [breachWords.unknown[language]] : [controller.privacyContact]
  return [breachWords.contact[language], [...officer, ...at].join('\n')]
}

function controllerIn({ controller }: Said, language: Language): string {
  if (controller === null) return breachWords.unknown[language]
  const { name, address, organisationNumber } = controller
  return [name, address, ...(organisationNumber === undefined ? [] : [organisationNumber])].join(', ')
}

function kindIn(kind: string, language: Language): string {
  const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = breachWords.kind
  return words[kind]?.[language] ?? kind
}

function counts({ people, records }: StoredBreach): Record<string, string> {
  return { people: String(people), records: String(records) }
}

function told(text: string, language: Language): string {
  return text === '' ? breachWords.unknown[language] : text
}

function timeIn({ edition }: Said, at: Date, language: Language): string {
  const timeZone = edition?.timeZone ?? 'Europe/Oslo'
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)
}
