import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRightsInstallation, type RightsInstallation } from '../../../test/rights/installation.ts'
import { newId } from '../../platform/ids.ts'
import { reveal } from '../../platform/personal.ts'
import type { RightKind, Scope } from './kinds.ts'
import { rightsTables } from './tables.ts'

let at: RightsInstallation
beforeAll(async () => {
  at = await openRightsInstallation()
})
afterAll(() => at.close())

let people = 0
const day = 86_400_000
const someone = () => `kanari${(people += 1)}@hjem.example`
const to = async (address: string) => (await at.mails()).filter((mail) => mail.to?.[0]?.address === address)

/** Asks, proves, and gives the page's token. */
async function made(address: string, kind: RightKind, scope: Scope | null = null, wish: string | null = null) {
  const proved = await at.rights.prove(await at.ask(address, kind, wish), scope)
  if (typeof proved === 'string') throw new Error(proved)
  return proved.token
}

async function seen(token: string) {
  const view = await at.rights.view(token)
  if (view === null) throw new Error('no such request')
  return view
}

const requests = () => at.database.for('rights').selectFrom('rights_request').selectAll().execute()

/** Everything that the database holds of requests, and what is beside it. */
async function everything(): Promise<string> {
  const tables = Object.keys(rightsTables) as (keyof typeof rightsTables)[]
  const rows = tables.map((table) => at.database.for('rights').selectFrom(table).selectAll().execute())
  const mails = at.database.for('service-notice').selectFrom('mail').selectAll().execute()
  const jobs = at.database.for('operation').selectFrom('job').selectAll().execute()
  const ledger = at.database.for('operation').selectFrom('ledger_entry').selectAll().execute()
  return JSON.stringify(await Promise.all([...rows, mails, jobs, ledger]))
}

test('rows D33, G11: nothing is done before the address is proved, and an unproved request is gone after two days', async () => {
  const address = someone()
  const before = (await requests()).length
  const token = await at.ask(address, 'erasure', 'Slett kanarifuglen')
  expect(await at.rights.readClaim(token)).not.toBeNull()
  expect((await requests()).length).toBe(before)
  at.clock.advance(2 * day - 60_000)
  await at.work.records.apply.due()
  expect(await at.rights.readClaim(token)).not.toBeNull()
  at.clock.advance(60_000)
  await at.work.records.apply.due()
  const left = at.database.for('rights').selectFrom('rights_claim').selectAll().execute()
  expect(await left).toEqual([])
  expect(await at.rights.readClaim(token)).toBeNull()
  expect(await at.rights.prove(token, null)).toBe('gone')
})

test('what is asked for stands sealed in the database, in no log, and in no mail before the proof', async () => {
  const address = someone()
  const token = await at.ask(address, 'rectification', 'Kanarifuglen heter Ola')
  const [mail] = await to(address)
  expect(mail?.raw).not.toMatch(/kanarifugl/i)
  expect(await everything()).not.toMatch(/kanari|hjem\.example/i)
  await at.rights.prove(token, null)
  await at.mails()
  expect(await everything()).not.toMatch(/kanari|hjem\.example/i)
  expect(at.lines.join()).not.toMatch(/kanari|hjem\.example/i)
})

test('row D33: what a request holds is read for the purpose of rights alone', async () => {
  await made(someone(), 'rectification', null, 'Feil')
  for (const other of ['correspondence', 'newsletter', 'service-notice', 'consent', 'operation']) {
    const read = at.database.for(other).selectFrom('rights_request').select('address').execute()
    await expect(read).rejects.toThrow(expect.objectContaining({ code: 'db.purpose-denied' }))
  }
})

test('a link is good for once, in however many tabs it is confirmed at once', async () => {
  const address = someone()
  const token = await at.ask(address, 'access')
  const before = (await requests()).length
  const both = await Promise.all([1, 2, 3].map(() => at.rights.prove(token, null)))
  expect(both.filter((one) => typeof one === 'object')).toHaveLength(1)
  expect((await requests()).length).toBe(before + 1)
  expect(await at.rights.prove(token, null)).toBe('gone')
  expect((await to(address)).filter(({ subject }) => subject?.startsWith('Your request') === true)).toHaveLength(1)
})

test('a link proves its own request and nothing else: not changed, not another purpose’s, not lapsed', async () => {
  const address = someone()
  const token = await at.ask(address, 'erasure')
  const [record] = at.work.tokens.read('rights.prove', token, at.clock.now()) ?? []
  if (record === undefined) throw new Error('no record')
  const until = new Date(at.clock.now().getTime() + day)
  const sign = (purpose: string, ids: readonly string[]) => at.work.tokens.sign(purpose, ids, until)
  for (const wrong of [
    sign('rights.case', [record]),
    sign('contact.thread', [record]),
    sign('rights.prove', [newId()]),
    sign('rights.prove', [record, record]),
    at.work.tokens.sign('rights.prove', [record], at.clock.now()),
    '',
    'x'.repeat(10_000),
  ]) {
    expect(await at.rights.prove(wrong, null)).toBe('gone')
    expect(await at.rights.view(wrong)).toBeNull()
    expect(await at.rights.fetch(wrong)).toBeNull()
    expect(await at.rights.certificate(wrong)).toBeNull()
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_', '', '=', '%'), async (place, other) => {
      const changed = token.slice(0, place) + other + token.slice(place + 1)
      if (changed !== token) expect(await at.rights.prove(changed, null)).toBe('gone')
    }),
  )
})

test('rows G01, R14: who asks to see gets it at once, for a week, and the case is answered', async () => {
  const address = someone()
  await at.write(address, 'Kanarifuglen synger')
  const { opened, fetch } = await seen(await made(address, 'access'))
  expect(opened.request).toMatchObject({ state: 'fulfilled', kind: 'access' })
  const file = await at.rights.fetch(fetch?.token ?? '')
  const bytes = Buffer.concat((await file?.zip.toArray()) ?? [])
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect((await to(address)).at(-1)?.text).toContain('/rights/case?t=')
  at.clock.advance(7 * day)
  expect(await at.rights.fetch(fetch?.token ?? '')).toBeNull()
})

test('row G03: erasure takes everything but the request, at once, with a certificate', async () => {
  const [address, other] = [someone(), someone()]
  const [reference, theirs] = [await at.write(address, 'Slett meg'), await at.write(other, 'La meg være')]
  await at.subscribe(address)
  const token = await made(address, 'erasure')
  expect(await at.tickets.show(reference)).toBeNull()
  expect(await at.tickets.show(theirs)).not.toBeNull()
  expect(await at.database.for('newsletter').selectFrom('newsletter_entry').selectAll().execute()).toEqual([])
  const { opened, keptUntil } = await seen(token)
  expect(opened.request.state).toBe('fulfilled')
  expect(keptUntil?.getTime()).toBeGreaterThan(at.clock.now().getTime())
  const certificate = await at.rights.certificate(token)
  expect(certificate?.name).toMatch(/\.json$/)
  expect(JSON.parse(certificate === null ? '' : reveal(certificate.text))).toMatchObject({ gone: expect.any(Array) })
  const answer = (await to(address)).at(-1)
  expect(answer?.text).toContain('ticket_message')
})

test('row G03: requests that wait are still answered after an erasure', async () => {
  const address = someone()
  await at.write(address, 'Hei')
  const waiting = await seen(await made(address, 'rectification', null, 'Jeg heter Kari'))
  await made(address, 'erasure')
  at.clock.advance(60_000)
  await at.rights.desk.answer(waiting.opened.request.number, waiting.opened.address)
  await at.work.records.apply.due()
  const answers = (await to(address)).filter(({ subject }) => subject?.includes(waiting.opened.request.number) === true)
  expect(answers).toHaveLength(2)
})

test('rows G05, G09: a yes can be taken back while everything else is restricted', async () => {
  const address = someone()
  await at.subscribe(address)
  await made(address, 'restriction', '18-1-a')
  const token = await made(address, 'withdrawal')
  expect((await seen(token)).consents?.map(({ key }) => key)).toEqual(['newsletter'])
  expect(await at.rights.withdraw(token, 'newsletter')).toBe(true)
  expect((await seen(token)).consents).toEqual([])
})

test('row G09: what somebody said yes to is taken back with one press, and its data is gone', async () => {
  const address = someone()
  await at.subscribe(address)
  const token = await made(address, 'withdrawal')
  const { consents } = await seen(token)
  expect(consents?.map(({ key }) => key)).toEqual(['newsletter'])
  expect(await at.rights.withdraw(token, 'newsletter')).toBe(true)
  expect((await seen(token)).consents).toEqual([])
  expect(await at.rights.withdraw(token, 'newsletter')).toBe(false)
  expect(await at.database.for('newsletter').selectFrom('newsletter_entry').selectAll().execute()).toEqual([])
  const answers = await at.database.for('consent').selectFrom('consent_answer').selectAll().execute()
  expect(answers.map(({ state, method }) => [state, method])).toContainEqual(['ConsentWithdrawn', 'rights-request'])
})

test('row G06: marketing ends at once and for good; other uses wait for a decision with its reason', async () => {
  const address = someone()
  await at.subscribe(address)
  const reference = await at.write(address, 'Hei')
  const marketing = await seen(await made(address, 'objection', 'marketing'))
  expect(marketing.opened.request.state).toBe('fulfilled')
  expect(await at.database.for('newsletter').selectFrom('newsletter_entry').selectAll().execute()).toEqual([])
  expect(await at.tickets.show(reference)).not.toBeNull()
  const token = await made(address, 'objection', 'all', 'Jeg vil ikke')
  const { opened } = await seen(token)
  expect(opened.request.state).toBe('open')
  expect(await at.tickets.show(reference)).toBeNull()
  const number = opened.request.number
  at.clock.advance(1_000)
  await at.rights.desk.decide(number, 'overridden', opened.address)
  expect(await at.tickets.show(reference)).not.toBeNull()
  expect((await seen(token)).opened.request.state).toBe('fulfilled')
  expect((await to(address)).at(-1)?.text).toContain('datatilsynet.no')
  at.clock.advance(60_000)
  const again = await seen(await made(address, 'objection', 'all'))
  await at.rights.desk.decide(again.opened.request.number, 'upheld', opened.address)
  expect(await at.tickets.show(reference)).toBeNull()
})

test.for([null, 'marketing', '18-1-d'] as const)('a kind that needs a choice is not proved with %s', async (scope) => {
  const address = someone()
  const kind = scope === 'marketing' ? 'restriction' : 'objection'
  const token = await at.ask(address, kind)
  expect(await at.rights.prove(token, scope)).toBe('scope-missing')
  expect(await at.rights.readClaim(token)).not.toBeNull()
})

test('row G05: what is restricted is used by nobody, but their requests are answered; it is lifted once they were told', async () => {
  const address = someone()
  const reference = await at.write(address, 'Hei')
  const token = await made(address, 'restriction', '18-1-c')
  expect(await at.tickets.show(reference)).toBeNull()
  const { opened } = await seen(token)
  expect(opened.request).toMatchObject({ state: 'fulfilled', scope: '18-1-c' })
  expect(opened.request.hold_id).not.toBeNull()
  const access = await seen(await made(address, 'access'))
  expect(access.opened.request.state).toBe('fulfilled')
  const { number } = opened.request
  at.clock.advance(1_000)
  await expect(at.rights.desk.lift(number, null)).rejects.toThrow(expect.objectContaining({ code: 'request.not-told' }))
  expect(await at.rights.desk.lift(number, opened.address)).toBe('told')
  expect((await to(address)).at(-1)?.text).toContain('will be lifted')
  expect(await at.tickets.show(reference)).toBeNull()
  expect(await at.rights.desk.lift(number, null)).toBe('lifted')
  expect(await at.tickets.show(reference)).not.toBeNull()
  await expect(at.rights.desk.lift(number, null)).rejects.toThrow(expect.objectContaining({ code: 'request.lifted' }))
})

test('row Q22: the same asked again while it is open is one request, whichever way it comes', async () => {
  const address = someone()
  const first = await made(address, 'rectification', null, 'Jeg heter Kari')
  at.clock.advance(60_000)
  const before = (await requests()).length
  const second = await made(address.toUpperCase(), 'rectification', null, 'Og bor i Oslo')
  expect((await requests()).length).toBe(before)
  const { opened } = await seen(second)
  expect(opened.request.record_id).toBe((await seen(first)).opened.request.record_id)
  expect(
    opened.steps.map(({ step, text }) => [step, step === 'asked-again' && text !== null ? reveal(text) : null]),
  ).toEqual([
    ['received', null],
    ['asked-again', 'Og bor i Oslo'],
  ])
})

test('an address gets one mail for a double press, and five in an hour at most', async () => {
  const address = someone()
  const confirms = async () =>
    (await to(address)).filter(({ subject }) => subject?.startsWith('Confirm') === true).length
  await at.ask(address, 'access')
  await at.ask(address, 'access')
  expect(await confirms()).toBe(1)
  for (const kind of ['erasure', 'portability', 'objection', 'restriction', 'withdrawal'] as const)
    await at.ask(address, kind)
  expect(await confirms()).toBe(5)
  at.clock.advance(3_600_000)
  await at.ask(address, 'access')
  expect(await confirms()).toBe(6)
})
