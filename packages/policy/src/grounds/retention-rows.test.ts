import { describe, expect, test } from 'vitest'
import { at, bases, fate, law, policyOf, processing, rule, states } from '../../test/grounds/ground-policy.ts'

describe('retention', () => {
  test('row R01: an account closed is gone at once, and deleted within seven working days', () => {
    const deadline = { count: 7, unit: 'working-day', calendar: 'NO' } as const
    const policy = policyOf({
      account: processing('service', 'data', bases.contract, rule('account-closed', 'PT0S', { deadline })),
    })
    const closed = { events: { 'account-closed': at('2027-03-23T10:00:00Z') } }
    expect(fate(policy, {}, '2027-03-23T10:00:00Z')).toMatchObject({ state: 'in-use', purposes: ['service'] })
    expect(fate(policy, closed, '2027-03-23T09:59:59.999Z')).toMatchObject({
      state: 'in-use',
      nextChange: closed.events['account-closed'],
    })
    // Maundy Thursday 2027 is the 25th of March.
    expect(fate(policy, closed, '2027-03-23T10:00:00Z')).toMatchObject({
      state: 'gone',
      dueBy: at('2027-04-06T22:00:00Z'),
    })
  })

  test('row R02: all is gone three years after the service ended', () => {
    const policy = policyOf({ service: processing('service', 'data', bases.contract, rule('contract-end', 'P3Y')) })
    const ended = {
      events: { 'contract-start': at('2026-06-01T12:00:00Z'), 'contract-end': at('2027-06-01T12:00:00Z') },
    }
    expect(states(policy, ended, '2030-06-01T11:59:59Z', '2030-06-01T12:00:00Z')).toEqual(['in-use', 'gone'])
    const held = {
      id: 'h',
      categories: ['data'],
      ground: '17-3-e',
      placedAt: at('2028-01-01T00:00:00Z'),
      reviewBy: at('2029-01-01T00:00:00Z'),
    } as const
    expect(fate(policy, { ...ended, holds: [held] }, '2031-01-01T00:00:00Z')).toMatchObject({
      state: 'restricted',
      grounds: [{ kind: 'hold', hold: 'h' }],
    })
  })

  describe('row R03: idle accounts', () => {
    const notice = { before: 'P30D', mail: 'idle' } as const
    const policy = policyOf({
      account: processing('service', 'data', bases.contract, rule('last-activity', 'P24M', { notice })),
    })
    const events = { 'last-activity': at('2027-01-15T10:00:00Z') }

    test('row R03: without the mail nothing is deleted, and the mail is due thirty days before', () => {
      expect(fate(policy, { events }, '2028-01-01T00:00:00Z')).toMatchObject({
        state: 'in-use',
        // The cap, which is far away.
        earliest: at('2076-06-01T12:00:00Z'),
        nextChange: at('2028-12-16T10:00:00Z'),
        noticesDue: [{ mail: 'idle', processing: 'account', at: at('2028-12-16T10:00:00Z') }],
      })
      expect(states(policy, { events }, '2029-01-15T10:00:00Z', '2035-01-15T10:00:00Z')).toEqual(['in-use', 'in-use'])
    })

    test('row R03: with the mail it is, thirty days after a late one', () => {
      const onTime = { events, notices: { idle: at('2028-12-16T10:00:00Z') } }
      expect(states(policy, onTime, '2029-01-15T09:59:59Z', '2029-01-15T10:00:00Z')).toEqual(['in-use', 'gone'])
      const late = { events, notices: { idle: at('2029-02-01T10:00:00Z') } }
      expect(states(policy, late, '2029-03-03T09:59:59Z', '2029-03-03T10:00:00Z')).toEqual(['in-use', 'gone'])
      expect(fate(policy, late, '2029-02-01T10:00:00Z').noticesDue).toEqual([])
    })

    test('row R03: logging in cancels, and the next mail is a new one', () => {
      const back = {
        events: { 'last-activity': at('2029-01-01T10:00:00Z') },
        notices: { idle: at('2028-12-16T10:00:00Z') },
      }
      expect(fate(policy, back, '2029-02-01T00:00:00Z')).toMatchObject({
        state: 'in-use',
        noticesDue: [{ at: at('2030-12-02T10:00:00Z') }],
      })
      expect(states(policy, back, '2031-01-01T10:00:00Z')).toEqual(['in-use'])
    })

    test('row R03: closing the account needs no mail, and neither does a cap of another clock', () => {
      const capped = (cap: { atMost: 'PT0S' | 'P3Y'; after: string }) =>
        policyOf({
          account: processing('service', 'data', bases.contract, rule('last-activity', 'P24M', { notice, cap })),
        })
      const closed = { events: { ...events, 'account-closed': at('2027-06-01T00:00:00Z') } }
      expect(states(capped({ atMost: 'PT0S', after: 'account-closed' }), closed, '2027-06-01T00:00:00Z')).toEqual([
        'gone',
      ])
      const three = capped({ atMost: 'P3Y', after: 'collected' })
      expect(states(three, { events }, '2029-06-01T11:59:59Z', '2029-06-01T12:00:00Z')).toEqual(['in-use', 'gone'])
      const same = capped({ atMost: 'P3Y', after: 'last-activity' })
      expect(states(same, { events }, '2040-01-01T00:00:00Z')).toEqual(['in-use'])
    })

    test('row R03: who has no address can’t be told, and erasure waits for no mail', () => {
      expect(states(policy, { events, notices: { idle: 'no-address' } }, '2029-01-15T10:00:00Z')).toEqual(['gone'])
      expect(states(policy, { events, erasedAt: at('2028-01-01T00:00:00Z') }, '2028-01-01T00:00:00Z')).toEqual(['gone'])
    })
  })

  test('row R04: until the event comes it stays, and then it is gone; the cap ends it in any case', () => {
    const policy = policyOf({
      room: processing(
        'service',
        'data',
        bases.contract,
        rule('device-reset', 'PT0S', { cap: { atMost: 'P10Y', after: 'last-activity' } }),
      ),
    })
    expect(states(policy, {}, '2060-01-01T00:00:00Z')).toEqual(['in-use'])
    expect(states(policy, { events: { 'device-reset': at('2027-01-01T00:00:00Z') } }, '2027-01-01T00:00:00Z')).toEqual([
      'gone',
    ])
    const active = { events: { 'last-activity': at('2027-01-01T00:00:00Z') } }
    expect(fate(policy, active, '2037-01-01T00:00:00Z')).toMatchObject({ state: 'gone', ended: [{ by: 'cap-over' }] })
  })

  test('row R05: transactions are kept for five years whatever is asked, and gone after ten', () => {
    const retention = rule('transaction', 'P10Y', { minimum: 'books' })
    const policy = policyOf(
      { pay: processing('billing', 'data', bases.contract, retention) },
      { laws: { books: law('P5Y', 'transaction') } },
    )
    const events = { transaction: at('2027-03-01T10:00:00Z') }
    const erased = { events, erasedAt: at('2028-01-01T00:00:00Z') }
    expect(states(policy, { events }, '2037-03-01T09:59:59Z', '2037-03-01T10:00:00Z')).toEqual(['in-use', 'gone'])
    // The last day of the law’s time is whole.
    expect(states(policy, erased, '2028-01-01T00:00:00Z', '2032-03-01T22:59:59Z', '2032-03-01T23:00:00Z')).toEqual([
      'restricted',
      'restricted',
      'gone',
    ])
    expect(fate(policy, erased, '2030-01-01T00:00:00Z')).toMatchObject({
      grounds: [{ kind: 'minimum', law: 'books' }],
      earliest: at('2032-03-01T23:00:00Z'),
      purposes: [],
    })
  })

  test('row R06: books are kept for five years after the fiscal year, restricted once nothing else needs them', () => {
    const policy = policyOf(
      {
        order: processing('service', 'data', bases.contract, rule('contract-end', 'PT0S')),
        books: processing(
          'bookkeeping',
          'data',
          bases.law('books'),
          rule('fiscal-year-end', 'P5Y', { cap: { atMost: 'P6Y', after: 'transaction' } }),
        ),
      },
      { laws: { books: law('P5Y', 'fiscal-year-end') } },
    )
    const events = {
      transaction: at('2026-03-01T10:00:00Z'),
      'contract-start': at('2026-01-01T00:00:00Z'),
      'contract-end': at('2027-01-01T10:00:00Z'),
    }
    expect(
      states(
        policy,
        { events },
        '2026-12-31T00:00:00Z',
        '2027-01-01T10:00:00Z',
        '2031-12-31T22:59:59Z',
        '2031-12-31T23:00:00Z',
      ),
    ).toEqual(['in-use', 'restricted', 'restricted', 'gone'])
  })

  test('row R07: what is held stays until it is released, and goes by itself then', () => {
    const policy = policyOf({ chat: processing('support', 'data', bases.interest, rule('last-message', 'P1Y')) })
    const events = { 'last-message': at('2026-06-01T12:00:00Z') }
    const hold = {
      id: 'h',
      categories: ['data'],
      ground: '17-3-e',
      placedAt: at('2027-01-01T00:00:00Z'),
      reviewBy: at('2027-07-01T00:00:00Z'),
    } as const
    expect(fate(policy, { events, holds: [hold] }, '2027-01-01T00:00:00Z')).toMatchObject({
      state: 'in-use',
      nextChange: at('2027-06-01T12:00:00Z'),
    })
    expect(fate(policy, { events, holds: [hold] }, '2027-06-01T12:00:00Z')).toMatchObject({
      state: 'restricted',
      earliest: null,
      nextChange: hold.reviewBy,
    })
    const released = { events, holds: [{ ...hold, releasedAt: at('2028-01-01T00:00:00Z') }] }
    expect(fate(policy, released, '2028-01-01T00:00:00Z')).toMatchObject({
      state: 'gone',
      dueBy: at('2028-01-02T00:00:00Z'),
    })
  })

  test('row R08: each message moves the clock, and while a contract lives the customers’ rule decides', () => {
    const policy = policyOf({
      visitors: processing('chat', 'data', bases.interest, rule('last-message', 'P1Y')),
      customers: processing('chat', 'data', bases.contract, rule('contract-end', 'PT0S')),
    })
    const first = { 'last-message': at('2026-06-01T12:00:00Z') }
    expect(states(policy, { events: first }, '2027-06-01T11:59:59Z', '2027-06-01T12:00:00Z')).toEqual([
      'in-use',
      'gone',
    ])
    const second = { 'last-message': at('2027-01-01T12:00:00Z') }
    expect(states(policy, { events: second }, '2027-06-01T12:00:00Z', '2028-01-01T12:00:00Z')).toEqual([
      'in-use',
      'gone',
    ])
    const customer = { ...first, 'contract-start': at('2026-07-01T00:00:00Z') }
    expect(states(policy, { events: customer }, '2040-01-01T00:00:00Z')).toEqual(['in-use'])
    const former = { ...customer, 'contract-end': at('2026-09-01T00:00:00Z') }
    expect(states(policy, { events: former }, '2026-09-01T00:00:00Z', '2027-06-01T12:00:00Z')).toEqual([
      'in-use',
      'gone',
    ])
    const later = { ...customer, 'contract-end': at('2028-09-01T00:00:00Z') }
    expect(states(policy, { events: later }, '2028-08-31T23:59:59Z', '2028-09-01T00:00:00Z')).toEqual([
      'in-use',
      'gone',
    ])
  })

  test('rows R10, R11: what ends with an event is gone with it', () => {
    for (const event of ['trial-end', 'stream-end']) {
      const policy = policyOf({ one: processing('service', 'data', bases.contract, rule(event, 'PT0S')) })
      expect(
        states(
          policy,
          { events: { [event]: at('2027-01-01T00:00:00Z') } },
          '2026-12-31T23:59:59Z',
          '2027-01-01T00:00:00Z',
        ),
      ).toEqual(['in-use', 'gone'])
    }
  })

  test('row R13: what the cap ends is made anonymous where the rule says so, and deleted where it is erased', () => {
    const retention = rule('last-activity', 'P2Y', { cap: { atMost: 'P14M', after: 'collected' }, then: 'anonymise' })
    const policy = policyOf({ usage: processing('improvement', 'data', bases.interest, retention) })
    expect(fate(policy, {}, '2027-08-01T12:00:00Z')).toMatchObject({ state: 'gone', outcome: 'anonymise' })
    expect(fate(policy, { erasedAt: at('2027-01-01T00:00:00Z') }, '2027-08-01T12:00:00Z')).toMatchObject({
      state: 'gone',
      outcome: 'delete',
    })
  })
})
