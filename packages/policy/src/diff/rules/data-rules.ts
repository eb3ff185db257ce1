import type { DataCategory } from '../../category.ts'
import type { ConsentPurpose } from '../../consent.ts'
import { isInEea } from '../../countries.ts'
import type { Law } from '../../law.ts'
import type { Purpose } from '../../purpose.ts'
import { countryInWords, durationInWords } from '../../render/phrases.ts'
import type { RetentionEvent } from '../../retention.ts'
import { amount, any, burden, flag, ladder, set, time, type Judge } from '../judges.ts'
import { all, fact, maybe, rule, text, type Rules, type Scope } from './rule.ts'

const growing = { more: 'material', less: 'minor' } as const

/** New places are material where they are outside the EEA. */
const places: Judge<readonly string[] | undefined> = (before, after) =>
  set<readonly string[] | undefined>({ more: 'minor', less: 'minor' })(before, after).map((verdict) =>
    verdict.kind === 'added' && verdict.after?.some((country) => !isInEea(country)) === true
      ? { ...verdict, class: 'material' }
      : verdict,
  )

const countries = (codes: readonly string[], { language }: Scope) =>
  codes.map((code) => countryInWords(code, language)).join(', ')

export const categoryRules: Rules<DataCategory> = {
  fides: fact('terms', 'material'),
  dpv: fact('terms', 'minor'),
  title: text('title'),
  description: text('description'),
  subjects: rule('subjects', set(growing), (kinds, { say }) =>
    kinds.map((kind) => say.category.subject[kind]).join(', '),
  ),
  source: fact('source', 'material', (source, { say }) => say.category.sources[source]),
  sourceName: fact('source', 'minor', (name, { language }) => name[language]),
  provision: all<DataCategory['provision']>({
    kind: rule(
      'provision',
      ladder(['voluntary', 'prerequisite', 'contractual', 'statutory'], null, growing),
      (kind, { say }) => say.category.provisions[kind],
    ),
    consequence: text('provision'),
  }),
  identifies: rule(
    'identifies',
    ladder(['nobody', 'device', 'pseudonym', 'person'], 'person', growing),
    (whom, { say }) => say.category.identified[whom],
  ),
  atLeastPeople: rule('atLeastPeople', amount(1, { more: 'minor', less: 'material' })),
  special: rule('special', burden(), (kind, { say }) => say.category.specials[kind]),
  storedIn: rule('storedIn', places, countries),
}

export const purposeRules: Rules<Purpose> = {
  fides: fact('terms', 'material'),
  dpv: fact('terms', 'minor'),
  title: text('title'),
  role: rule('role', ladder(['controller', 'processor'], 'controller', { more: 'material', less: 'material' })),
  automatedDecision: maybe(
    'decision',
    growing,
    all<NonNullable<Purpose['automatedDecision']>>({ logic: text('decision'), consequence: text('decision') }),
    ({ logic }, { language }) => logic[language],
  ),
}

/** What times are counted from is more than wording, though only its words can be seen: people are told. */
export const eventRules: Rules<RetentionEvent> = {
  clause: fact('clause', 'minor', (clause, { language }) => clause[language]),
}

export const consentRules: Rules<ConsentPurpose> = {
  title: text('title'),
  // What somebody said yes to is these words.
  text: fact('text', 'material', (said, { language }) => said[language]),
  asked: fact('asked', 'minor', (way, { say }) => say.consent.ways[way]),
  validFor: rule('validFor', time(growing), (duration, { language }) => durationInWords(duration, language)),
  withdrawalEnds: rule('withdrawal', ladder(['only-this', 'service'], 'only-this', growing)),
  explicit: rule('explicit', flag({ more: 'material', less: 'material' }), yesOrNo),
}

export const lawRules: Rules<Law> = {
  title: text('title'),
  country: fact('country', 'minor', (country, { language }) => countryInWords(country, language)),
  url: fact('url', 'minor'),
  minimum: maybe(
    'minimum',
    growing,
    all({
      keep: rule('minimum', time(growing), (duration, { language }) => durationInWords(duration, language)),
      from: rule('minimum', any('material')),
    }),
    ({ keep, from }, { language, policy, say }) =>
      `${durationInWords(keep, language)} ${say.after} ${policy.events[from]?.clause[language] ?? from}`,
  ),
}

export function yesOrNo(value: boolean): string {
  return value ? '✓' : '–'
}
