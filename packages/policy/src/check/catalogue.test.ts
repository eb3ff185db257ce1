import { expect, test } from 'vitest'
import { changed } from '../../test/change.ts'
import { lies } from '../../test/lies.ts'
import { miswritten } from '../../test/miswritten.ts'
import { sampleProfile } from '../../test/sample-profile.ts'
import { truths } from '../../test/truths.ts'
import { wholePolicy } from '../../test/whole-policy.ts'
import { compileProfile } from '../profile/compile.ts'
import { checkPolicy } from './check.ts'
import { findingCodes } from './findings.ts'

const today = '2026-11-22'

test('the whole policy is in order', () => {
  expect(checkPolicy(wholePolicy, { today })).toEqual([])
})

test.for(lies.map(([code, at, ...changes], index) => ({ index, code, at, changes })))(
  '$index finds $code at $at',
  ({ code, at, changes }) => {
    const findings = checkPolicy(changed(wholePolicy, ...changes), { today })
    expect(findings).toContainEqual(expect.objectContaining({ code, at }))
    for (const { path, message } of findings) expect([path?.length, message]).not.toEqual([undefined, ''])
  },
)

test.for(truths.map(([code, why, ...changes]) => ({ code, why, changes })))(
  'no $code for $why',
  ({ code, changes }) => {
    const found = checkPolicy(changed(wholePolicy, ...changes), { today }).filter((finding) => finding.code === code)
    expect(found).toEqual([])
  },
)

test.for(miswritten)('a file with %j for %j has $2', ([from, to, code]) => {
  expect(sampleProfile).toContain(from)
  const { findings } = compileProfile(sampleProfile.replace(from, to))
  expect(findings.map((finding) => finding.code)).toContain(code)
})

test('every code of the catalogue is found in some test', () => {
  const seen = new Set([...lies.map(([code]) => code), ...miswritten.map(([, , code]) => code)])
  expect([...Object.keys(findingCodes)].filter((code) => !seen.has(code as keyof typeof findingCodes))).toEqual([])
})

test('every code that a check finds has a near miss', () => {
  const byCheck = new Set(lies.map(([code]) => code))
  const near = new Set(truths.map(([code]) => code))
  const structural = ['controller.identity.missing', 'section.empty', 'text.missing', 'category.without-processing']
  const listed = [
    'purpose.unused',
    'recipient.undeclared',
    'recipient.by-category',
    'retention.malformed',
    'signal.ignored',
  ]
  const left = [...byCheck].filter((code) => !near.has(code) && ![...structural, ...listed].includes(code))
  expect(left).toEqual([])
})
