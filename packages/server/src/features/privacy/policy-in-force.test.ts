import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Declarations } from '@samtale/policy'
import { afterAll, expect, test } from 'vitest'
import { readDefaultProfile } from './policy-file.ts'
import { policyInForce, refuseContradictions } from './policy-in-force.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-in-force-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = { en: 'Known', nb: 'Kjent', sv: 'Känt' }
const system: Declarations = {
  inShort: [text],
  rights: [text],
  categories: {},
  purposes: {},
  recipients: {},
  events: {},
  processings: {},
  columns: {},
  live: {},
  storage: {},
}
const inForce = (content: string | null) => {
  const file = path.join(folder, 'policy.yaml')
  if (content !== null) writeFileSync(file, content)
  return policyInForce({ file: content === null ? null : file, system, today: '2026-11-22' })
}
const controller = `controller:
  name: Eksempel AS
  address: Storgata 1, 0155 Oslo
  country: NO
  email: post@eksempel.example
  privacyContact: privacy@eksempel.example
`

test('without a file the default profile is in force, and nobody is named', () => {
  const { policy, findings } = inForce(null)
  expect(findings.map(({ code }) => code)).toEqual(['controller.identity.missing'])
  expect(Object.keys(policy.processings)).toContain('newsletter')
  expect(policy.controller).toBeNull()
})

test('a file that only names who answers has the rest from the default profile', () => {
  const { policy, findings } = inForce(controller)
  expect(findings).toEqual([])
  expect(policy.controller?.name).toBe('Eksempel AS')
  expect(Object.keys(policy.processings)).toContain('newsletter')
})

test('a profile of one’s own does what it says, and what no installation can do without', () => {
  const own = `profile: own
title: Our policy
languages: [en]
effective: 2026-11-22
${controller}inShort: [We keep nothing.]
rights: [Write to us.]
categories: { paper: { fides: user.contact, dpv: 'pd:Communication', title: Paper, description: Letters on paper, subjects: [contact], source: subject, provision: { kind: voluntary, consequence: No. } } }
purposes: { answer: { fides: essential.service, dpv: 'dpv:CustomerCare', title: To answer } }
events: { answered: { clause: you have an answer } }
processings: { letters: { title: Letters, purpose: answer, categories: [paper], basis: { article: 6-1-b, contract: your question., step: enter }, retention: { keep: P30D, from: answered, cap: { atMost: P1Y, after: answered }, held: database }, recipients: nobody } }
`
  const { policy, findings } = inForce(own)
  expect(findings).toEqual([])
  expect(Object.keys(policy.categories).toSorted()).toEqual([
    'consent.record',
    'mail.address',
    'mail.suppression',
    'paper',
    'rights-request',
    'subject.address',
  ])
  expect(Object.keys(policy.processings)).not.toContain('newsletter')
})

test('strangers are not served under a policy of which something was refused, and are told which line', () => {
  const wrong = inForce(readDefaultProfile().replace('keep: P1Y, from: last-message', 'keep: long, from: last-message'))
  expect(wrong.refused.has('processings.correspondence')).toBe(true)
  expect(Object.keys(wrong.policy.processings)).not.toContain('correspondence')
  expect(() => refuseContradictions(wrong)).toThrow(
    expect.objectContaining({
      code: 'policy.contradiction',
      message: expect.stringMatching(/line \d+: .*\[retention\.malformed\]/),
    }),
  )
  expect(() => refuseContradictions(inForce(null))).not.toThrow()
})
