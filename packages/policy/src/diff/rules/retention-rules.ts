import { plain } from '../../render/document.ts'
import { durationInWords, retentionInWords } from '../../render/phrases.ts'
import { basisFacts } from '../../render/sections/basis.ts'
import { contextOf } from '../../render/sections/page-context.ts'
import type { LegalBasis } from '../../legal-basis.ts'
import type { Processing } from '../../processing.ts'
import type { Deadline, RetentionRule } from '../../retention.ts'
import { gravest } from '../change.ts'
import { burden, flag, guard, isSame, ladder, set, time, type Judge } from '../judges.ts'
import { all, fact, maybe, rule, text, titles, type Compare, type Rules } from './rule.ts'

const growing = { more: 'material', less: 'minor' } as const

type Times = Pick<RetentionRule, 'keep' | 'from' | 'cap'>

/** How long something exists. From another event it may be longer, so it counts as that. */
const times: Judge<Times> = (before, after) => {
  const kept =
    before.from === after.from
      ? time(growing)(before.keep, after.keep)
      : [{ kind: 'changed', class: 'material' } as const]
  const capped =
    before.cap.after === after.cap.after
      ? time(growing)(before.cap.atMost, after.cap.atMost)
      : [{ kind: 'changed', class: 'material' } as const]
  const verdicts = [...kept, ...capped]
  const weight = gravest(verdicts.map((verdict) => verdict.class))
  if (weight === null) return []
  const kinds = new Set(verdicts.filter((verdict) => verdict.class === weight).map(({ kind }) => kind))
  const [only = 'changed', ...others] = kinds
  return [{ kind: others.length === 0 ? only : 'changed', class: weight, before, after }]
}

/** Hours that a deadline can take; working days are counted as if weekends lay in them. */
const lateness: Judge<Deadline | undefined> = (before, after) => {
  if (isSame(before, after)) return []
  const [old, now] = [hoursOf(before), hoursOf(after)]
  if (old === now) return [{ kind: 'reworded', class: 'editorial', before, after }]
  return [{ kind: now > old ? 'longer' : 'shorter', class: now > old ? 'material' : 'minor', before, after }]
}

function hoursOf({ count, unit }: Deadline = { count: 1, unit: 'day' }): number {
  if (unit === 'hour') return count
  return 24 * (unit === 'day' ? count : Math.ceil((count * 7) / 5))
}

const others: Rules<Omit<RetentionRule, keyof Times>> = {
  minimum: rule('minimum', burden(), titles('laws')),
  deadline: rule('deadline', lateness, ({ count, unit }, { say }) => say.processing.within(count, unit)),
  then: rule('then', ladder(['delete', 'anonymise'], 'delete', growing)),
  notice: maybe(
    'notice',
    { more: 'minor', less: 'material' },
    all({
      before: rule('notice', time({ more: 'minor', less: 'material' }), (duration, { language }) =>
        durationInWords(duration, language),
      ),
      mail: fact('notice', 'minor', titles('mails')),
    }),
    ({ before }, { language }) => durationInWords(before, language),
  ),
  criteria: text('criteria'),
  held: rule(
    'held',
    ladder(['device', 'memory', 'database', 'elsewhere'], null, growing),
    (where, { say }) => say.held[where],
  ),
}

const compareRetention: Compare<RetentionRule> = (before, after, sides) => [
  ...rule<Times>('retention', times, (period, { policy, language }) =>
    retentionInWords({ held: 'memory', ...period }, policy.events, language),
  )(pick(before), pick(after), sides),
  ...all(others)(before, after, sides),
]

function pick({ keep, from, cap }: RetentionRule): Times {
  return { keep, from, cap }
}

/** Another article, consent, law or step is another basis; other words of an interest are other words. */
const basisJudge: Judge<LegalBasis> = (before, after) => {
  const meaning = (basis: LegalBasis) => ({
    article: basis.article,
    consent: 'consent' in basis ? basis.consent : null,
    law: 'law' in basis ? basis.law : null,
    step: 'step' in basis ? basis.step : null,
  })
  if (!isSame(meaning(before), meaning(after))) return [{ kind: 'changed', class: 'material', before, after }]
  const { softOptIn: soft, ...old } = { softOptIn: undefined, ...before }
  const { softOptIn: softNow, ...now } = { softOptIn: undefined, ...after }
  const opted = flag(growing)(soft, softNow).map(
    ({ class: weight }) => ({ kind: 'changed', class: weight, before, after }) as const,
  )
  return isSame(old, now) ? opted : [...opted, { kind: 'reworded', class: 'editorial', before, after }]
}

export const processingRules: Rules<Processing> = {
  title: text('title'),
  description: text('description'),
  purpose: fact('purpose', 'material', titles('purposes')),
  categories: rule('categories', set(growing), titles('categories')),
  basis: rule('basis', basisJudge, (basis, { policy, language }) => {
    const said = { ...policy, edition: undefined }
    return basisFacts(contextOf(said, language, {}, false), basis)
      .map(({ text: words }) => plain(words))
      .join(' ')
  }),
  retention: compareRetention,
  recipients: (before, after, sides) =>
    rule('recipients', set<readonly string[]>(growing), titles('recipients'))(listed(before), listed(after), sides),
  risks: rule('risks', set({ more: 'minor', less: 'minor' }), (risks, { say }) =>
    risks.map((risk) => say.processing.risk[risk]).join(', '),
  ),
  assessment: rule('assessment', guard()),
}

function listed(recipients: Processing['recipients']): readonly string[] {
  return recipients === 'nobody' ? [] : recipients
}
