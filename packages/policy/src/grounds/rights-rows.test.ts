import { describe, expect, test } from 'vitest'
import {
  at,
  bases,
  category,
  consent,
  fate,
  law,
  policyOf,
  processing,
  rule,
  states,
} from '../../test/grounds/ground-policy.ts'
import type { RecordFacts } from './facts.ts'
import type { Fate } from './fate.ts'

describe('consent', () => {
  const deadline = { count: 24, unit: 'hour' } as const
  const news = processing('newsletter', 'data', bases.consent('news'), rule('consent-withdrawn', 'PT0S', { deadline }))
  const policy = policyOf({ news }, { consents: { news: consent('P2Y') } })
  const yes = { at: at('2026-06-01T12:00:00Z'), given: true }
  const no = { at: at('2027-01-01T12:00:00Z'), given: false }

  test('row R09: what rests on consent alone goes within a day of its withdrawal', () => {
    expect(fate(policy, { consents: { news: [yes] } }, '2027-01-01T12:00:00Z')).toMatchObject({
      state: 'in-use',
      portable: true,
    })
    expect(fate(policy, { consents: { news: [yes, no] } }, '2027-01-01T12:00:00Z')).toMatchObject({
      state: 'gone',
      dueBy: at('2027-01-02T12:00:00Z'),
      ended: [{ by: 'withdrawn', at: no.at }],
    })
  })

  test('row R12: only what has no other ground goes, and what was done before stays lawful', () => {
    const account = processing('service', 'data', bases.contract, rule('account-closed', 'PT0S'))
    const both = policyOf({ news, account }, { consents: { news: consent() } })
    const withdrawn = { consents: { news: [yes, no] } }
    expect(fate(both, withdrawn, '2027-01-01T12:00:00Z')).toMatchObject({ state: 'in-use', purposes: ['service'] })
    expect(fate(both, withdrawn, '2027-01-01T11:59:59Z')).toMatchObject({ purposes: ['newsletter', 'service'] })
    expect(states(policy, withdrawn, '2027-01-01T11:59:59Z')).toEqual(['in-use'])
  })

  test('row R12: given again it counts again; refused, expired or asked in other words it doesn’t', () => {
    const again = { at: at('2027-02-01T12:00:00Z'), given: true }
    expect(
      states(policy, { consents: { news: [yes, no, again] } }, '2027-01-15T00:00:00Z', '2027-02-01T12:00:00Z'),
    ).toEqual(['gone', 'in-use'])
    const by = (answers: RecordFacts['consents'][string], now = '2027-06-01T00:00:00Z') =>
      fate(policy, { consents: { news: answers } }, now).ended[0]
    expect(by([])).toMatchObject({ by: 'not-given' })
    expect(by([no])).toMatchObject({ by: 'refused', at: no.at })
    expect(by([yes], '2028-06-01T12:00:00Z')).toMatchObject({ by: 'expired', at: at('2028-06-01T12:00:00Z') })
    expect(by([{ ...yes, expiresAt: at('2026-12-01T00:00:00Z') }])).toMatchObject({
      by: 'expired',
      at: at('2026-12-01T00:00:00Z'),
    })
    expect(by([{ ...yes, supersededAt: at('2026-12-01T00:00:00Z') }])).toMatchObject({ by: 'superseded' })
    expect(by([{ ...no, at: yes.at }, yes])).toMatchObject({ by: 'withdrawn', at: yes.at })
  })
})

describe('rights', () => {
  const laws = { books: law('P5Y', 'transaction'), acts: { title: { en: 'x', nb: 'x', sv: 'x' }, country: 'EU' } }
  const everything = policyOf(
    {
      news: processing('newsletter', 'data', bases.consent('news'), rule('consent-withdrawn', 'PT0S')),
      service: processing('service', 'data', bases.contract, rule('account-closed', 'PT0S')),
      improve: processing('improvement', 'data', bases.interest, rule('last-activity', 'P1Y')),
      books: processing('bookkeeping', 'data', bases.law('books'), rule('transaction', 'P6Y')),
      answer: processing('rights', 'observed', bases.law('acts'), rule('decided', 'P1Y')),
    },
    { laws, consents: { news: consent() } },
  )
  const facts = {
    events: { transaction: at('2026-06-01T12:00:00Z') },
    consents: { news: [{ at: at('2026-06-01T12:00:00Z'), given: true }] },
  }
  const now = '2027-01-01T00:00:00Z'
  const kept = (one: Fate) =>
    one.grounds.map((ground) => (ground.kind === 'processing' ? ground.processing : ground.kind))

  test('row G03: erasure leaves what the law asks to keep, restricted and for so long', () => {
    expect(kept(fate(everything, facts, now))).toEqual(['news', 'service', 'improve', 'books', 'minimum'])
    const erased = fate(everything, { ...facts, erasedAt: at(now) }, now)
    expect(erased).toMatchObject({
      state: 'restricted',
      grounds: [{ kind: 'minimum', law: 'books' }],
      earliest: at('2031-06-01T22:00:00Z'),
    })
    expect(states(everything, { ...facts, erasedAt: at(now) }, '2031-06-01T21:59:59Z', '2031-06-01T22:00:00Z')).toEqual(
      ['restricted', 'gone'],
    )
  })

  test('row G03: a duty to act, such as to answer the request, goes on', () => {
    const request = { ...facts, categories: ['observed'], erasedAt: at(now) }
    expect(fate(everything, request, now)).toMatchObject({ state: 'in-use', purposes: ['rights'], portable: false })
  })

  test('row G04: what stays says on what ground and until when', () => {
    const hold = {
      id: 'h',
      categories: ['data'],
      ground: '17-3-e',
      placedAt: at(now),
      reviewBy: at('2027-06-01T00:00:00Z'),
    } as const
    expect(fate(everything, { ...facts, erasedAt: at(now), holds: [hold] }, now).grounds).toEqual([
      { kind: 'minimum', law: 'books', until: at('2031-06-01T22:00:00Z') },
      { kind: 'hold', hold: 'h', ground: '17-3-e', reviewBy: hold.reviewBy, until: null },
    ])
  })

  test('row G05: a restriction ends all use until it is lifted, and lengthens nothing', () => {
    const restricted = { ...facts, restrictions: [{ at: at(now) }] }
    expect(fate(everything, restricted, now)).toMatchObject({
      state: 'restricted',
      purposes: [],
      restrictedSince: at(now),
    })
    const lifted = { ...facts, restrictions: [{ at: at(now), liftedAt: at('2027-02-01T00:00:00Z') }] }
    expect(states(everything, lifted, '2027-01-31T23:59:59Z', '2027-02-01T00:00:00Z')).toEqual(['restricted', 'in-use'])
    const short = policyOf({ one: processing('service', 'data', bases.contract, rule('collected', 'P1D')) })
    expect(
      states(
        short,
        { restrictions: [{ at: at('2026-06-01T12:00:00Z') }] },
        '2026-06-02T11:59:59Z',
        '2026-06-02T12:00:00Z',
      ),
    ).toEqual(['restricted', 'gone'])
  })

  test('row G05: a restriction doesn’t keep requests from being answered', () => {
    const answering = policyOf(
      { answer: processing('rights', 'data', bases.law('acts'), rule('decided', 'P1Y')) },
      { laws, purposes: { rights: { fides: 'essential', dpv: 'dpv:RightsFulfilment', title: laws.acts.title } } },
    )
    expect(fate(answering, { restrictions: [{ at: at(now) }] }, now)).toMatchObject({
      state: 'in-use',
      purposes: ['rights'],
      restrictedSince: at(now),
    })
  })

  test('row G06: an objection to marketing ends it at once, and no decision brings it back', () => {
    const overridden = { purpose: 'newsletter', at: at(now), decision: { at: at(now), outcome: 'overridden' } } as const
    expect(fate(everything, { ...facts, objections: [overridden] }, now).purposes).not.toContain('newsletter')
    const soft = policyOf({
      soft: processing('newsletter', 'data', { ...bases.interest, softOptIn: true }, rule('contract-end', 'P1Y')),
    })
    expect(fate(soft, { objections: [{ purpose: 'newsletter', at: at(now) }] }, now)).toMatchObject({
      state: 'gone',
      ended: [{ by: 'objected', at: at(now) }],
    })
    const yesSince = {
      ...facts,
      consents: { news: [{ at: at('2027-02-01T00:00:00Z'), given: true }] },
      objections: [overridden],
    }
    expect(fate(everything, yesSince, '2027-02-01T00:00:00Z').purposes).toContain('newsletter')
  })

  test('row G06: another objection suspends until it is decided', () => {
    const improve = policyOf({
      improve: processing('improvement', 'data', bases.interest, rule('last-activity', 'P1Y')),
    })
    const objection = { purpose: 'improvement', at: at('2026-07-01T00:00:00Z') }
    const decided = (outcome: 'upheld' | 'overridden') => ({
      objections: [{ ...objection, decision: { at: at('2026-08-01T00:00:00Z'), outcome } }],
    })
    expect(fate(improve, { objections: [objection] }, now)).toMatchObject({
      state: 'restricted',
      grounds: [{ effect: 'suspended' }],
    })
    expect(states(improve, decided('upheld'), '2026-07-31T23:59:59Z', '2026-08-01T00:00:00Z')).toEqual([
      'restricted',
      'gone',
    ])
    expect(states(improve, decided('overridden'), '2026-07-31T23:59:59Z', '2026-08-01T00:00:00Z')).toEqual([
      'restricted',
      'in-use',
    ])
    const other = { ...objection, purpose: 'service' }
    expect(fate(everything, { ...facts, objections: [other] }, now).purposes).toContain('service')
  })

  test('row G07: what the person gave, on consent or contract, can be taken along', () => {
    const contract = processing('service', 'observed', bases.contract, rule('account-closed', 'PT0S'))
    expect(fate(policyOf({ contract }), { categories: ['observed'] }, now).portable).toBe(false)
    const improve = processing('improvement', 'data', bases.interest, rule('last-activity', 'P1Y'))
    expect(fate(policyOf({ improve }), {}, now).portable).toBe(false)
    expect(fate(everything, facts, now).portable).toBe(true)
  })
})

describe('what the policy doesn’t say', () => {
  test('a category without a processing is neither used nor deleted, until the person asks', () => {
    const policy = policyOf({}, { categories: { data: category() } })
    expect(fate(policy, {}, '2060-01-01T00:00:00Z')).toMatchObject({
      state: 'restricted',
      purposes: [],
      earliest: null,
      grounds: [{ kind: 'undeclared' }],
    })
    expect(states(policy, { erasedAt: at('2027-01-01T00:00:00Z') }, '2027-01-01T00:00:00Z')).toEqual(['gone'])
  })

  test('what is kept in memory is no ground for a record', () => {
    const memory = { ...rule('left', 'PT0S'), held: 'memory' } as const
    const policy = policyOf({
      call: processing('service', 'data', bases.contract, memory),
      log: processing('security', 'data', bases.interest, rule('collected', 'P7D')),
    })
    expect(states(policy, {}, '2026-06-08T11:59:59Z', '2026-06-08T12:00:00Z')).toEqual(['in-use', 'gone'])
  })

  test('names that JavaScript gives a meaning are names like any other', () => {
    const policy = policyOf({
      one: processing(
        'constructor',
        'data',
        bases.consent('toString'),
        rule('__proto__', 'P1D', { minimum: 'valueOf' }),
      ),
    })
    expect(fate(policy, { categories: ['data'] }, '2027-01-01T00:00:00Z')).toMatchObject({
      state: 'gone',
      ended: [{ by: 'not-given' }],
    })
  })

  test('what is gone stays gone, whatever comes after', () => {
    const policy = policyOf({ one: processing('service', 'data', bases.contract, rule('account-closed', 'PT0S')) })
    const hold = {
      id: 'h',
      categories: ['data'],
      ground: '17-3-e',
      placedAt: at('2027-01-01T00:00:00Z'),
      reviewBy: at('2028-01-01T00:00:00Z'),
    } as const
    const facts = { gone: { data: at('2026-12-01T00:00:00Z') }, holds: [hold] }
    expect(fate(policy, facts, '2027-06-01T00:00:00Z')).toMatchObject({
      state: 'gone',
      nextChange: null,
      earliest: facts.gone.data,
    })
  })
})
