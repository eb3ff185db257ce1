import type { AddressForm } from '../notices.ts'
import { addressForms } from '../notices.ts'
import type { Policy } from '../policy.ts'
import type { Text } from '../text.ts'
import type { ChangeClass } from './change.ts'
import { ladder, set, texts, type Judge } from './judges.ts'
import { categoryRules, consentRules, eventRules, lawRules, purposeRules } from './rules/data-rules.ts'
import {
  claimRules,
  documentRules,
  editionRules,
  listRules,
  mailRules,
  mediaRules,
  noticeRules,
  reviewRules,
  signalRules,
} from './rules/promise-rules.ts'
import { authorityRules, controllerRules, recipientRules, transferRules } from './rules/recipient-rules.ts'
import { processingRules } from './rules/retention-rules.ts'
import { all, rule, type Compare } from './rules/rule.ts'
import { compareBindings, storageRules } from './rules/storage-rules.ts'
import { countryInWords } from '../render/phrases.ts'

/** How a section that is a map of parts is compared. */
interface MapSection<Part> {
  /** What it means that a part is new, or gone. */
  readonly added: (part: Part) => ChangeClass
  readonly removed: (part: Part) => ChangeClass
  readonly compare: Compare<Part>
  /** What people know the part by; its key, where it has no name of its own. */
  readonly title: (part: Part) => Text | null
}

type PartOf<Section extends keyof Policy> =
  NonNullable<Policy[Section]> extends Readonly<Record<string, infer Part>> ? Part : never

type MapName = Exclude<
  keyof Policy,
  'edition' | 'controller' | 'inShort' | 'rights' | 'scope' | 'regions' | 'notices' | 'signals'
>

const material = (): ChangeClass => 'material'
const minor = (): ChangeClass => 'minor'
const titled = ({ title }: { readonly title: Text }): Text => title
const unnamed = (): null => null

/** Every section of named parts: one left out fails to compile. */
export const mapSections: { readonly [Section in MapName]: MapSection<PartOf<Section>> } = {
  categories: { added: material, removed: minor, compare: all(categoryRules), title: titled },
  purposes: { added: material, removed: minor, compare: all(purposeRules), title: titled },
  recipients: { added: material, removed: minor, compare: all(recipientRules), title: titled },
  transfers: { added: material, removed: minor, compare: all(transferRules), title: unnamed },
  processings: { added: material, removed: minor, compare: all(processingRules), title: titled },
  consents: { added: minor, removed: minor, compare: all(consentRules), title: titled },
  laws: { added: minor, removed: minor, compare: all(lawRules), title: titled },
  events: { added: minor, removed: minor, compare: all(eventRules), title: ({ clause }) => clause },
  storage: {
    added: ({ class: called = 'essential', party }) =>
      (called === 'essential' || called === 'functional') && party === undefined ? 'minor' : 'material',
    removed: minor,
    compare: all(storageRules),
    title: unnamed,
  },
  claims: { added: minor, removed: material, compare: all(claimRules), title: ({ says }) => says },
  mails: {
    added: ({ kind }) => (kind === 'marketing' ? 'material' : 'minor'),
    removed: minor,
    compare: all(mailRules),
    title: titled,
  },
  media: {
    added: ({ way }) => (way === 'router-decrypts' ? 'material' : 'minor'),
    removed: ({ way }) => (way === 'router-decrypts' ? 'minor' : 'material'),
    compare: all(mediaRules),
    title: ({ when }) => when,
  },
  documents: { added: minor, removed: minor, compare: all(documentRules), title: titled },
  reviews: { added: minor, removed: minor, compare: all(reviewRules), title: titled },
  authorities: { added: minor, removed: minor, compare: all(authorityRules), title: ({ name }) => everywhere(name) },
  lists: { added: minor, removed: minor, compare: all(listRules), title: titled },
  addresses: {
    added: (form) => (form === 'full' ? 'material' : 'minor'),
    removed: material,
    compare: rule(
      'form',
      ladder<AddressForm>(addressForms, null, { more: 'material', less: 'minor' }),
      (form, { say }) => say.addresses.forms[form],
    ),
    title: unnamed,
  },
  columns: { added: minor, removed: minor, compare: compareBindings, title: unnamed },
  live: { added: minor, removed: minor, compare: compareBindings, title: unnamed },
}

function everywhere(name: string): Text {
  return { en: name, nb: name, sv: name }
}

const lines = (list: readonly Text[], { language }: { language: keyof Text }) =>
  list.map((line) => line[language]).join(' ')

/** A promise to keep data in some places: gone, it is lost; new, it is one more; wider, it is worth less. */
const regionJudge: Judge<readonly string[] | undefined> = (before, after) => {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', class: 'minor', after }]
  if (after === undefined) return [{ kind: 'removed', class: 'material', before }]
  return set<readonly string[] | undefined>({ more: 'material', less: 'minor' })(before, after)
}

/** Sections that are lists of texts or places. */
export const listSections = {
  inShort: rule<Policy['inShort']>('text', texts({ more: 'editorial', less: 'editorial' }), lines),
  rights: rule<Policy['rights']>('text', texts({ more: 'minor', less: 'material' }), lines),
  scope: rule<Policy['scope']>('text', texts({ more: 'minor', less: 'minor' }), lines),
  regions: rule<readonly string[] | undefined>('storedIn', regionJudge, (places, { language }) =>
    places.map((place) => countryInWords(place, language)).join(', '),
  ),
} as const

/** Sections that are one part. */
export const singleSections = {
  edition: { added: minor, removed: minor, compare: all(editionRules) },
  controller: { added: material, removed: material, compare: all(controllerRules) },
  notices: { added: minor, removed: material, compare: all(noticeRules) },
  signals: { added: minor, removed: material, compare: all(signalRules) },
} as const
