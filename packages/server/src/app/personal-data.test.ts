import { checkPolicy, type Language as PolicyLanguage } from '@samtale/policy'
import { databaseNames, KnownFact, languages, storageKeys, type Language } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import type { KnownOfParticipant } from '../features/meetings/index.ts'
import { policyInForce } from '../features/privacy/index.ts'
import { declarations, describeKnown } from './personal-data.ts'

const policy = { ...declarations, controller: null }
const known: KnownOfParticipant = {
  networkAddress: '192.0.2.7',
  roomName: 'kitchen-table',
  linkTag: 'AAAAAAAAAAAAAAAAAAAAAA',
  participantId: 'p_0123456789abcdef',
  joinedAt: new Date('2026-11-22T10:00:00Z'),
  lastSeenAt: new Date('2026-11-22T10:05:00Z'),
  groupHandle: 'handle',
  groupKeyPackage: 'sealed-8',
  groupPosition: { groupId: 'the-group', epoch: 5, authenticator: 'the-value' },
  resumeTokenHash: 'hash',
  path: 'router',
  peopleInRoom: 5,
  publications: [{ slot: 'camera', paused: true }],
  transports: [{ direction: 'send', connected: true }],
  eventsKept: 12,
  messagesReceived: 40,
  bytesReceived: 12_345,
  away: false,
  role: 'host',
  claimed: 'member',
  personKey: null,
  admissionHash: 'hash',
  stopped: ['microphone'],
}
const valueOf = (field: keyof KnownOfParticipant, language: Language, change: Partial<KnownOfParticipant> = {}) =>
  describeKnown(policy, { ...known, ...change }, language).find((fact) => fact.field === field)?.value

test('the policy is in order, but for the controller, whom the operator names', () => {
  const inForce = policyInForce({ file: null, system: declarations, today: '2026-11-22' })
  expect(checkPolicy(inForce.policy).map(({ code }) => code)).toEqual(['controller.identity.missing'])
  expectTypeOf<PolicyLanguage>().toEqualTypeOf<Language>()
})

test('the policy’s browser storage is the catalogue that the web app keeps to, and has no cookie', () => {
  const stored = Object.entries(policy.storage).map(([name, { store }]) => `${store} ${name}`)
  const catalogue = [...storageKeys.map((key) => `local ${key}`), ...databaseNames.map((name) => `indexeddb ${name}`)]
  expect(stored.toSorted()).toEqual(catalogue.toSorted())
})

test('a guest’s call writes nothing: the tables that hold something personal are those of other features', () => {
  const tables = Object.entries(policy.columns).filter(([, columns]) =>
    Object.values(columns).some((binding) => 'holds' in binding),
  )
  expect(tables.map(([table]) => table)).toEqual([
    'mail',
    'mail_suppression',
    'subject_address',
    'consent_answer',
    'newsletter_entry',
    'waiting_list_entry',
    'ticket_contact',
    'ticket_message',
    'rights_claim',
    'rights_request',
    'rights_step',
    'suspension',
    'suspension_appeal',
    'report',
    'report_decision',
    'staff_read',
    'account',
    'account_passkey',
    'account_second_factor',
    'account_recovery_code',
    'account_provider',
    'account_password',
    'account_picture',
    'account_address_change',
    'account_digest',
    'account_session',
    'sign_in_code',
    'audit_act',
    'audit_person',
    'organisation',
    'organisation_member',
    'organisation_invitation',
    'organisation_agreement',
    'room',
    'room_brand',
    'room_day',
    'room_member',
    'room_invitation',
  ])
  // What is kept for everybody who asks something of us, and of a guest in a call nothing.
  const kept = Object.entries(policy.processings).filter(([, { retention }]) => retention.held === 'database')
  const answering = ['rights-request', 'rights-request-unproved', 'subject-lookup', 'service-notice']
  expect(kept.map(([key]) => key)).toEqual(answering)
})

test.each(languages)('K1 everything known is told in %s, each with its category, purpose and end', (language) => {
  const facts = describeKnown(policy, known, language)
  expect(facts.map(({ field }) => field).toSorted()).toEqual(Object.keys(known).toSorted())
  for (const fact of facts) {
    expect(KnownFact.parse(fact)).toEqual(fact)
    expect(Object.keys(policy.categories)).toContain(fact.category)
    expect(Object.entries(fact).filter(([, text]) => text.trim() === '')).toEqual([])
  }
  const titles = facts.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
})

test('the same is told in three languages', () => {
  const told = languages.map((language) => describeKnown(policy, known, language).map(({ until }) => until))
  expect(told[0]).not.toEqual(told[1])
  expect(told[1]).not.toEqual(told[2])
  expect(told[0]?.[0]).toBe(
    'until you leave the meeting, at the latest 24 seconds after your connection breaks; until the last person has left the meeting; until your browser closes the connection',
  )
})

test('what the server can’t read is shown by its size, and what it knows of the group as it is', () => {
  expect(valueOf('groupKeyPackage', 'en')).toBe('Sealed: 8 characters that the server can’t read')
  expect(valueOf('groupKeyPackage', 'nb')).toBe('Forseglet: 8 tegn som serveren ikke kan lese')
  expect(valueOf('groupKeyPackage', 'sv', { groupKeyPackage: null })).toBe('ingenting')
  expect(valueOf('groupPosition', 'en')).toBe('Change 5 of group the-group, check value the-value')
  expect(valueOf('groupHandle', 'nb', { groupHandle: null })).toBe('ingen: du er ikke i gruppen')
})

test('values read as words', () => {
  expect(valueOf('path', 'en')).toBe('Through the server’s router, which passes them on and can’t open them')
  expect(valueOf('publications', 'sv')).toBe('kamera (pausad)')
  expect(valueOf('publications', 'en', { publications: [] })).toBe('nothing')
  expect(valueOf('bytesReceived', 'en')).toBe('12,345 bytes')
  expect(valueOf('joinedAt', 'nb')).toBe('22. november 2026 kl. 10:00:00 UTC')
  expect(valueOf('linkTag', 'en', { linkTag: null })).toBe('none: the room was opened by its bare name')
  expect(valueOf('networkAddress', 'en', { networkAddress: '' })).toBe('none at present: the connection is broken')
})

test('no value keeps the list from being told', () => {
  const anything = fc.record({
    state: fc.string(),
    roomName: fc.string({ minLength: 1 }),
    bytesReceived: fc.nat(),
    path: fc.constantFrom('direct', 'router', 'interrupted'),
    joinedAt: fc.date({ noInvalidDate: true }),
    away: fc.boolean(),
  })
  fc.assert(
    fc.property(anything, fc.constantFrom(...languages), (change, language) => {
      expect(describeKnown(policy, { ...known, ...change }, language)).toHaveLength(Object.keys(known).length)
    }),
    { numRuns: 50 },
  )
})
