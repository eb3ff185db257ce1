import { expect, test } from 'vitest'
import { compiledWith } from '../../test/change-profile.ts'
import { compiledProfile } from '../../test/profiles.ts'
import type { FindingCode } from '../check/findings.ts'

/** Codes that refuse the part of the path once it is changed, and didn't before. */
function refusals(profile: string, path: string, value?: unknown): FindingCode[] {
  const names = path.split('/')
  const [section = '', key] = names
  const part = key === undefined || ['controller', 'notices'].includes(section) ? section : `${section}.${key}`
  expect(compiledProfile(profile).refused.has(part), part).toBe(false)
  const findings = compiledWith(profile, names, value).refused.get(part) ?? []
  return [...new Set(findings.map(({ code }) => code))]
}

const needed: [path: string, code: FindingCode][] = [
  ['controller/name', 'controller.identity.missing'],
  ['controller/privacyContact', 'controller.identity.missing'],
  ['categories/account/provision', 'provision.missing'],
  ['categories/account/source', 'schema.invalid'],
  ['categories/account.federated/sourceName', 'category.source.missing'],
  ['processings/account/basis', 'basis.missing'],
  ['processings/account/retention', 'retention.missing'],
  ['processings/account/retention/cap', 'retention.unbounded'],
  ['processings/account/recipients', 'schema.invalid'],
  ['processings/usage/basis/interest', 'basis.interest.missing'],
  ['processings/usage/basis/balance', 'basis.interest.missing'],
  ['processings/usage/basis/objection', 'basis.interest.missing'],
  ['recipients/amplitude/legalName', 'recipient.identity.missing'],
  ['recipients/amplitude/agreement', 'recipient.identity.missing'],
  ['transfers/amplitude/document', 'schema.invalid'],
]

test.for(needed)('row L01: without %s a policy doesn’t say what it has to: %s', ([path, code]) => {
  expect(refusals('whereby', path)).toContain(code)
})

test('row L01: a time that is only words is none', () => {
  expect(refusals('whereby', 'processings/account/retention/keep', 'as long as necessary')).toEqual([
    'retention.malformed',
  ])
})

test('rows L03 and L05: answers after a month and breaches after three days are late', () => {
  expect(refusals('klikk', 'notices/requests/answer', 'P6W')).toEqual(['notice.late'])
  expect(refusals('klikk', 'notices/requests/extension', 'P3M')).toEqual(['notice.late'])
  expect(refusals('klikk', 'notices/breach/authority', 'P4D')).toEqual(['notice.late'])
  expect(refusals('klikk', 'notices/breach/authority', 'PT48H')).toEqual([])
})

test('row L04: two marks of a high risk ask for an assessment, and with one it stands', () => {
  const path = 'processings/robotlogg'
  expect(refusals('no-isolation', `${path}/risks`, ['children', 'monitoring'])).toEqual(['assessment.missing'])
  expect(refusals('no-isolation', `${path}/risks`, ['monitoring'])).toEqual([])
})

test('row L07: what isn’t needed on a device is asked for', () => {
  expect(refusals('klikk', 'storage/_pk_id/consent')).toEqual(['cookie.consent.missing'])
  expect(refusals('klikk', 'storage/bcookie/consent')).toEqual(['cookie.consent.missing'])
})

test('rows L08 and P06: mail for marketing is no part of a contract, and interest carries it to own customers only', () => {
  const contract = { article: '6-1-b', contract: 'Your account.', step: 'perform' }
  expect(refusals('klikk', 'processings/newsletter/basis', contract)).toContain('mail.kind.mismatch')
  expect(refusals('klikk', 'mails/newsletter/consent')).toEqual(['consent.implied'])
  expect(refusals('huddly', 'processings/customer-offers/basis/softOptIn', false)).toEqual([])
  expect(
    compiledWith('huddly', ['processings', 'customer-offers', 'basis', 'softOptIn'], false).refused.has(
      'mails.customer-offers',
    ),
  ).toBe(true)
})

test('row L09: the books are kept until five years after the fiscal year’s end, whichever way less is said', () => {
  const path = 'processings/bokforing/retention'
  expect(refusals('no-isolation', `${path}/cap`, { atMost: 'P4Y', after: 'fiscal-year-end' })).toContain(
    'retention.below.legal.min',
  )
  expect(refusals('no-isolation', `${path}/cap`, { atMost: 'P5Y', after: 'collected' })).toContain(
    'retention.below.legal.min',
  )
  expect(refusals('no-isolation', `${path}/cap`, { atMost: 'P6Y', after: 'collected' })).not.toContain(
    'retention.below.legal.min',
  )
})

test('rows X01, X03 and T02: who processes has a name, a place and an agreement, and what leaves the EEA a ground', () => {
  expect(refusals('no-isolation', 'recipients/aws/legalName')).toContain('recipient.identity.missing')
  expect(refusals('no-isolation', 'recipients/aws/agreement')).toContain('recipient.identity.missing')
  const { refused } = compiledWith('no-isolation', ['transfers', 'fullstory'])
  expect([...(refused.get('recipients.fullstory') ?? [])].map(({ code }) => code)).toEqual(['transfer.tool.missing'])
})

test('rows X03, X05 and P07: what is loaded of others waits for a yes or a click, and says what for', () => {
  for (const profile of ['huddly', 'whereby', 'no-isolation', 'klikk']) {
    const loaded = Object.values(compiledProfile(profile).policy?.recipients ?? {}).filter(({ browser }) => browser)
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.filter(({ browser }) => browser?.consent === undefined && browser?.onClick !== true)).toEqual([])
    const tasks = loaded.map(({ title, description }) => `${title.en}: ${description.en}`)
    expect(tasks).toEqual([...new Set(tasks)])
  }
  expect(refusals('klikk', 'recipients/facebook/browser/consent')).toContain('cookie.consent.missing')
})

test('row X10: a policy that says that nothing is sold can’t sell', () => {
  const { refused } = compiledWith('huddly', ['purposes', 'service', 'dpv'], 'dpv:SellDataToThirdParties')
  expect((refused.get('claims.never-sold') ?? []).map(({ code }) => code)).toEqual(['claim.contradicted'])
})

test('row G08: no policy here decides by machine, and one that says so can’t', () => {
  const decision = { logic: 'A score.', consequence: 'No contract.' }
  const { refused } = compiledWith('klikk', ['purposes', 'service', 'automatedDecision'], decision)
  expect((refused.get('claims.no-automated-decisions') ?? []).map(({ code }) => code)).toEqual(['claim.contradicted'])
})

test('row N09: what was promised to be looked at again, and wasn’t, is told', () => {
  const told = (last: string) =>
    compiledWith('klikk', ['reviews', 'risks', 'last'], last)
      .findings.filter(({ at }) => at.startsWith('reviews.'))
      .map(({ code }) => code)
  expect(told('2025-11-21')).toEqual(['review.overdue'])
  expect(told('2026-01-01')).toEqual([])
})
