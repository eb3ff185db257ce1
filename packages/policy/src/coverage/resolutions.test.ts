import { describe, expect, test } from 'vitest'
import { compiledProfile, profileText } from '../../test/profiles.ts'
import type { Policy } from '../policy.ts'
import { compileProfile } from '../profile/compile.ts'
import { isSurelyLonger } from '../span.ts'
import { policies, policyNumbers } from './policies.ts'

/** Conflicts between the policies, and the one rule that settles each: what holds of a profile follows it. */
function policyOf(profile: string): Policy {
  const { policy } = compiledProfile(profile)
  if (policy === null) throw new Error(`${profile} can’t be read.`)
  return policy
}

const names = [...policyNumbers.map((number) => policies[number].profile), 'samtale']

function processingsFor(policy: Policy, fides: RegExp) {
  return Object.values(policy.processings).filter(({ purpose }) => fides.test(policy.purposes[purpose]?.fides ?? ''))
}

describe.for(names)('%s', (profile) => {
  const policy = policyOf(profile)

  test('row Q01: whole addresses are kept for a week at most', () => {
    for (const [place, form] of Object.entries(policy.addresses ?? {})) {
      const uses = Object.values(policy.processings).filter(({ categories }) => categories.includes(place))
      const long = uses.filter(({ retention }) => isSurelyLonger([retention.cap.atMost], ['P7D']))
      expect(form === 'full' ? long : [], place).toEqual([])
    }
  })

  test('row Q03: analytics of people is asked for; only what leads to nobody is counted without', () => {
    for (const { basis, categories, title } of processingsFor(policy, /^analytics\b/)) {
      const isAboutNobody = categories.every((key) => policy.categories[key]?.identifies === 'nobody')
      expect(basis.article, title.en).toBe(isAboutNobody ? '6-1-f' : '6-1-a')
    }
  })

  test('row Q04: mail for marketing is asked for, or goes to customers who can stop it', () => {
    for (const { basis, title } of processingsFor(policy, /^marketing\.communications\.email\b/))
      expect(basis.article === '6-1-a' || (basis.article === '6-1-f' && basis.softOptIn === true), title.en).toBe(true)
  })

  test('row Q12: Global Privacy Control is heard', () => {
    expect(policy.signals?.gpc).toBe('honour')
  })

  test('row Q13: no mail tells that it was opened', () => {
    expect(Object.values(policy.mails ?? {}).filter(({ tracked }) => tracked === true)).toEqual([])
  })

  test('rows Q14 and R16: changes are told a fortnight ahead, and going on is asked for nowhere', () => {
    expect(isSurelyLonger(['P14D'], [policy.notices?.policyChange.ahead ?? 'PT0S'])).toBe(false)
    expect(Object.keys(policy.consents ?? {})).not.toContain('going-on')
  })

  test('rows Q15 and N06: before the business passes on, people are told and can delete first', () => {
    expect(policy.notices?.transferOfBusiness).toEqual({ ahead: 'P30D', deleteFirst: true })
  })

  test('rows Q16 and R14: requests are answered within 30 days', () => {
    expect(policy.notices?.requests).toEqual({ answer: 'P30D', extension: 'P2M' })
  })

  test('row Q17: no consent ends more than what it carried', () => {
    expect(Object.values(policy.consents ?? {}).filter(({ withdrawalEnds }) => withdrawalEnds === 'service')).toEqual(
      [],
    )
  })

  test('row Q19: who works for the controller has a name, or stands for a category whose names are told', () => {
    const unnamed = Object.values(policy.recipients).filter(
      ({ kind, legalName, byCategory }) => kind === 'processor' && legalName === undefined && byCategory !== true,
    )
    expect(unnamed).toEqual([])
  })

  test('row Q21: what is about nobody is about ten people at least, and no number in a browser leads to it', () => {
    const anonymous = Object.entries(policy.categories).filter(([, { identifies }]) => identifies === 'nobody')
    for (const [key, { atLeastPeople }] of anonymous) {
      expect(atLeastPeople, key).toBeGreaterThanOrEqual(10)
      expect(Object.values(policy.storage).filter(({ holds, uniqueId }) => holds === key && uniqueId)).toEqual([])
    }
  })
})

test('row Q05: closing an account ends it at once; days to delete, idle time and laws are said', () => {
  const retention = (profile: string, key: string) => policyOf(profile).processings[key]?.retention
  expect(retention('whereby', 'account')).toMatchObject({ keep: 'PT0S', from: 'account-closed' })
  expect(retention('nameless', 'account')).toMatchObject({
    keep: 'PT0S',
    from: 'account-closed',
    deadline: { count: 7, unit: 'working-day', calendar: 'NO' },
  })
  expect(retention('huddly', 'service')?.cap).toEqual({ atMost: 'P3Y', after: 'contract-end' })
  expect(retention('klikk', 'account')).toMatchObject({
    keep: 'P24M',
    from: 'last-activity',
    cap: { atMost: 'PT0S', after: 'account-closed' },
    notice: { before: 'P30D' },
  })
  expect(retention('no-isolation', 'kunder')).toMatchObject({ keep: 'PT0S', from: 'contract-end' })
})

test('row Q06: accounts are kept as long as the law asks and no longer, unless a reason is given', () => {
  const lawful = { keep: 'P5Y', from: 'fiscal-year-end', minimum: 'bookkeeping' }
  const cap = { atMost: 'P5Y', after: 'fiscal-year-end' }
  expect(policyOf('no-isolation').processings['bokforing']?.retention).toMatchObject({ ...lawful, cap })
  expect(policyOf('klikk').processings['bookkeeping']?.retention).toMatchObject({ ...lawful, cap })
  const longer = policyOf('whereby').processings['bookkeeping']?.retention
  expect(longer).toMatchObject({ ...lawful, cap: { atMost: 'P10Y', after: 'transaction' } })
  expect(longer?.criteria?.en).toMatch(/five years.*ten/)
})

test('row Q07: chat is kept for a year after the last message', () => {
  const year = { keep: 'P1Y', from: 'last-message', cap: { atMost: 'P1Y', after: 'last-message' } }
  expect(policyOf('no-isolation').processings['chatt']?.retention).toMatchObject(year)
  expect(policyOf('klikk').processings['chat']?.retention).toMatchObject(year)
})

test('row Q08: what leaves the EEA leaves on a ground that is named', () => {
  const unsaid = names.flatMap((profile) => {
    const { recipients, transfers = {} } = policyOf(profile)
    const grounds = new Set(Object.values(transfers).map(({ recipient }) => recipient))
    return Object.entries(recipients).filter(([key, { country }]) => country === 'US' && !grounds.has(key))
  })
  expect(unsaid).toEqual([])
  const tools = Object.values(policyOf('whereby').transfers ?? {}).map(({ tool }) => tool)
  expect(new Set(tools)).toEqual(new Set(['A46-2-c', 'A49-1-a']))
})

test('rows Q10 and N07: calls that a router decrypts can’t be called end-to-end encrypted', () => {
  const ways = (profile: string) => Object.values(policyOf(profile).media ?? {}).map(({ way }) => way)
  expect(ways('whereby')).toEqual(['direct', 'router-decrypts'])
  expect(policyOf('whereby').claims?.['small-end-to-end']).toMatchObject({ kind: 'end-to-end-encrypted', people: 4 })
  expect([...ways('no-isolation'), ...ways('nameless')]).not.toContain('router-decrypts')
  const claim = profileText('whereby')
    .replace(/\bpeople: 4,\s*/, '')
    .replace(/\babout: \[small\],\s*/, '')
  expect(claim).not.toBe(profileText('whereby'))
  expect(compileProfile(claim).findings.map(({ code }) => code)).toContain('claim.e2e.false')
})

test('rows Q11 and C07: recording waits for everybody’s consent, or there is none', () => {
  const { processings, consents } = policyOf('whereby')
  expect(processings['recordings']?.basis).toEqual({ article: '6-1-a', consent: 'recording' })
  expect(consents?.['recording']).toMatchObject({ asked: 'meeting', explicit: true })
  for (const profile of ['nameless', 'samtale'])
    expect(Object.values(policyOf(profile).claims ?? {}).map(({ kind }) => kind)).toContain('not-recorded')
})

test('rows Q18 and C10: telemetry of a robot leads to the customer who owns it, and to no child', () => {
  expect(policyOf('no-isolation').categories['telemetry']).toMatchObject({
    identifies: 'device',
    subjects: ['device-customer'],
  })
})

test('row Q20: chat needs no name', () => {
  for (const profile of ['no-isolation', 'klikk'])
    expect(policyOf(profile).categories['support.chat']?.provision.kind).toBe('voluntary')
})

test('rows C04 and C06: each list is a question of its own, and what is sensitive is asked for explicitly', () => {
  expect(Object.keys(policyOf('whereby').consents ?? {})).toEqual(
    expect.arrayContaining(['newsletter', 'digest', 'activity']),
  )
  expect(Object.keys(policyOf('no-isolation').consents ?? {})).toEqual(
    expect.arrayContaining(['newsletter', 'waiting-list']),
  )
  expect(policyOf('huddly').consents?.['media.diagnostic']).toMatchObject({ explicit: true, asked: 'just-in-time' })
  expect(policyOf('whereby').consents?.['integration']).toMatchObject({ explicit: true })
  expect(policyOf('whereby').processings['location-precise']?.basis).toMatchObject({ consent: 'location.precise' })
})

test('row C05: a trial enrols nobody in the newsletter', () => {
  const { processings, mails } = policyOf('klikk')
  expect(processings['trial']).toMatchObject({ purpose: 'trial', categories: ['trial'], basis: { article: '6-1-b' } })
  expect(
    Object.values(mails ?? {})
      .filter(({ kind }) => kind === 'marketing')
      .map(({ consent }) => consent),
  ).toEqual(['newsletter'])
})
