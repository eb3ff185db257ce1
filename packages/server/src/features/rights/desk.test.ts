import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Policy } from '@samtale/policy'
import { openRightsInstallation, type RightsInstallation } from '../../../test/rights/installation.ts'
import { reveal } from '../../platform/personal.ts'
import { rightsCommands } from './commands.ts'
import type { RightKind, Scope } from './kinds.ts'

let at: RightsInstallation
beforeAll(async () => {
  at = await openRightsInstallation(withArchive)
})
afterAll(() => at.close())

/** The default policy, where letters also go to somebody who keeps them. */
function withArchive(policy: Policy): Policy {
  const title = { en: 'The archive', nb: 'Arkivet', sv: 'Arkivet' }
  const { correspondence } = policy.processings
  if (correspondence === undefined) throw new Error('The default profile takes letters.')
  return {
    ...policy,
    recipients: { ...policy.recipients, archive: { kind: 'processor', title, description: title, country: 'NO' } },
    processings: { ...policy.processings, correspondence: { ...correspondence, recipients: ['archive'] } },
  }
}

let people = 0
const day = 86_400_000
const someone = () => `ola${(people += 1)}@hjem.example`
const to = async (address: string) => (await at.mails()).filter((mail) => mail.to?.[0]?.address === address)
const said = async (address: string) => (await to(address)).map(({ text }) => text).join('\n')

async function made(address: string, kind: RightKind, scope: Scope | null = null, wish: string | null = null) {
  const proved = await at.rights.prove(await at.ask(address, kind, wish), scope)
  if (typeof proved === 'string') throw new Error(proved)
  const view = await at.rights.view(proved.token)
  return { token: proved.token, reference: view?.opened.request.number ?? '' }
}

type Name = keyof typeof rightsCommands
/** A command, as the operator's program asks for it. */
async function run(name: Name, asked: object): Promise<Record<string, unknown>> {
  const answer = await rightsCommands[name].run({ rights: at.rights }, asked)
  return 'facts' in answer ? { ...answer.facts } : {}
}
const refusal = (name: Name, asked: object) =>
  run(name, asked).then(
    () => 'done',
    ({ code }: { code: string }) => code,
  )

test('rows R14, N05: longer is had once, with the reason mailed before the time is over', async () => {
  const address = someone()
  const { reference } = await made(address, 'rectification', null, 'Navnet er feil')
  const { due } = await run('requests.show', { reference })
  const extended = await run('requests.extend', { reference, reason: 'Vi venter på arkivet.' })
  expect(new Date(String(extended['due'])).getTime()).toBeGreaterThan(new Date(String(due)).getTime())
  expect(await said(address)).toMatch(/We need longer[^]*Vi venter på arkivet\./)
  expect(await refusal('requests.extend', { reference, reason: 'Enda mer' })).toBe('request.extended')
  const other = await made(someone(), 'rectification', null, 'Feil')
  at.clock.advance(40 * day)
  expect(await refusal('requests.extend', { reference: other.reference, reason: 'For sent' })).toBe('request.late')
})

test('row R14: half, most and all of the time is told once each, and what is late is red', async () => {
  for (const one of (await at.rights.desk.list(false, 100)).filter(({ state }) => state === 'open'))
    await run('requests.answer', { reference: one.number, text: 'Ferdig' })
  expect(await at.rights.anyLate()).toBe(false)
  const { reference } = await made(someone(), 'rectification', null, 'Feil')
  const told = () =>
    at.lines
      .filter((line) => line.includes('rights.time-over'))
      .map((line) => String(/"percent":(\d+)/.exec(line)?.[1]))
  const before = told().length
  for (const days of [14, 2, 0, 8, 1, 6]) {
    at.clock.advance(days * day)
    await at.rights.escalate()
    await at.rights.escalate()
  }
  expect(told().slice(before)).toEqual(['50', '80', '100'])
  expect(await at.rights.anyLate()).toBe(true)
  expect(await run('requests.list', { late: true })).toMatchObject({ requests: [{ reference }] })
  expect(at.lines.join()).not.toContain(reference)
  await run('requests.answer', { reference, text: 'Ferdig' })
  expect(await at.rights.anyLate()).toBe(false)
})

test('rows G04, G10, N05: a refusal names what, on which ground, until when, why, and where to complain', async () => {
  const address = someone()
  const { reference } = await made(address, 'rectification', null, 'Stryk alt')
  const asked = {
    reference,
    ground: '17-3-b',
    categories: 'correspondence',
    until: '2027-12-31',
    reason: 'Loven krever det.',
  }
  expect(await refusal('requests.refuse', { ...asked, ground: 'because' })).toBe('command.arguments-invalid')
  expect(await refusal('requests.refuse', { ...asked, categories: 'nonsense' })).toBe('request.category-unknown')
  expect(await refusal('requests.refuse', { ...asked, reason: ' ' })).toBe('request.text-empty')
  await run('requests.refuse', asked)
  const answer = await said(address)
  for (const part of ['Letters', 'art. 17(3)(b)', '31 December 2027', 'Loven krever det.', 'www.datatilsynet.no'])
    expect(answer).toContain(part)
  expect(await run('requests.show', { reference })).toMatchObject({ state: 'refused' })
  expect(await refusal('requests.refuse', asked)).toBe('request.closed')
})

test('row G02: a name and a language are put right wherever they stand, and who got them is told before it is closed', async () => {
  const address = someone()
  const letter = await at.write(address, 'Hei')
  const { reference } = await made(address, 'rectification', null, 'Jeg heter Ola')
  await run('requests.correct', { reference, name: 'Ola Nordmann' })
  const thread = await at.tickets.show(letter)
  expect(thread?.contact.name === null || thread === null ? '' : reveal(thread.contact.name)).toBe('Ola Nordmann')
  expect(await run('requests.show', { reference })).toMatchObject({
    state: 'telling',
    recipients: [{ recipient: 'archive', told: null }],
    kept: expect.arrayContaining([expect.objectContaining({ kind: 'ticket', categories: ['correspondence'] })]),
  })
  expect(await said(address)).toContain('The archive')
  expect(await refusal('requests.told', { reference, recipient: 'nobody' })).toBe('request.recipient-unknown')
  expect(await run('requests.told', { reference, recipient: 'archive' })).toMatchObject({ left: [] })
  expect(await run('requests.show', { reference })).toMatchObject({ state: 'fulfilled' })
  expect(await refusal('requests.told', { reference, recipient: 'archive' })).toBe('request.closed')
})

test('row G02: a new address is put right once it is proved, and not before', async () => {
  const [address, other] = [someone(), someone()]
  const letter = await at.write(address, 'Hei')
  const { reference } = await made(address, 'rectification', null, `Skriv til ${other}`)
  expect(await run('requests.correct', { reference, address: other })).toMatchObject({ state: 'waits-for-proof' })
  const contact = async () => {
    const thread = await at.tickets.show(letter)
    return thread === null ? null : reveal(thread.contact.address)
  }
  expect(await contact()).toBe(address)
  const first = await at.linkTo(other, 'new-address')
  at.clock.advance(1_000)
  await run('requests.correct', { reference, address: other })
  const token = await at.linkTo(other, 'new-address')
  expect(await at.rights.takeNewAddress(first)).toBe(false)
  expect(await at.rights.readNewAddress(token)).toBe(other)
  expect(await at.rights.takeNewAddress(token)).toBe(true)
  expect(await contact()).toBe(other)
  expect(await at.rights.takeNewAddress(token)).toBe(false)
  const found = await made(other, 'access')
  const zip = await at.rights.view(found.token)
  expect(zip?.opened.request.state).toBe('fulfilled')
})

test('row G03: who got the data is told of its erasure, and the request is closed then', async () => {
  const address = someone()
  await at.write(address, 'Hei')
  const { reference } = await made(address, 'erasure')
  expect(await run('requests.show', { reference })).toMatchObject({ state: 'telling' })
  await run('requests.told', { reference, recipient: 'archive' })
  expect(await run('requests.show', { reference })).toMatchObject({ state: 'fulfilled' })
})

test('row Q22: what came by letter is entered, proved in the same way, and counted from the day it came', async () => {
  const address = someone()
  const today = at.clock.now()
  const came = new Date(today.getTime() - 5 * day).toISOString().slice(0, 10)
  expect(await refusal('requests.enter', { address: 'nobody', kind: 'access' })).toBe('request.address-invalid')
  const tomorrow = new Date(today.getTime() + 2 * day).toISOString().slice(0, 10)
  expect(await refusal('requests.enter', { address, kind: 'access', received: tomorrow })).toBe('request.day')
  await run('requests.enter', { address, kind: 'rectification', text: 'Navnet', received: came, language: 'nb' })
  const proved = await at.rights.prove(await at.linkTo(address, 'confirm'), null)
  const view = typeof proved === 'string' ? null : await at.rights.view(proved.token)
  expect(view?.opened.request).toMatchObject({ language: 'nb', kind: 'rectification', state: 'open' })
  const days = ((view?.opened.request.due_at.getTime() ?? 0) - today.getTime()) / day
  expect(days).toBeGreaterThan(22)
  expect(days).toBeLessThan(26)
})

test('references that are none, and what doesn’t fit a request, are refused with a code', async () => {
  const { reference } = await made(someone(), 'rectification', null, 'Feil')
  for (const unknown of ['', 'x', '00000-00000', '7KQ2M-XD94F'])
    expect(await refusal('requests.show', { reference: unknown })).toBe('request.unknown')
  expect(await refusal('requests.decide', { reference, outcome: 'upheld', reason: 'x' })).toBe('request.not-objection')
  expect(await refusal('requests.lift', { reference, reason: 'x' })).toBe('request.not-restriction')
  expect(await refusal('requests.correct', { reference })).toBe('request.nothing-to-correct')
  expect(await refusal('requests.correct', { reference, name: 'Ingen' })).toBe('request.nothing-correct')
  expect(await refusal('requests.correct', { reference, name: 'x', address: 'a@b.example' })).toBe(
    'request.address-alone',
  )
  const objection = await made(someone(), 'objection', 'all')
  expect(await run('requests.show', { reference: objection.reference })).toMatchObject({ state: 'fulfilled' })
  const asleep = rightsCommands['requests.list'].run({ rights: null }, {})
  await expect(asleep).rejects.toThrow(expect.objectContaining({ code: 'request.asleep' }))
})
