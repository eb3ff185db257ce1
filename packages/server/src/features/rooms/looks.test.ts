import { RoomAnswer, roomAddress } from '@samtale/protocol'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../../../test/accounts/browser.ts'
import { openRoomInstallation, type RoomInstallation } from '../../../test/rooms/installation.ts'

let at: RoomInstallation
let kari: { browser: Browser; account: string }
let mallory: { browser: Browser; account: string }

beforeAll(async () => {
  at = await openRoomInstallation()
  kari = await at.signedIn('kari@hjem.example')
  mallory = await at.signedIn('mallory@hjem.example')
})
afterAll(() => at.close())

async function make(name: string, fields: Record<string, string> = {}) {
  return kari.browser.post('/rooms/new?lang=en', { name, ...fields })
}

async function asked(room: string) {
  return { room: RoomAnswer.parse((await at.visitor().get(roomAddress(room))).json()) }
}

test('colours that nobody could read are refused with one that can be; a picture is remade or refused with the reason', async () => {
  await make('pent')
  const faint = await kari.browser.post('/rooms/pent/look?lang=en', {
    which: 'own',
    accent: '#cccccc',
    ground: '#ffffff',
  })
  expect(faint.statusCode).toBe(422)
  expect(faint.body).toMatch(/the contrast is 1\.6 to 1, .* #[\da-f]{6} is near it/)
  for (const accent of ['red', '#12345', 'url(https://evil.example)', '#123456;}', ''])
    expect((await kari.browser.post('/rooms/pent/look', { which: 'own', accent, ground: '#ffffff' })).statusCode).toBe(
      422,
    )
  await kari.browser.post('/rooms/pent/look', { which: 'own', accent: '#0F5C68', ground: '#ffffff' })
  expect((await asked('pent')).room.brand?.colours).toEqual({
    ...{ accent: '#0f5c68', onAccent: '#ffffff', ground: '#ffffff', onGround: '#000000' },
  })
  const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#0f5c68' } })
    .png()
    .toBuffer()
  expect((await upload('pent', 'logo', png)).statusCode).toBe(303)
  const small = await upload('pent', 'background', png)
  expect(small.statusCode).toBe(422)
  expect(small.body).toContain('The picture is 200 × 100 pixels; it has to be at least 1280 × 720.')
  const { brand } = (await asked('pent')).room
  const shown = await at.visitor().get(brand?.logo ?? '')
  expect(shown.headers).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  expect((await sharp(shown.rawPayload).metadata()).format).toBe('webp')
  expect(brand?.background).toBe(null)
  await kari.browser.post('/rooms/pent/look/logo/remove')
  expect((await asked('pent')).room.brand?.logo).toBe(null)
  expect((await at.visitor().get(brand?.logo ?? '')).statusCode).toBe(404)
})

test('parts of a look that are set for the first time at the same moment are all kept', async () => {
  const organisation = await at.organisation({ [kari.account]: 'owner' })
  await make('samtidig', { owner: organisation })
  const blank = sharp({ create: { width: 1_280, height: 720, channels: 3, background: '#0f5c68' } })
  const png = await blank.png().toBuffer()
  for (const its of [null, await at.rooms.open('samtidig')]) {
    const place = { record: organisation, owner: 'organisation', room: its } as const
    await Promise.all([
      at.rooms.brands.setPicture(place, kari.account, 'logo', png),
      at.rooms.brands.setPicture(place, kari.account, 'background', png),
      at.rooms.brands.setColours(place, kari.account, { accent: '#0f5c68', ground: '#ffffff' }),
    ])
    const { logo_id, background_id, accent } = (await at.rooms.brands.find(place)) ?? {}
    expect([typeof logo_id, typeof background_id, accent]).toEqual(['string', 'string', '#0f5c68'])
  }
})

test.each([
  ['SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['nothing', Buffer.alloc(0)],
  ['a head alone', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['too much', Buffer.alloc(1_100_000, 1)],
  ['far too much', Buffer.alloc(4_000_000, 1)],
])('%s is no logo', async (_name, bytes) => {
  const answer = await upload('pent', 'logo', bytes)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).not.toContain('<script>alert')
  expect((await asked('pent')).room.brand?.logo).toBe(null)
})

test('a picture that is a page too comes out as pixels', async () => {
  const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#0f5c68' } })
    .png()
    .toBuffer()
  const answer = await upload('pent', 'logo', Buffer.concat([png, Buffer.from('<script>alert("canary")</script>')]))
  const logo = (await asked('pent')).room.brand?.logo ?? null
  if (answer.statusCode === 303) expect((await at.visitor().get(logo ?? '')).body).not.toContain('canary')
  else expect(logo).toBe(null)
})

test('rooms of an organisation look as it does, until they have a look of their own', async () => {
  const organisation = await at.organisation({ [kari.account]: 'owner' })
  await make('felles', { owner: organisation })
  const colours = { accent: '#0f5c68', ground: '#ffffff' }
  await at.rooms.brands.setColours({ record: organisation, owner: 'organisation', room: null }, kari.account, colours)
  expect((await asked('felles')).room.brand?.colours).toMatchObject(colours)
  await kari.browser.post('/rooms/felles/look', { which: 'own', accent: '#7a1f5c', ground: '#fff8f0' })
  expect((await asked('felles')).room.brand?.colours).toMatchObject({ accent: '#7a1f5c', ground: '#fff8f0' })
})

test('how all rooms of an organisation look is its admins’ to choose, with a second factor', async () => {
  const organisation = await at.organisation({ [kari.account]: 'admin', [mallory.account]: 'host' })
  for (const path of ['', '/logo/remove', '/background/remove']) {
    const url = `/organisations/${organisation}/look${path}`
    expect((await mallory.browser.post(url, { which: 'own', accent: '#0f5c68', ground: '#ffffff' })).statusCode).toBe(
      404,
    )
    expect((await kari.browser.post(url)).headers.location).toMatch(/^\/sign-in\/factor/)
  }
  expect((await mallory.browser.get(`/organisations/${organisation}/look`)).statusCode).toBe(404)
  expect((await mallory.browser.get('/organisations/none-such/look')).statusCode).toBe(404)
})

async function upload(room: string, picture: string, bytes: Buffer) {
  const form = new FormData()
  form.append('picture', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'logo.png')
  const encoded = new Response(form)
  const payload = Buffer.from(await encoded.arrayBuffer())
  return kari.browser.send(`/rooms/${room}/look/${picture}?lang=en`, payload, encoded.headers.get('content-type') ?? '')
}
