import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Policy } from '../policy.ts'
import { samplePolicy } from '../../test/sample-policy.ts'
import { consentReceipt } from './consent-receipt.ts'
import { consentStanding, consentStates, mayAsk } from './consent-state.ts'
import { consentScope, consentText } from './consent-text.ts'

const text = (en: string) => ({ en, nb: `${en} (nb)`, sv: `${en} (sv)` })
const letters = samplePolicy.processings['letters']
if (letters === undefined) throw new Error('the sample has changed')
const policy: Policy = {
  ...samplePolicy,
  consents: { news: { title: text('News'), text: text('Send me news.'), asked: 'form', validFor: 'P6M' } },
  processings: { letters, news: { ...letters, basis: { article: '6-1-a', consent: 'news' } } },
}
const given = new Date('2026-01-31T12:00:00Z')
const scope = await consentScope(policy, 'news')
const standing = (events: Parameters<typeof consentStanding>[2], now: string, asked = scope) =>
  consentStanding(policy, { key: 'news', scope: asked }, events, new Date(now))
const yes = { key: 'news', state: 'ConsentGiven', at: given, scope } as const

test('row C03: the hash is that of the very text shown, so that anybody can check it', async () => {
  const shown = await consentText(policy, 'news', 'nb')
  expect(shown?.hash).toBe(createHash('sha256').update('News (nb)\nSend me news. (nb)').digest('hex'))
  expect(await consentText(policy, 'toString', 'nb')).toBeNull()
})

test('a yes counts until it is taken back, too old, or about something else', () => {
  expect(standing([], '2026-02-01T00:00:00Z')).toBe('unasked')
  expect(standing([yes], '2026-07-31T11:59:59Z')).toBe('given')
  expect(standing([yes], '2026-07-31T12:00:00Z')).toBe('expired')
  expect(standing([yes], '2026-02-01T00:00:00Z', 'another')).toBe('changed')
  const no = { ...yes, state: 'ConsentWithdrawn', at: new Date('2026-02-02T00:00:00Z') } as const
  expect(standing([no, yes], '2026-02-03T00:00:00Z')).toBe('withdrawn')
  expect(standing([no, yes], '2026-02-03T00:00:00Z', 'another')).toBe('withdrawn')
  expect(standing([no, yes], '2026-02-01T12:00:00Z')).toBe('given')
})

test('who said no is not asked again while the no is fresh', () => {
  expect(mayAsk(standing([{ ...yes, state: 'ConsentRefused' }], '2026-03-01T00:00:00Z'))).toBe(false)
  expect(mayAsk(standing([{ ...yes, state: 'ConsentRefused' }], '2026-09-01T00:00:00Z'))).toBe(true)
})

test('row N02: only what a yes covers makes it another question', async () => {
  const reworded = { ...policy, inShort: [text('Something else.')], rights: [text('Other words.')] }
  expect(await consentScope(reworded, 'news')).toBe(scope)
  const longer = {
    ...policy,
    processings: {
      ...policy.processings,
      news: {
        ...policy.processings['letters'],
        basis: { article: '6-1-a', consent: 'news' },
        retention: { ...letters.retention, keep: 'P2Y' },
      },
    },
  } as Policy
  expect(await consentScope(longer, 'news')).not.toBe(scope)
  const asked = {
    ...policy,
    consents: { news: { title: text('News'), text: text('Send me all news.'), asked: 'form', validFor: 'P6M' } },
  } as const
  expect(await consentScope(asked, 'news')).not.toBe(scope)
})

test('whatever somebody answered, only the last answer counts, in any order of reading', () => {
  const event = fc.record({
    key: fc.constantFrom('news', 'other'),
    state: fc.constantFrom(...consentStates),
    at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-01'), noInvalidDate: true }),
    scope: fc.constantFrom(scope, 'another'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(event, { selector: ({ at }) => at.getTime() }), (events) => {
      const now = '2026-06-02T00:00:00Z'
      const last = events
        .filter(({ key }) => key === 'news')
        .toSorted((one, other) => Number(other.at) - Number(one.at))[0]
      expect(standing(events, now)).toBe(standing(events.toReversed(), now))
      expect(standing(events, now) === 'given').toBe(last?.state === 'ConsentGiven' && last.scope === scope)
    }),
  )
})

test('row C03: the receipt says who, what, when, the text and how to take it back', async () => {
  const asked = await consentText(policy, 'news', 'en')
  if (asked === null) throw new Error('the sample has changed')
  const receipt = consentReceipt(policy, {
    recordId: 'r1',
    language: 'en',
    notice: 'ab',
    answers: [{ asked, state: 'ConsentGiven', at: given, method: 'form' }],
    withdrawal: 'https://meet.example.org/consent',
  })
  expect(receipt.purposes[0]).toMatchObject({
    purpose: 'News',
    text: 'Send me news.',
    text_hash: asked.hash,
    pii_information: ['E-mail address'],
    recipient_third_parties: ['Post AS'],
    event: {
      event_time: '2026-01-31T12:00:00.000Z',
      event_state: 'ConsentGiven',
      validity_duration: 'P6M',
      method: 'form',
    },
  })
  expect(receipt.withdrawal_method).toBe('https://meet.example.org/consent')
  expect(JSON.stringify(receipt)).toContain('Eksempel AS')
})
