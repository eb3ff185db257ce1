import { describe, expect, test } from 'vitest'
import { compiledProfile } from '../../test/profiles.ts'
import { renderHtml } from '../render/html.ts'
import { renderPolicyPage } from '../render/page.ts'
import { policies, policyNumbers } from './policies.ts'

const hash = 'f'.repeat(64)
const publication = { number: 3, hash, effectiveAt: new Date('2026-11-22T00:00:00Z') }

function policyOf(profile: string) {
  const { policy, head } = compiledProfile(profile)
  if (policy === null || head === null) throw new Error(`${profile} can’t be read.`)
  return { policy, language: head.languages[0] }
}

/** The page as words, as somebody reads it. */
function pageOf(profile: string): string {
  const { policy, language } = policyOf(profile)
  const html = renderHtml(renderPolicyPage(policy, language, publication))
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/&amp;/g, '&')
  return words.replace(/\s+/g, ' ')
}

test('rows S01 and S02: the page says who answers and whom to ask, as the policy does', () => {
  for (const part of [
    'Klikk Int AS',
    'Vågsgata 41, 4306 Sandnes',
    'Norway',
    '922078734',
    '+47 21624907',
    'support@klikk.com',
  ])
    expect(pageOf('klikk')).toContain(part)
  for (const part of [
    'Video Communication Services AS',
    '918470573',
    'Jonas Lybech Jensen',
    'privacy@whereby.com',
    'legal@whereby.com',
    'helpscoutdocs.com',
  ])
    expect(pageOf('whereby')).toContain(part)
  for (const part of ['Huddly AS', 'Huddly Inc.', 'Attn: Privacy', 'privacy@huddly.com'])
    expect(pageOf('huddly')).toContain(part)
  for (const part of ['No Isolation AS', 'contact@noisolation.com']) expect(pageOf('no-isolation')).toContain(part)
})

test('row S03: what is done for customers is done as their processor, and the page says so', () => {
  const role = (profile: string, purpose: string) => policyOf(profile).policy.purposes[purpose]?.role
  expect(role('klikk', 'hosting')).toBe('processor')
  expect(role('whereby', 'hosting')).toBe('processor')
  expect(role('no-isolation', 'admin-tool')).toBe('processor')
  expect(pageOf('klikk')).toMatch(/on behalf of our customers.*processor, art\. 4\(8\)/)
  for (const profile of ['klikk', 'no-isolation']) {
    const kinds = Object.values(policyOf(profile).policy.documents ?? {}).map(({ kind }) => kind)
    expect(kinds).toContain('processing-agreement')
  }
})

test('row S04: every kind of person that a policy is about has a category of data', () => {
  const subjects = (profile: string) =>
    new Set(Object.values(policyOf(profile).policy.categories).flatMap((category) => category.subjects))
  const expected = {
    huddly: ['customer', 'prospect', 'partner', 'supplier', 'visitor'],
    whereby: ['user', 'respondent', 'applicant'],
    'no-isolation': ['buyer', 'user', 'device-customer', 'child'],
    klikk: ['contact', 'commenter', 'trial-user'],
    nameless: ['user'],
  }
  for (const [profile, kinds] of Object.entries(expected)) {
    const known: ReadonlySet<string> = subjects(profile)
    expect(
      kinds.filter((kind) => !known.has(kind)),
      profile,
    ).toEqual([])
  }
})

test('rows S05 and S07: the page says what is covered and which law applies', () => {
  expect(pageOf('huddly')).toMatch(/have policies of their own.*The law of Norway applies/)
  expect(pageOf('whereby')).toContain('pages that we link to, have policies of their own')
  expect(pageOf('klikk')).toContain('Norwegian Personal Data Act')
})

describe.for(policyNumbers)('%s', (number) => {
  const { profile } = policies[number]

  test('row S06: the page has a version, a day and a hash', () => {
    const page = pageOf(profile)
    expect(page).toContain(hash)
    expect(page).toMatch(/22 november 2026/i)
  })

  test('row S08: the page says of every category whether it has to be given, and what if it isn’t', () => {
    const page = pageOf(profile)
    const { policy, language } = policyOf(profile)
    const unsaid = Object.values(policy.categories).filter(
      ({ provision }) => !page.includes(provision.consequence[language]),
    )
    expect(unsaid).toEqual([])
  })

  test('rows G01, G03, G05, G06, G10: the page has the rights that the law gives, whatever the policy adds', () => {
    const page = pageOf(profile)
    for (const article of ['15', '16', '17', '18', '20', '21', '77']) expect(page).toContain(`art. ${article}`)
  })
})
