import { RoomAnswer, roomAddress } from '@samtale/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../../../test/accounts/browser.ts'
import { openRoomInstallation, type RoomInstallation } from '../../../test/rooms/installation.ts'
import { roomRoutes } from './routes.ts'

let at: RoomInstallation
let kari: { browser: Browser; account: string }
let mallory: { browser: Browser; account: string }
const tag = 'A'.repeat(22)
const day = 86_400_000

beforeAll(async () => {
  at = await openRoomInstallation()
  kari = await at.signedIn('kari@hjem.example')
  mallory = await at.signedIn('mallory@hjem.example')
})
afterAll(() => at.close())

async function make(name: string, fields: Record<string, string> = {}, browser = kari.browser) {
  return browser.post('/rooms/new?lang=en', { name, ...fields })
}

async function asked(room: string, browser = at.visitor()) {
  const answer = await browser.get(roomAddress(room))
  return { status: answer.statusCode, cookies: answer.cookies, room: RoomAnswer.parse(answer.json()) }
}

test('row D03: a room is made under one spelling of its name, and the name’s reach is said before', async () => {
  const page = await kari.browser.get('/rooms/new?lang=en')
  expect(page.body).toContain('The name is public')
  expect(page.body.indexOf('The name is public')).toBeLessThan(page.body.indexOf('id="name"'))
  const made = await make('  Blåbær  Øya ')
  expect(made.statusCode).toBe(303)
  expect(made.headers.location).toBe('/rooms/bl%C3%A5b%C3%A6r-%C3%B8ya?lang=en&made')
  expect((await kari.browser.get(made.headers.location ?? '')).body).toContain('<h1>blåbær-øya</h1>')
  const { room, cookies } = await asked('blåbær-øya')
  expect(room).toMatchObject({ status: 'open', door: 'link', size: 'large', role: 'guest', hasLink: false })
  expect(cookies).toEqual([])
  expect((await asked('blåbær-øya', kari.browser)).room.role).toBe('host')
  expect((await asked('blåbær-øya', mallory.browser)).room.role).toBe('guest')
})

test.each([
  ['fuck-this', 'There is a word in it'],
  ['admin', 'the address of a page'],
  ['a/b', 'letters, digits and hyphens'],
  ['', 'Give the room a name'],
  ['blåbær øya', 'This name is taken'],
  ['"><script>alert(1)</script>', 'letters, digits and hyphens'],
])('%s is refused with a reason, and what was typed is kept', async (name, reason) => {
  const answer = await make(name)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(reason)
  expect(answer.body).not.toContain('<script>alert')
  const kept = name.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  expect(answer.body).toContain(`value="${kept}"`)
})

test('of a room nothing can be read in the database', async () => {
  await make('canary-room', { tag: 'CanaryCanaryCanaryCan1' })
  const rows = await at.database.for('legal-claims').selectFrom('room').selectAll().execute()
  const names = await at.database.for('operation').selectFrom('room_name').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify([rows, names])).not.toContain('anary')
  expect([...at.lines, ...at.logged].join('\n')).not.toContain('anary')
})

test('of many who take one name at the same moment, one has it', async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, (_none, number) =>
      make('the-race', {}, number % 2 === 0 ? kari.browser : mallory.browser),
    ),
  )
  expect(made.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
  expect(made.filter(({ statusCode }) => statusCode === 422)).toHaveLength(7)
})

test('a link opens the room, another one made later closes the first', async () => {
  await make('lenken', { tag })
  expect((await asked('lenken')).room.hasLink).toBe(true)
  const first = at.rooms.linkTagOf(tag)
  expect((await at.rooms.rulesOf('lenken')).linkTag).toBe(first)
  const other = 'B'.repeat(22)
  expect((await kari.browser.json('/rooms/lenken/link', { tag: other })).json()).toEqual({ done: true })
  expect((await at.rooms.rulesOf('lenken')).linkTag).toBe(at.rooms.linkTagOf(other))
  expect((await kari.browser.json('/rooms/lenken/link', { tag: 'short' })).statusCode).toBe(400)
  expect((await kari.browser.get('/rooms/lenken?lang=en')).body).toContain('We don’t have the link')
  await kari.browser.post('/rooms/lenken/link/none')
  expect((await at.rooms.rulesOf('lenken')).linkTag).toBe(null)
})

test('renamed: the old address is gone, the link with it, and only this room can have it back', async () => {
  await make('gammelt', { tag })
  const renamed = await kari.browser.post('/rooms/gammelt/name?lang=en', { name: 'Nytt navn' })
  expect(renamed.headers.location).toBe('/rooms/nytt-navn?lang=en&renamed')
  expect((await asked('gammelt')).status).toBe(410)
  const rules = await at.rooms.rulesOf('nytt-navn')
  expect(rules.status).toBe('open')
  expect([null, at.rooms.linkTagOf(tag)]).not.toContain(rules.linkTag)
  expect((await make('gammelt', {}, mallory.browser)).statusCode).toBe(422)
  expect((await make('gammelt')).statusCode).toBe(422)
  expect((await kari.browser.post('/rooms/nytt-navn/name', { name: 'gammelt' })).statusCode).toBe(303)
  expect((await asked('nytt-navn')).status).toBe(410)
  expect((await asked('gammelt')).status).toBe(200)
  expect((await kari.browser.post('/rooms/gammelt/name?lang=en', { name: 'fuck' })).body).toContain(
    'There is a word in it',
  )
})

test('row D03: a deleted room is gone at once, its name for a year, and then it is free', async () => {
  await make('slettes')
  const heard: string[] = []
  const stop = at.rooms.onChange((room) => heard.push(room))
  expect((await kari.browser.get('/rooms/slettes/delete?lang=en')).body).toContain('Delete it now')
  expect((await kari.browser.post('/rooms/slettes/delete?lang=en')).headers.location).toBe('/rooms?lang=en&removed')
  stop()
  expect(heard).toEqual(['slettes'])
  expect(await asked('slettes')).toMatchObject({ status: 410, room: { status: 'gone', claim: null, brand: null } })
  expect((await kari.browser.get('/rooms/slettes')).statusCode).toBe(404)
  expect((await make('slettes', {}, mallory.browser)).statusCode).toBe(422)
})

test('rules are taken as offered and no others, whatever is sent', async () => {
  await make('regler')
  const send = (fields: Record<string, string | string[]>) => kari.browser.post('/rooms/regler/rules?lang=en', fields)
  expect((await send({ door: 'knock', size: 'small', ends: '' })).statusCode).toBe(303)
  expect((await asked('regler')).room).toMatchObject({ door: 'knock', size: 'small', endsAt: null })
  // A door that there isn’t is nothing; who owns it, which it is and whether it is suspended, no form says.
  await send({
    ...{ door: 'nobody', size: 'huge', owner: 'organisation', record_id: mallory.account, id: 'x', name: 'x' },
    ...{ suspended_at: '2026-01-01', deleted_at: '2026-01-01', link_index: 'i1.x', name_index: 'i1.x' },
  })
  expect((await asked('regler')).room).toMatchObject({ status: 'open', door: 'knock', size: 'small', hasLink: false })
  await send({ door: ['link', 'link'], size: ['large', 'large'] })
  expect((await asked('regler')).room).toMatchObject({ door: 'knock', size: 'small' })
  expect(await at.rooms.hosts(mallory.account, 'regler')).toBe(false)
})

test('a room hides addresses where its host says so, and says so to whoever asks', async () => {
  await make('adresser')
  const send = (fields: Record<string, string>) => kari.browser.post('/rooms/adresser/rules?lang=en', fields)
  const kept = { door: 'link', size: 'large', ends: '' }
  expect((await asked('adresser')).room).toMatchObject({ hidesAddresses: false })
  await send({ ...kept, 'hide-addresses': 'yes' })
  expect((await asked('adresser')).room).toMatchObject({ hidesAddresses: true })
  expect((await at.rooms.rulesOf('adresser')).hidesAddresses).toBe(true)
  const { body } = await kari.browser.get('/rooms/adresser?lang=en')
  expect(body).toMatch(/<input type="checkbox" id="hide-addresses" name="hide-addresses" value="yes" checked/)
  // A box that isn't ticked isn't sent.
  await send(kept)
  expect((await asked('adresser')).room).toMatchObject({ hidesAddresses: false })
})

test('a room for one time ends, and its address with it', async () => {
  await make('engang')
  const send = (ends: string) => kari.browser.post('/rooms/engang/rules?lang=en', { door: 'link', size: 'large', ends })
  expect((await send('2020-01-01T10:00')).body).toContain('This time is over')
  const refused = await send('2199-01-01T10:00')
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('value="2199-01-01T10:00"')
  expect((await send('tomorrow')).statusCode).toBe(422)
  const end = new Date(at.clock.now().getTime() + 2 * 3_600_000)
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' })
  expect((await send(local.format(end).replace(' ', 'T'))).statusCode).toBe(303)
  expect((await asked('engang')).room.endsAt).toBe(`${end.toISOString().slice(0, 16)}:00.000Z`)
  at.clock.advance(2 * 3_600_000)
  expect(await asked('engang')).toMatchObject({ status: 410, room: { status: 'ended', claim: null } })
  kari = await at.signedIn('kari@hjem.example')
  mallory = await at.signedIn('mallory@hjem.example')
  expect((await kari.browser.get('/rooms/engang?lang=en')).body).toContain('The time of this room is over')
})

test('an operator closes a room and opens it again', async () => {
  await make('stengt')
  expect(await at.rooms.suspend('stengt', true)).toBe(true)
  expect(await asked('stengt', kari.browser)).toMatchObject({ status: 200, room: { status: 'suspended', claim: null } })
  await at.rooms.suspend('stengt', false)
  expect((await asked('stengt')).room.status).toBe('open')
  expect(await at.rooms.suspend('none-such', true)).toBe(false)
})

test('a foreign room is not found, on any of its pages, nor one that isn’t there', async () => {
  await make('kari-sitt')
  const before = await at.rooms.rulesOf('kari-sitt')
  const pages = Object.keys(roomRoutes).filter((name) => name.includes('/rooms/:room') && !name.includes('/api/'))
  expect(pages.length).toBeGreaterThan(10)
  for (const page of pages) {
    const [method = '', path = ''] = page.split(' ')
    for (const name of ['kari-sitt', 'none-such', 'KARI-SITT', 'kari-sitt%2F', '..%2Fkari-sitt', '%00', '%2e%2e']) {
      const url = path.replace(':room', name)
      const answer =
        method === 'GET' ? await mallory.browser.get(url) : await mallory.browser.post(url, { tag, name: 'x' })
      expect([page, name, answer.statusCode]).toEqual([page, name, 404])
    }
    const url = path.replace(':room', 'kari-sitt')
    const nobody = method === 'GET' ? await at.visitor().get(url) : await at.visitor().post(url)
    expect([303, 401]).toContain(nobody.statusCode)
    if (method === 'POST') {
      const forged = await kari.browser.post(url, { tag }, { 'sec-fetch-site': 'cross-site' })
      expect(forged.statusCode).toBe(403)
    }
  }
  expect(await at.rooms.rulesOf('kari-sitt')).toEqual(before)
})

test.each([
  '%2e%2e%2fadmin',
  'a%2Fb',
  '..',
  'a.b',
  'KITCHEN',
  'kitchen%20',
  '%F0%9F%91%8B',
  'a%00b',
  'constructor-%C2%A0',
])('what is no canonical name is no room to ask about: %s', async (name) => {
  const answer = await at.visitor().get(`/api/v1/rooms/${name}`)
  expect(answer.statusCode).toBe(404)
})

test('an organisation’s room is its hosts’ to set, its members’ to enter', async () => {
  const member = await at.signedIn('member@skole.example')
  const organisation = await at.organisation({ [kari.account]: 'host', [member.account]: 'member' })
  await make('skolen', { owner: organisation })
  await kari.browser.post('/rooms/skolen/rules', { door: 'members', size: 'large', ends: '' })
  expect((await asked('skolen', kari.browser)).room).toMatchObject({ door: 'members', role: 'host' })
  expect((await asked('skolen', member.browser)).room.role).toBe('member')
  expect((await asked('skolen', mallory.browser)).room.role).toBe('guest')
  expect((await member.browser.get('/rooms/skolen')).statusCode).toBe(404)
  expect((await kari.browser.get('/rooms?lang=en&q=skolen')).body).toContain('Åsen skole')
  const log = await at.database
    .for('audit')
    .selectFrom('audit_act')
    .select('what')
    .where('organisation_id', '=', organisation)
    .execute()
  expect(log.map(({ what }) => what)).toEqual(['room.made', 'room.changed'])
  // Whoever isn't in it makes a room of their own, whatever they send.
  await make('ikke-skolen', { owner: organisation }, mallory.browser)
  expect((await at.rooms.open('ikke-skolen'))?.record).toBe(mallory.account)
  await make('heller-ikke', { owner: organisation }, member.browser)
  expect((await at.rooms.open('heller-ikke'))?.record).toBe(member.account)
})

test('how often a room is used is counted by day, and rooms that nobody owns are not', async () => {
  await make('brukt')
  await at.rooms.noteMeeting('brukt')
  await at.rooms.noteMeeting('brukt')
  await at.rooms.noteMissedKnock('brukt')
  await at.rooms.noteMeeting('nobody-owns-this')
  const room = await at.rooms.open('brukt')
  const uses = await at.rooms.usesSince(kari.account, at.clock.now())
  expect(uses).toEqual([{ room: room?.id, meetings: 2, missedKnocks: 1 }])
  expect((await kari.browser.get('/rooms/brukt?lang=en')).body).toMatch(/Meetings<\/dt><dd>2<\/dd>/)
})

test('a list has pages and can be searched, and one’s own rooms only are in it', async () => {
  const ola = await at.signedIn('ola@hjem.example')
  expect((await ola.browser.get('/rooms?lang=en')).body).toContain('Make your first room')
  for (let number = 1; number <= 23; number += 1)
    await at.rooms.make({ record: ola.account, owner: 'account', name: `liste-${number}`, tag: null })
  const first = (await ola.browser.get('/rooms?lang=en')).body
  const links = (body: string) => (body.match(/class="rooms-name"/g) ?? []).length
  expect(links(first)).toBe(20)
  expect(first).not.toContain('kari-sitt')
  expect(first).toContain('Page 1 of 2')
  expect(links((await ola.browser.get('/rooms?lang=en&page=2')).body)).toBe(3)
  expect(links((await ola.browser.get('/rooms?lang=en&q=LISTE%2023')).body)).toBe(1)
  const strange = await ola.browser.get('/rooms?lang=en&page=-1&q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')
  expect(strange.body).toContain('No room has this in its name')
  expect(strange.body).not.toContain('<script>alert')
})

test('row D03: an account that is deleted takes its rooms along at once', async () => {
  const gone = await at.signedIn('gone@hjem.example')
  await make('forsvinner', { tag }, gone.browser)
  await gone.browser.post('/rooms/forsvinner/look', { which: 'own', accent: '#0f5c68', ground: '#ffffff' })
  await at.rooms.noteMeeting('forsvinner')
  expect(await at.accounts.erase(gone.account)).toBe('erased')
  at.clock.advance(4_000)
  expect((await asked('forsvinner')).status).toBe(410)
  const db = at.database.for('storage')
  for (const table of ['room', 'room_brand', 'room_day'] as const)
    expect(await db.selectFrom(table).select('record_id').where('record_id', '=', gone.account).execute()).toEqual([])
  expect((await make('forsvinner')).statusCode).toBe(422)
})

test('what is over is swept: rooms a month after their end, counts after ninety days, names after a year', async () => {
  const names = () =>
    at.database.for('operation').selectFrom('room_name').selectAll().where('gone_at', 'is not', null).execute()
  at.clock.advance(31 * day)
  await at.work.runDue()
  expect(await at.rooms.open('engang')).toBe(null)
  expect((await asked('engang')).status).toBe(410)
  expect((await names()).length).toBeGreaterThan(2)
  at.clock.advance(60 * day)
  await at.work.runDue()
  expect(await at.database.for('storage').selectFrom('room_day').select('room_id').execute()).toEqual([])
  at.clock.advance(320 * day)
  await at.work.runDue()
  expect(await names()).toEqual([])
  expect((await asked('slettes')).room.status).toBe('unowned')
})
