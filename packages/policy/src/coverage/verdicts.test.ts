import { describe, expect, test } from 'vitest'
import { expectedRefusals } from '../../test/expected-verdicts.ts'
import { compiledProfile } from '../../test/profiles.ts'
import { policies, policyNumbers, type PolicyNumber } from './policies.ts'
import { rows } from './rows.ts'
import { judgeRow, judgeStatement } from './verdict.ts'

const verdictOf = (number: PolicyNumber, row: string) => judgeRow(compiledProfile(policies[number].profile), row)

describe.for(policyNumbers)('%s, row by row', (number) => {
  const carried = rows.filter(({ carriedBy }) => carriedBy.includes(number))

  test.for(carried)('$id $title', ({ id }) => {
    const { codes = [], alsoStated } = expectedRefusals[number][id] ?? {}
    const verdict = verdictOf(number, id)
    expect(verdict?.refused).toEqual(codes)
    expect((verdict?.stated ?? []).length > 0).toBe(codes.length === 0 || alsoStated === true)
  })

  test('refuses no row that it doesn’t carry', () => {
    const ids = carried.map(({ id }) => id)
    expect(Object.keys(expectedRefusals[number]).filter((id) => !ids.includes(id))).toEqual([])
  })
})

test('row S01: a policy of nobody is refused, and one that names its controller is not', () => {
  expect(verdictOf('004', 'S01')?.refused).toEqual(['controller.identity.missing'])
  for (const number of ['000', '001', '002', '003'] as const) expect(verdictOf(number, 'S01')?.refused).toEqual([])
})

test('row S06: a policy without a day since which it is in effect is refused', () => {
  const refused = policyNumbers.filter((number) => verdictOf(number, 'S06')?.refused.length !== 0)
  expect(refused).toEqual(['000', '003', '004'])
})

test('row S09: lists that are announced and left empty are refused, each by itself', () => {
  const { refused } = compiledProfile('huddly')
  const empty = [...refused].filter(([, findings]) => findings.some(({ code }) => code === 'section.empty'))
  expect(empty.map(([part]) => part)).toEqual(['lists.recipients', 'lists.cookies', 'lists.browsers'])
})

test('row A05: a placeholder and references to sections that are no such are refused', () => {
  const { findings } = compiledProfile('huddly')
  const said = (code: string) => findings.filter((finding) => finding.code === code).map(({ message }) => message)
  expect(said('text.placeholder').join()).toContain('[three years]')
  expect(said('reference.broken').join()).toMatch(/Section 3\.3.*Section 4/)
})

test('rows C08 and Q02: consent by visiting, by having an account, by going on and by a browser’s settings can’t be written', () => {
  const implied = (['000', '001', '004'] as const).flatMap((number) =>
    compiledProfile(policies[number].profile)
      .findings.filter(({ code }) => code === 'consent.implied')
      .map(({ at }) => `${number} ${at}`),
  )
  expect(implied).toEqual([
    '000 consents.browser-settings.asked',
    '001 consents.going-on.asked',
    '004 consents.visiting.asked',
    '004 consents.having-an-account.asked',
    '004 consents.going-on.asked',
  ])
})

test('rows C09 and Q17: a consent whose withdrawal ends the service is refused; the contract carries the service', () => {
  expect(verdictOf('004', 'C09')?.refused).toEqual(['consent.bundled'])
  const { policy } = compiledProfile('nameless')
  expect(policy?.processings['account']?.basis.article).toBe('6-1-b')
  expect(policy?.processings['trial']?.basis.article).toBe('6-1-b')
})

test('rows K04, K06 and K09: followers called functional, numbers called anonymous and cookies without an end are refused', () => {
  const { policy, refused } = compiledProfile('klikk')
  for (const name of ['smuuid', 'smclient', 'CONSENT', 'ANID', 'SAPISID', 'SSID'])
    expect(refused.has(`storage.${name}`), name).toBe(true)
  expect(policy?.claims).not.toHaveProperty('matomo-anonymous')
  expect(policy?.storage).toHaveProperty('_pk_id')
})

test('rows T01 and Q09: a claim that the recipients contradict is refused, and the recipients stand', () => {
  for (const profile of ['no-isolation', 'klikk']) {
    const { policy, refused } = compiledProfile(profile)
    expect(policy?.regions).toBeUndefined()
    expect([...refused.keys()].filter((part) => part.startsWith('recipients.'))).toEqual([])
    expect(Object.values(policy?.claims ?? {}).map(({ kind }) => kind)).not.toContain('stored-in-eea-only')
  }
})

test('rows R06, R13, R18 and R19: times below a law’s, without an end, above the cap and not given are refused', () => {
  const codes = (['R06', 'R18'] as const).flatMap((row) => verdictOf('003', row)?.refused ?? [])
  expect(codes).toEqual(['retention.below.legal.min', 'retention.above.cap'])
  expect(verdictOf('001', 'R13')?.refused).toEqual(['retention.unbounded'])
  expect(verdictOf('004', 'R13')?.refused).toEqual(['retention.unbounded'])
  expect(verdictOf('000', 'R19')?.refused).toEqual(['retention.missing'])
})

test('row P18: tips under a contract are marketing called service mail', () => {
  const { policy, refused } = compiledProfile('klikk')
  expect(verdictOf('003', 'P18')?.refused).toEqual(['mail.kind.mismatch'])
  expect(refused.has('mails.tips')).toBe(true)
  expect(policy?.mails).toHaveProperty('service')
})

test('row K03: a tracker that outlives 13 months is told of, and stands', () => {
  expect(verdictOf('000', 'K03')).toMatchObject({ refused: [], warned: ['cookie.lifetime.long'] })
})

test('a line with a refused part is refused by what began it, and stands nowhere', () => {
  const compiled = compiledProfile('nameless')
  const verdict = judgeStatement(compiled, {
    by: ['purposes.service', 'storage.mobile-identifier'],
    part: 'statements.0',
  })
  expect(verdict).toEqual({ stated: [], refused: ['consent.implied'], warned: [] })
})
