import type { Claim } from '../../claim.ts'
import type { Listing } from '../../listing.ts'
import type { MediaPath } from '../../media.ts'
import { mediaWays } from '../../media.ts'
import type { DocumentDeclaration, MailDeclaration, Notices, Review, Signals } from '../../notices.ts'
import type { PolicyEdition } from '../../policy.ts'
import { dayInWords, durationInWords, languageInWords } from '../../render/phrases.ts'
import type { Text } from '../../text.ts'
import { amount, flag, guard, isSame, ladder, set, texts, time, type Judge } from '../judges.ts'
import { yesOrNo } from './data-rules.ts'
import { all, fact, maybe, rule, text, titles, type Rules, type Scope } from './rule.ts'

const length = (duration: string, { language }: Scope) => durationInWords(duration, language)
const lines = (list: readonly Text[], { language }: Scope) => list.map((line) => line[language]).join(' ')

/** A claim about all is worth more than one about some. */
const reach: Judge<readonly string[] | undefined> = (before, after) => {
  if (isSame(before, after)) return []
  if (before === undefined) return [{ kind: 'less', class: 'material', after }]
  if (after === undefined) return [{ kind: 'more', class: 'minor', before }]
  return set<readonly string[] | undefined>({ more: 'minor', less: 'material' })(before, after)
}

export const claimRules: Rules<Claim> = {
  kind: fact('kind', 'material'),
  says: text('text'),
  about: rule('about', reach),
  people: rule('people', amount(Infinity, { more: 'minor', less: 'material' })),
}

export const mailRules: Rules<MailDeclaration> = {
  title: text('title'),
  purpose: fact('purpose', 'material', titles('purposes')),
  kind: fact('kind', 'material', (kind, { say }) => say.mail.kinds[kind]),
  consent: rule('consent', guard(), titles('consents')),
  tracked: rule('tracked', flag({ more: 'material', less: 'minor' }), yesOrNo),
  trackingConsent: rule('tracked', guard(), titles('consents')),
}

export const mediaRules: Rules<MediaPath> = {
  way: rule('way', ladder(mediaWays, null, { more: 'material', less: 'minor' }), (way, { say }) => say.media.ways[way]),
  fewest: fact('people', 'material'),
  most: fact('people', 'material'),
  when: text('when'),
}

/** A document is its words; only where nothing but marks and spaces differ it says the same. */
const contents: Judge<Text> = (before, after) => {
  if (isSame(before, after)) return []
  const bare = (said: string) =>
    said
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  const isReset = (['en', 'nb', 'sv'] as const).every((language) => bare(before[language]) === bare(after[language]))
  return [{ kind: isReset ? 'reworded' : 'changed', class: isReset ? 'editorial' : 'material' }]
}

export const documentRules: Rules<DocumentDeclaration> = {
  title: text('title'),
  kind: fact('kind', 'minor', (kind, { say }) => say.documents.kinds[kind]),
  text: rule('text', contents),
}

export const reviewRules: Rules<Review> = {
  title: text('title'),
  last: fact('last', 'editorial', (day, { language }) => dayInWords(day, language)),
  every: rule('every', time({ more: 'minor', less: 'minor' }), length),
}

export const listRules: Rules<Listing> = {
  title: text('title'),
  items: rule('items', texts({ more: 'minor', less: 'minor' }), lines),
}

const sooner = time({ more: 'material', less: 'minor' })
const ahead = time({ more: 'minor', less: 'material' })

export const noticeRules: Rules<Notices> = {
  policyChange: all({
    ahead: rule('policyChange', ahead, length),
    ways: rule('ways', set({ more: 'minor', less: 'material' }), (ways, { say }) =>
      ways.map((way) => say.notice.ways[way]).join(', '),
    ),
  }),
  requests: all({ answer: rule('requests', sooner, length), extension: rule('extension', sooner, length) }),
  breach: all({ authority: rule('breach', sooner, length) }),
  transferOfBusiness: maybe(
    'transferOfBusiness',
    { more: 'minor', less: 'material' },
    all<NonNullable<Notices['transferOfBusiness']>>({
      ahead: rule('transferOfBusiness', ahead, length),
      deleteFirst: rule('transferOfBusiness', flag({ more: 'minor', less: 'material' }), yesOrNo),
    }),
    ({ ahead: before }, scope) => length(before, scope),
  ),
}

const heard = ladder<'ignore' | 'honour'>(['ignore', 'honour'], null, { more: 'minor', less: 'material' })

export const signalRules: Rules<Signals> = { gpc: rule('gpc', heard), dnt: rule('dnt', heard) }

export const editionRules: Rules<PolicyEdition> = {
  profile: fact('profile', 'editorial'),
  title: text('title'),
  languages: rule('languages', set({ more: 'minor', less: 'material' }), (codes, { language }) =>
    codes.map((code) => languageInWords(code, language)).join(', '),
  ),
  effective: fact('dated', 'editorial', (day, { language }) => dayInWords(day, language)),
  timeZone: fact('timeZone', 'minor'),
}
