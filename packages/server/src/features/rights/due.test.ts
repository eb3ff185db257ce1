import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authorityFor } from './authority.ts'
import { dueOf, escalationAt, extendedDueOf } from './due.ts'

const notices = {
  policyChange: { ahead: 'P14D', ways: ['mail'] },
  requests: { answer: 'P30D', extension: 'P2M' },
  breach: { authority: 'PT72H' },
} as const
const edition = {
  profile: 'x',
  title: { en: 'x', nb: 'x', sv: 'x' },
  languages: ['nb'],
  effective: '2026-01-01',
  timeZone: 'Europe/Oslo',
} as const
const at = (country: string) => ({
  notices,
  edition,
  controller: { name: 'x', address: 'x', country, email: 'x@x.example', privacyContact: 'x@x.example' },
})
const [norway, sweden] = [at('NO'), at('SE')]

test.for([
  ['2026-06-01T12:00:00+02:00', norway, '2026-07-01', 'a month of 30 days'],
  ['2026-03-05T12:00:00+01:00', norway, '2026-04-04', 'the Saturday before Easter'],
  ['2028-04-17T12:00:00+02:00', norway, '2028-05-17', '17 May'],
  ['2028-01-31T12:00:00+01:00', norway, '2028-02-29', 'a leap day'],
  ['2027-01-31T12:00:00+01:00', norway, '2027-03-01', 'February ends on a Sunday'],
  ['2026-03-28T23:30:00+01:00', norway, '2026-04-27', 'the clock goes forward in Oslo'],
  ['2026-10-24T23:30:00+02:00', norway, '2026-11-23', 'the clock goes back in Oslo'],
  ['2026-02-06T12:00:00+01:00', sweden, '2026-03-06', 'Sweden'],
] as const)('row R14: asked %s, due at the end of %s', ([received, policy, day]) => {
  const { day: due, end } = dueOf(policy, new Date(received))
  expect(due).toBe(day)
  expect(end.getTime()).toBeGreaterThan(new Date(`${day}T20:00:00Z`).getTime())
})

test('row R14: longer is later than before, and never more than three months and a few days off', () => {
  const received = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(received, fc.constantFrom(norway, sweden), (asked, policy) => {
      const [first, longer] = [dueOf(policy, asked).end, extendedDueOf(policy, asked).end]
      expect(longer.getTime()).toBeGreaterThan(first.getTime())
      expect(longer.getTime() - asked.getTime()).toBeLessThan(98 * 86_400_000)
    }),
  )
})

test('row R14: a level is reached once that much of the time is over, and none goes back', () => {
  const [from, to] = [new Date('2026-06-01T00:00:00Z'), new Date('2026-07-01T00:00:00Z')]
  const level = (instant: string) => escalationAt(from, to, new Date(instant))
  expect(['2026-06-15T23:59:59Z', '2026-06-16T00:00:00Z'].map(level)).toEqual([0, 50])
  expect(['2026-06-24T23:59:59Z', '2026-06-25T00:00:00Z'].map(level)).toEqual([50, 80])
  expect(['2026-06-30T23:59:59Z', '2026-07-01T00:00:00Z'].map(level)).toEqual([80, 100])
  expect(escalationAt(to, to, from)).toBe(100)
  fc.assert(
    fc.property(fc.nat(10 ** 10), fc.nat(10 ** 9), (later, more) => {
      const one = escalationAt(from, to, new Date(from.getTime() + later))
      expect(escalationAt(from, to, new Date(from.getTime() + later + more))).toBeGreaterThanOrEqual(one)
    }),
  )
})

test('row G10: complaints go home, else to the lead authority, else to the operator’s own', () => {
  const one = (name: string, country: string, lead?: boolean) => ({ name, country, url: 'https://x.example', lead })
  const authorities = { no: one('Datatilsynet', 'NO'), se: one('IMY', 'SE'), ie: one('DPC', 'IE', true) }
  expect(authorityFor({ ...norway, authorities }, 'sv')?.name).toBe('IMY')
  expect(authorityFor({ ...sweden, authorities }, 'nb')?.name).toBe('Datatilsynet')
  expect(authorityFor({ ...norway, authorities }, 'en')?.name).toBe('DPC')
  const { no, se } = authorities
  expect(authorityFor({ ...sweden, authorities: { no, se } }, 'en')?.name).toBe('IMY')
  expect(authorityFor({ ...norway, authorities: {} }, 'en')).toBeNull()
})
