import type { Policy } from '@samtale/policy'
import { expect, expectTypeOf, test } from 'vitest'
import { sampleKinds } from '../../../test/mail/sample-kinds.ts'
import { samplePolicy } from '../../../test/mail/sample-policy.ts'
import { mailDeclarations, type MailKind } from './kinds.ts'
import { checkMailKinds } from './lint.ts'

const service = sampleKinds['contact.reply']
const news = sampleKinds['newsletter.issue']

/** What is found where one kind, or the policy, is another than it should be. */
function found(kind: Partial<MailKind>, base: MailKind = service, policy: Policy = samplePolicy): string[] {
  return checkMailKinds(
    { 'contact.reply': { ...base, ...kind } },
    { ...policy, mails: mailDeclarations({ 'contact.reply': { ...base, ...kind } }) },
  ).map(({ code, message }) => `${code}: ${message}`)
}

test('kinds that the policy says the same of have nothing wrong', () => {
  expect(checkMailKinds(sampleKinds, samplePolicy)).toEqual([])
})

test('marketing can’t pass for service mail, nor the other way round', () => {
  const offer = { offer: news.title }
  expect(found({ body: [...service.body, offer] })).toEqual([
    'mail.kind.mismatch: It advertises and is not declared as marketing.',
  ])
  expect(found({ basis: 'service' }, news)).toContain(
    'mail.kind.mismatch: Marketing is sent as service mail, which nobody can refuse.',
  )
  expect(found({ marketing: true })).toContain(
    'mail.kind.mismatch: Marketing is sent as service mail, which nobody can refuse.',
  )
  expect(found({ marketing: false }, news)).toContain('mail.kind.mismatch: Its purpose newsletter is marketing.')
  expect(found({ stream: 'transactional' }, news)).toHaveLength(1)
  expect(found({ stream: 'news' })).toHaveLength(1)
  expect(found({ autoSubmitted: 'auto-replied' }, news)).toHaveLength(1)
  expect(found({ basis: 'soft-opt-in' })).toContain(
    'mail.kind.mismatch: Only marketing can rest on a customer not having said no.',
  )
})

test('a kind’s purpose and consent agree with the policy', () => {
  expect(found({ purpose: 'espionage' })).toEqual(['reference.broken: There is no purpose espionage.'])
  expect(found({ purpose: 'newsletter' })).toEqual([
    'mail.kind.mismatch: Its purpose newsletter is marketing.',
    'mail.kind.mismatch: Its purpose newsletter rests on consent alone.',
  ])
  expect(found({ basis: { consent: 'surveys' } }, news)).toEqual([
    "mail.kind.mismatch: Its purpose newsletter doesn't rest on the consent that it names.",
  ])
  expect(found({ basis: 'soft-opt-in' }, news)).toEqual([
    "mail.kind.mismatch: Its purpose newsletter doesn't rest on a customer not having said no.",
  ])
  const { newsletter: one } = samplePolicy.processings
  if (one === undefined) throw new Error('The sample has no newsletter.')
  const softly = {
    article: '6-1-f',
    interest: one.title,
    balance: one.title,
    objection: one.title,
    softOptIn: true,
  } as const
  const policy = { ...samplePolicy, processings: { ...samplePolicy.processings, customers: { ...one, basis: softly } } }
  expect(found({ basis: 'soft-opt-in' }, news, policy)).toEqual([])
})

test('a kind is what the policy in force declares, whoever wrote that', () => {
  const declared = { ...mailDeclarations(sampleKinds) }
  const of = (change: object) =>
    checkMailKinds(sampleKinds, {
      ...samplePolicy,
      mails: {
        ...declared,
        'newsletter.issue': {
          title: news.title,
          purpose: 'newsletter',
          kind: 'marketing',
          consent: 'newsletter',
          ...change,
        },
      },
    }).map(({ at, message }) => `${at}: ${message}`)
  expect(of({})).toEqual([])
  expect(of({ kind: 'service' })).toEqual([
    'mails.newsletter.issue: The policy declares it as service mail, and it is not.',
  ])
  expect(of({ consent: 'surveys' })).toHaveLength(1)
  expect(of({ purpose: 'correspondence' })).toHaveLength(1)
  expect(of({ tracked: true })).toHaveLength(1)
  expect(checkMailKinds(sampleKinds, { ...samplePolicy, mails: {} })).toHaveLength(3)
})

test('texts are there in every language, take the same values, and lead nowhere by themselves', () => {
  const { subject } = service
  expect(found({ subject: { ...subject, sv: ' ' } })).toContain('text.missing: A text is empty in sv.')
  expect(found({ subject: { ...subject, sv: 'Svar' } })).toEqual([
    'reference.broken: The languages of “Re: {about}” take different values.',
  ])
  for (const address of ['https://skole.example', 'www.skole.example', 'post@skole.example', 'mailto:post']) {
    expect(found({ reason: { ...service.reason, nb: `Se ${address}` } })).toHaveLength(1)
  }
  expect(found({ values: { ...service.values, more: 'text' } })).toEqual([
    'reference.broken: Its value {more} is used nowhere.',
  ])
  expect(found({ values: { ...service.values, answer: 'text' } })).toEqual([
    'reference.broken: It has no value {answer} of that shape.',
  ])
  expect(found({ title: { en: 'To {about}', nb: 'Til {about}', sv: 'Till {about}' } }).length).toBeGreaterThan(0)
})

test('a kind without a text in one of the languages does not compile', () => {
  expectTypeOf<{ en: string; nb: string }>().not.toExtend<MailKind['subject']>()
  expectTypeOf<[]>().not.toExtend<MailKind['body']>()
})
