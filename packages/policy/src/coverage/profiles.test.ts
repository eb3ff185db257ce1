import { describe, expect, test } from 'vitest'
import { expectedFindings } from '../../test/expected-findings.ts'
import { compiledProfile } from '../../test/profiles.ts'
import { isError, type Finding, type FindingCode } from '../check/findings.ts'
import { partOf, type Compiled } from '../profile/compile.ts'
import { anchorOf } from '../render/anchor.ts'
import { idsOf } from '../render/document.ts'
import { renderPolicyPage } from '../render/page.ts'
import { policies, policyNumbers } from './policies.ts'
import { rows } from './rows.ts'

const publication = { number: 1, hash: '0'.repeat(64), effectiveAt: new Date('2026-11-22T00:00:00Z') }
const profiles = policyNumbers.map((number) => [number, policies[number].profile] as const)

function codesByPart(findings: readonly Finding[]): Record<string, FindingCode[]> {
  const parts = Map.groupBy(findings, ({ path = [] }) => partOf(path))
  return Object.fromEntries([...parts].map(([part, found]) => [part, [...new Set(found.map(({ code }) => code))]]))
}

function pageOf({ policy, head }: Compiled) {
  if (policy === null || head === null) throw new Error('The profile can’t be read.')
  return renderPolicyPage(policy, head.languages[0], publication)
}

describe.for(profiles)('%s, profiles/%s.yaml', ([number, profile]) => {
  const compiled = compiledProfile(profile)
  const { findings, refused, statements } = compiled
  const own = findings.filter(({ because }) => because === undefined)

  test('is refused for what the text gets wrong, where it gets it wrong, and for nothing else', () => {
    expect(codesByPart(own.filter(isError))).toEqual(expectedFindings[profile]?.refused)
  })

  test('is told what the text leaves to be wished for, and nothing else', () => {
    const told = Map.groupBy(
      findings.filter((finding) => !isError(finding)),
      ({ code }) => code,
    )
    const parts = [...told].map(([code, found]) => [code, found.map(({ path = [] }) => partOf(path))])
    expect(Object.fromEntries(parts)).toEqual(expectedFindings[profile]?.warned)
  })

  test('says each row that carries its number, and no other', () => {
    const carried = rows.filter(({ carriedBy }) => carriedBy.includes(number)).map(({ id }) => id)
    expect(new Set(statements.map(({ row }) => row))).toEqual(new Set(carried))
  })

  test('has every part that a statement names, on its page unless it was refused', () => {
    const onPage = idsOf(pageOf(compiled))
    const named = statements.flatMap(({ by }) => by)
    expect(named.filter((part) => !refused.has(part) && !onPage.has(anchorOf(part)))).toEqual([])
  })

  test('says what becomes of it in its own words, each line once', () => {
    const said = statements.map(({ row, says }) => `${row} ${says.en}`)
    expect(said).toEqual([...new Set(said)])
  })
})

test('Samtale’s own profile lacks a controller and nothing else, in three languages', () => {
  const { findings, policy, head } = compiledProfile('samtale')
  expect(findings.map(({ code, at }) => [code, at])).toEqual([['controller.identity.missing', 'controller']])
  expect(head?.languages).toEqual(['en', 'nb', 'sv'])
  for (const document of Object.values(policy?.documents ?? {}))
    expect(new Set(Object.values(document.text)).size).toBe(3)
})
