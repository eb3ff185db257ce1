import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type Postgres } from '../db/postgres.ts'
import { codeOfApp } from './code-app.ts'
import { formTo } from './forms.ts'
import { addFactor, codeFor, signIn } from './people.ts'
import { openWholeServer, site, type WholeServer } from './whole-server.ts'

// On the embedded database statements take turns; here they run at the same time.
let postgres: Postgres | null = null
let whole: WholeServer
beforeAll(async () => {
  postgres = await startPostgres()
  whole = await openWholeServer({ env: postgres === null ? {} : await databasesOf(postgres) })
}, 120_000)
afterAll(async () => {
  await whole?.close()
  await postgres?.stop()
})

/** An address has a host, also where the socket of a folder is meant. */
async function databasesOf({ createDatabase }: Postgres) {
  const at = async () => (await createDatabase()).replace('@/', '@localhost/')
  return { DATABASE_URL: await at(), KEYS_DATABASE_URL: await at() }
}

const together = <Result>(times: number, work: () => Promise<Result>) =>
  Promise.all(Array.from({ length: times }, work))

test('the first operator, an organisation, its room, an invitation and the end of an account, on a PostgreSQL server', async () => {
  const operator = whole.browser()
  const firstRun = await whole.firstRunAt()
  const asked = await operator.get(`${firstRun?.pathname}${firstRun?.search}`)
  const { fields: secret } = formTo(asked.body, '/first-run')
  const email = 'drift@skole.example'
  const sent = await operator.post('/first-run', { ...secret, email })
  const { fields } = formTo(sent.body, '/first-run/code')
  const come = await operator.post('/first-run/code', { ...fields, code: await codeFor(whole, email) })
  expect(come.headers.location).toMatch(/^\/sign-in\/factor/)
  await addFactor({ address: email, browser: operator }, '/sign-in/factor/app')
  expect((await operator.get('/admin')).statusCode).toBe(200)
  expect(await whole.firstRunAt()).toBeNull()

  const kari = await signIn(whole, 'kari@hjem.example')
  await addFactor(kari)
  const made = await kari.browser.post('/organisations/new', { name: 'Åsen skole' })
  const organisation = /^\/organisations\/([\w-]{36})/.exec(String(made.headers.location))?.[1] ?? 'none'
  const rooms = await together(4, () => kari.browser.post('/rooms/new', { name: 'lærerrommet', owner: organisation }))
  expect(rooms.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
  expect((await kari.browser.get('/rooms/lærerrommet')).statusCode).toBe(200)

  const ola = await signIn(whole, 'ola@hjem.example')
  const invited = { address: ola.address, role: 'member', language: 'nb' }
  expect((await kari.browser.post(`/organisations/${organisation}/invitations`, invited)).statusCode).toBe(303)
  const mail = (await whole.mails()).findLast(({ to }) => to?.[0]?.address === ola.address)
  const link = (mail?.text ?? '').match(/https?:\S+/g)?.find((one) => one.startsWith(`${site}/invitations/`)) ?? ''
  const path = `${new URL(link).pathname}/accept`
  const { fields: accepting } = formTo((await ola.browser.get(path)).body, path)
  const taken = await together(4, () => ola.browser.post(path, accepting))
  expect(taken.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
  expect((await kari.browser.get(`/organisations/${organisation}`)).body).toContain('ola@hjem.example')

  const deleted = await ola.browser.post('/account/delete', { sure: 'yes' })
  expect(deleted.statusCode).toBe(200)
  expect((await ola.browser.get('/account')).statusCode).toBe(303)
  expect((await kari.browser.get(`/organisations/${organisation}`)).body).not.toContain('ola@hjem.example')
})

test('of those who try one code at the same moment, one comes in, with or without an account before', async () => {
  const email = 'race@hjem.example'
  for (const was of ['new', 'known']) {
    await whole.browser().post('/sign-in', { email })
    const code = await codeFor(whole, email)
    const answers = await together(6, () => whole.browser().post('/sign-in/code', { email, code }))
    const statuses = answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)
    expect([was, ...statuses]).toEqual([was, 303, 422, 422, 422, 422, 422])
  }
})

test('whoever asks for codes and signs up in several browsers at the same moment has one account', async () => {
  const email = 'twice@hjem.example'
  await together(2, () => whole.browser().post('/sign-in', { email }))
  const mails = (await whole.mails()).filter(({ to }) => to?.[0]?.address === email)
  const codes = mails.map(({ text }) => /\b\d{6}\b/.exec(text ?? '')?.[0] ?? 'no code')
  expect(codes).toHaveLength(2)
  await Promise.all(codes.map((code) => whole.browser().post('/sign-in/code', { email, code })))
  // A wrong code under way can take the right one's turn: who then asks again comes to the account that there is, or has one now.
  await signIn(whole, email)
  const { database, seals } = whole.installation.work
  const accounts = database.for('account').selectFrom('account').select('record_id')
  const found = await accounts.where('address_index', '=', seals.index('account', email)).execute()
  expect(found).toHaveLength(1)
})

test('a number of the app and a recovery code count once, tried at the same moment', async () => {
  const somebody = await signIn(whole, 'faktor@hjem.example')
  const { body } = await somebody.browser.post('/account/factor')
  const { action, fields } = formTo(body, '/account/factor/confirm')
  const secret = /<code>([A-Z2-7 ]{16,})<\/code>/.exec(body)?.[1] ?? ''
  const confirmed = await somebody.browser.post(action, { ...fields, code: codeOfApp(secret) })
  const recovery = /<li><code>([^<]+)<\/code>/.exec(confirmed.body)?.[1] ?? confirmed.body
  // The one just shown counted already: the next one.
  const number = codeOfApp(secret, new Date(Date.now() + 30_000))
  for (const code of [number, recovery]) {
    const waiting = [await signIn(whole, somebody.address), await signIn(whole, somebody.address)]
    const answers = await Promise.all(waiting.map(({ browser }) => browser.post('/sign-in/factor', { code })))
    expect([code, answers.filter(({ statusCode }) => statusCode === 303).length]).toEqual([code, 1])
  }
})
