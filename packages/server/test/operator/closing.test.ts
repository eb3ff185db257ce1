import { afterAll, beforeAll, expect, test } from 'vitest'
import { formTo } from '../whole/forms.ts'
import { addFactor, signIn, type Somebody } from '../whole/people.ts'
import { openWholeServer, type WholeServer } from '../whole/whole-server.ts'

let whole: WholeServer
let operator: Somebody
let other: Somebody
let owner: Somebody
let member: Somebody
let organisation: string

beforeAll(async () => {
  whole = await openWholeServer()
  for (const address of ['drift@skole.example', 'vakt@skole.example'])
    await whole.commands.operators?.make(address, 'en')
  operator = await signIn(whole, 'drift@skole.example')
  await addFactor(operator, '/sign-in/factor/app')
  other = await signIn(whole, 'vakt@skole.example')
  await addFactor(other, '/sign-in/factor/app')
  owner = await signIn(whole, 'eier@skole.example')
  await addFactor(owner)
  member = await signIn(whole, 'medlem@skole.example')
  const made = await owner.browser.post('/organisations/new', { name: 'Åsen skole' })
  organisation = /\/organisations\/([\w-]{36})/.exec(String(made.headers.location))?.[1] ?? ''
  await owner.browser.post('/rooms/new', { name: 'lærerrommet', owner: organisation, tag: '' })
  await owner.browser.post('/rooms/new', { name: 'mitt eget', owner: 'me', tag: '' })
  await join(member)
}, 300_000)
afterAll(() => whole.close())

/** Has somebody come into the organisation by an invitation. */
async function join({ address, browser }: Somebody): Promise<void> {
  await owner.browser.post(`/organisations/${organisation}/invitations`, { address, role: 'member', language: 'en' })
  const text = await mailTo(address)
  const token = /\/invitations\/([\w-]{20,})/.exec(text)?.[1] ?? ''
  const path = `/invitations/${token}/accept`
  const { action, fields } = formTo((await browser.get(path)).body, path)
  await browser.post(action, fields)
}

/** The text of the last mail to an address. */
async function mailTo(address: string): Promise<string> {
  const mails = await whole.mails()
  return mails.findLast(({ to }) => to?.[0]?.address === address)?.text ?? ''
}

async function statusOf(room: string): Promise<string> {
  const { body } = await whole.browser().get(`/api/v1/rooms/${encodeURIComponent(room)}`)
  return String(JSON.parse(body).status)
}

const close = (fields: Record<string, string>) => operator.browser.post('/admin/suspensions/place', fields)

test('row D27: organisations and rooms are listed, sought and opened in numbers', async () => {
  const { browser } = operator
  const list = await browser.get('/admin/organisations?lang=en')
  expect([list.statusCode, list.body.includes('Åsen skole')]).toEqual([200, true])
  expect((await browser.get('/admin/organisations?lang=en&q=%C3%A5SEN')).body).toContain('Åsen skole')
  expect((await browser.get('/admin/organisations?lang=en&q=nowhere')).body).toContain('No organisation has this')
  expect((await browser.get('/admin/organisations?lang=en&page=99999')).statusCode).toBe(200)
  const one = await browser.get(`/admin/organisations/${organisation}?lang=en`)
  expect(one.body).toContain('not accepted')
  expect(one.body).toContain('lærerrommet')
  expect(one.body).not.toContain('mitt-eget')
  expect(one.body).not.toContain(member.address)
  const rooms = await browser.get('/admin/rooms?lang=en')
  expect([rooms.body.includes('lærerrommet'), rooms.body.includes('mitt-eget')]).toEqual([true, true])
  for (const path of ['/admin/organisations/none', '/admin/close/room/none', '/admin/close/constructor/x'])
    expect((await browser.get(path)).statusCode).toBe(404)
})

test('whoever runs nothing learns nothing of these pages', async () => {
  for (const path of [
    '/admin/organisations',
    `/admin/organisations/${organisation}`,
    '/admin/privacy',
    '/admin/privacy/people',
  ])
    expect((await owner.browser.get(path)).statusCode).toBe(404)
  const fields = { address: member.address, reason: 'x', language: 'en' }
  for (const deed of ['export', 'erase'])
    expect((await owner.browser.post(`/admin/privacy/people/${deed}`, fields)).statusCode).toBe(404)
  expect((await member.browser.get('/account?lang=en')).statusCode).toBe(200)
})

test('row N10: a closed organisation has closed rooms; its admins read why and appeal, its members leave, and it opens again', async () => {
  expect(await statusOf('lærerrommet')).toBe('open')
  expect((await operator.browser.get(`/admin/close/organisation/${organisation}?lang=en`)).body).toContain(organisation)
  const placed = await close({ kind: 'organisation', target: organisation, reason: 'Spam from its rooms.' })
  expect(placed.statusCode).toBe(303)
  expect([await statusOf('lærerrommet'), await statusOf('mitt-eget')]).toEqual(['suspended', 'open'])

  const told = await mailTo(owner.address)
  expect(told).toContain('Spam from its rooms.')
  expect(told).toContain(`/organisations/${organisation}/appeal`)
  expect(await mailTo(member.address)).not.toContain('Spam from its rooms.')

  const appeal = `/organisations/${organisation}/appeal`
  for (const path of ['', '/settings', '/invitations'])
    expect((await owner.browser.get(`/organisations/${organisation}${path}`)).headers.location).toContain(appeal)
  const why = await owner.browser.get(`${appeal}?lang=en`)
  expect(why.body).toContain('Spam from its rooms.')
  const seen = await member.browser.get(`${appeal}?lang=en`)
  expect([seen.statusCode, seen.body.includes('Spam')]).toEqual([200, false])
  expect((await member.browser.post(appeal, { text: 'I say no.' })).statusCode).toBe(404)
  expect((await member.browser.get(`/organisations/${organisation}/leave?lang=en`)).statusCode).toBe(200)
  expect((await member.browser.get('/account/export?lang=en')).statusCode).toBe(200)
  expect((await owner.browser.get('/rooms?lang=en')).statusCode).toBe(200)

  expect((await owner.browser.post(appeal, { text: 'It was not us.' })).statusCode).toBe(303)
  const page = await operator.browser.get('/admin/suspensions?lang=en')
  const action = /\/admin\/suspensions\/[\w-]+\/appeal/.exec(page.body)?.[0] ?? ''
  const decision = { outcome: 'granted', reason: 'You are right.' }
  expect((await other.browser.post(action, decision)).statusCode).toBe(303)
  expect(await statusOf('lærerrommet')).toBe('open')
  expect((await owner.browser.get(`/organisations/${organisation}?lang=en`)).statusCode).toBe(200)
  expect(await mailTo(owner.address)).toContain('You are right.')
})

test('whoever has a room that is closed is told why by mail, keeps its name, and appeals on its page', async () => {
  const appeal = '/rooms/mitt-eget/appeal'
  expect((await owner.browser.get(`${appeal}?lang=en`)).body).toContain('The room is open')
  expect((await close({ kind: 'room', target: 'mitt eget', reason: 'Its name hurts.' })).statusCode).toBe(303)
  expect(await statusOf('mitt-eget')).toBe('suspended')
  const told = await mailTo(owner.address)
  expect(told).toContain('Its name hurts.')
  expect(told).toContain(appeal)
  expect((await owner.browser.get('/rooms/mitt-eget?lang=en')).body).toContain(`${appeal}?lang=en`)
  expect((await owner.browser.post('/rooms/mitt-eget/name', { name: 'et nytt navn', tag: '' })).statusCode).toBe(422)
  expect((await member.browser.get(appeal)).statusCode).toBe(404)
  expect((await owner.browser.get(`${appeal}?lang=en`)).body).toContain('Its name hurts.')
  expect((await owner.browser.post(appeal, { text: 'It is my own name.' })).statusCode).toBe(303)
  const page = await operator.browser.get('/admin/suspensions?lang=en')
  const action = /\/admin\/suspensions\/[\w-]+\/appeal/.exec(page.body)?.[0] ?? ''
  expect((await other.browser.post(action, { outcome: 'granted', reason: 'So it is.' })).statusCode).toBe(303)
  expect(await statusOf('mitt-eget')).toBe('open')
  expect(await mailTo(owner.address)).toContain('So it is.')
})

test('rooms of an organisation that is deleted answer 410 at once, also where it ends with its only person', async () => {
  const roomAt = async (name: string) => (await whole.browser().get(`/api/v1/rooms/${name}`)).statusCode
  const founder = await signIn(whole, 'grunnlegger@skole.example')
  await addFactor(founder)
  const found = async (name: string, room: string) => {
    const made = await founder.browser.post('/organisations/new', { name })
    const id = /\/organisations\/([\w-]{36})/.exec(String(made.headers.location))?.[1] ?? ''
    await founder.browser.post('/rooms/new', { name: room, owner: id, tag: '' })
    expect(await roomAt(room)).toBe(200)
    return id
  }
  const first = await found('Den første', 'forste-rom')
  await founder.browser.post(`/organisations/${first}/delete`, { typed: 'Den første', why: 'Over.' })
  expect(await roomAt('forste-rom')).toBe(410)

  await found('Den andre', 'andre-rom')
  const { body } = await founder.browser.get('/account/delete?lang=en')
  expect(body).toContain('Organisations that only you own')
  expect(body).toContain('nobody else is in it. It is deleted with your account')
  await founder.browser.post('/account/delete?lang=en', { sure: 'yes' })
  expect(await roomAt('andre-rom')).toBe(410)
})

test('the privacy desk tells what is due, and leads to all its pages', async () => {
  const { body, statusCode } = await operator.browser.get('/admin/privacy?lang=en')
  expect(statusCode).toBe(200)
  for (const part of ['requests', 'records', 'people', 'holds', 'breaches', 'disclosures', 'policy', 'retention'])
    expect(body).toContain(`href="/admin/privacy/${part}?lang=en"`)
})

test('rows N08, A10: somebody is exported and erased with a reason, which is written down; no operator is', async () => {
  const { browser } = operator
  const path = '/admin/privacy/people'
  const fields = { address: member.address, language: 'en' }
  const why = 'Her guardian asked by letter'
  expect((await browser.post(`${path}/export`, { ...fields, reason: ' ' })).statusCode).toBe(422)
  const nobody = { address: 'nobody@hjem.example', language: 'en', reason: why }
  expect((await browser.post(`${path}/erase`, nobody)).statusCode).toBe(422)
  expect((await browser.post(`${path}/constructor`, nobody)).statusCode).toBe(404)
  const file = await browser.post(`${path}/export`, { ...fields, reason: why })
  expect(file.headers['content-type']).toContain('zip')
  expect((await member.browser.get('/account/privacy?lang=en')).body).toContain(why)

  const self = await browser.post(`${path}/erase`, { ...fields, address: other.address, reason: why })
  expect([self.statusCode, (await other.browser.get('/admin')).statusCode]).toEqual([422, 200])
  const erased = await browser.post(`${path}/erase`, { ...fields, reason: 'A court says so' })
  expect([erased.statusCode, erased.headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="samtale-erase.json"',
  ])
  expect((await member.browser.get('/account?lang=en')).headers.location).toContain('/sign-in')
  const log = (await browser.get('/admin/audit?lang=en')).body
  expect(log).toContain('erased all that is kept about somebody')
  expect(log).toContain('A court says so')
  expect(log).not.toContain(member.address)
})
