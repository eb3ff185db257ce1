import { expect, test } from 'vitest'
import { compiledProfile } from '../../test/profiles.ts'
import { isInEea } from '../countries.ts'
import type { Policy } from '../policy.ts'
import { renderHtml } from '../render/html.ts'
import { renderPolicyPage } from '../render/page.ts'

function policyOf(profile: string): Policy {
  const { policy } = compiledProfile(profile)
  if (policy === null) throw new Error(`${profile} can’t be read.`)
  return policy
}

function pageOf(profile: string): string {
  const publication = { number: 1, hash: '0'.repeat(64), effectiveAt: new Date('2026-11-22T00:00:00Z') }
  return renderHtml(renderPolicyPage(policyOf(profile), 'en', publication))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

test('row X04: what is hosted in Europe is there, and what one runs oneself is no recipient', () => {
  const { recipients, categories, processings } = policyOf('klikk')
  for (const name of ['salesmanago', 'freshchat', 'mautic']) {
    const country = recipients[name]?.country ?? ''
    expect(country === 'EEA' || isInEea(country), name).toBe(true)
  }
  expect(Object.keys(recipients)).not.toContain('matomo')
  expect(processings['statistics']).toMatchObject({ categories: ['analytics'], recipients: 'nobody' })
  expect(categories['analytics']?.storedIn).toEqual(['NO'])
})

test('row X06: a category of recipients stands on the page as one, and whoever asks is told the names', () => {
  const { findings } = compiledProfile('whereby')
  const told = findings.filter(({ code }) => code === 'recipient.by-category').map(({ at }) => at.split('.')[1])
  expect(told).toEqual(expect.arrayContaining(['hosting', 'payment-processors', 'recruiting-tools', 'internal-tools']))
  expect(pageOf('whereby')).toMatch(/Hosting, infrastructure and storage.*names?/i)
})

test('row X07: a company of the group is a recipient of its own, and partners get what is about nobody', () => {
  const { recipients, categories } = policyOf('huddly')
  expect(recipients['huddly-inc']).toMatchObject({ kind: 'group', legalName: 'Huddly Inc.', country: 'US' })
  for (const [profile, name] of [
    ['huddly', 'partners'],
    ['whereby', 'researchers'],
  ] as const) {
    const received = policyOf(profile).recipients[name]?.receives ?? []
    expect(received.length).toBeGreaterThan(0)
    for (const key of received) expect(policyOf(profile).categories[key]?.identifies, key).toBe('nobody')
  }
  expect(categories['aggregate']?.atLeastPeople).toBe(10)
})

test('rows X08 and P15: authorities get what a law demands, and a life in danger is a ground of its own', () => {
  for (const profile of ['huddly', 'whereby', 'no-isolation', 'nameless'])
    expect(
      Object.values(policyOf(profile).recipients).map(({ kind }) => kind),
      profile,
    ).toContain('authority')
  const { processings, laws } = policyOf('whereby')
  const { basis } = processings['disclosures'] ?? {}
  expect(basis?.article).toBe('6-1-c')
  expect(Object.keys(laws ?? {})).toContain(basis?.article === '6-1-c' ? basis.law : '')
  expect(processings['vital-interests']?.basis.article).toBe('6-1-d')
})

test('row P16: whoever takes the business over is named as a recipient, and people are told before', () => {
  for (const profile of ['huddly', 'whereby', 'nameless']) {
    const { recipients, notices } = policyOf(profile)
    expect(recipients['acquirer']?.kind).toBe('acquirer')
    expect(notices?.transferOfBusiness?.deleteFirst).toBe(true)
  }
})

test('row X09: others see what the page says that they see', () => {
  const { recipients } = policyOf('no-isolation')
  expect(recipients['anhoriga']?.kind).toBe('participant')
  expect(policyOf('no-isolation').processings['komp-profil']?.recipients).toContain('anhoriga')
  expect(policyOf('whereby').processings['rooms']?.recipients).toContain('public')
})

test('row G13: rights cost nothing, and complaining needs no asking first', () => {
  for (const profile of ['huddly', 'whereby', 'klikk', 'samtale'])
    expect(pageOf(profile)).toMatch(/whether or not you have asked here first/)
  for (const profile of ['huddly', 'whereby', 'klikk']) expect(pageOf(profile)).toContain('This costs nothing')
})
