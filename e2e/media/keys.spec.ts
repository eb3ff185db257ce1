import { expect, test } from '@playwright/test'
import { Company, expectCall, expectSeenAndHeard } from './company.ts'
import type { Guest } from './room.ts'
import { RouterDesk, startEngine } from './router-desk.ts'
import { serveHarness } from './serve-harness.ts'

let harness: Awaited<ReturnType<typeof serveHarness>>
let engine: Awaited<ReturnType<typeof startEngine>>
let company: Company

test.beforeAll(async () => {
  harness = await serveHarness()
  engine = await startEngine()
})
test.afterAll(async () => {
  await harness.close()
  await engine.close()
})
test.beforeEach(({ browser }) => {
  company = new Company(browser, harness.url)
})
test.afterEach(() => company.close())

const often = { intervals: [100] }
const receives = (guest: Guest, other: Guest) => expect.poll(() => guest.receives(other), often)

function setFault(guest: Guest, fault: 'none' | 'lost' | 'wrong') {
  return guest.page.evaluate((value) => {
    window.harness.keys.fault = value
  }, fault)
}

/** How often an encoder of this guest has made a whole picture. */
function keyFrames(guest: Guest) {
  return guest.page.evaluate(async () => {
    let count = 0
    for (const connection of window.harness.connections) {
      for (const stats of (await connection.getStats()).values()) {
        if (stats.type === 'outbound-rtp') count += stats.keyFramesEncoded ?? 0
      }
    }
    return count
  })
}

for (const way of ['directly', 'through the router'] as const) {
  test(`one with a wrong key is neither seen nor heard, is told so, and is mended by the next key, ${way}`, async () => {
    if (way === 'through the router') await new RouterDesk(company.room, engine).toRouter()
    const ada = await company.enter('ada')
    const bo = await company.enter('bo')
    await expectCall([ada, bo])
    await receives(ada, bo).toEqual({ state: 'encrypted', why: null })
    await setFault(bo, 'wrong')
    company.room.beginEpoch()
    await receives(ada, bo).toEqual({ state: 'trouble', why: 'altered' })
    await receives(bo, ada).toEqual({ state: 'trouble', why: 'altered' })
    const before = await ada.pictures(bo)
    await ada.page.waitForTimeout(1_000)
    expect(await ada.pictures(bo)).toBe(before)
    expect((await ada.remote())[0]?.connection).toBe('connected')
    await setFault(bo, 'none')
    company.room.beginEpoch()
    await receives(ada, bo).toEqual({ state: 'encrypted', why: null })
    await expectCall([ada, bo])
  })

  test(`a shared picture that hardly moves is seen, once blackness in its place was sealed, ${way}`, async () => {
    if (way === 'through the router') await new RouterDesk(company.room, engine).toRouter()
    const ada = await company.enter('ada')
    const bo = await company.enter('bo')
    await expectCall([ada, bo])
    await ada.page.evaluate(() => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: 640, height: 360 })
      setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 640, 360), 1_000)
      const [track] = canvas.captureStream(5).getVideoTracks()
      window.harness.media.setTrack('screen', track ?? null)
    })
    const sealed = async () =>
      (await bo.frames()).find(({ direction, slot }) => direction === 'receive' && slot === 'screen')?.frames
    await expect.poll(sealed, often).toBeGreaterThan(3)
    expect(await ada.encryption()).toEqual({ state: 'ready', why: null })
  })

  test(`with a new key a new picture begins, and who comes later sees it soon, ${way}`, async () => {
    if (way === 'through the router') await new RouterDesk(company.room, engine).toRouter()
    const ada = await company.enter('ada')
    const bo = await company.enter('bo')
    await expectCall([ada, bo])
    const before = await keyFrames(ada)
    company.room.beginEpoch()
    await expect.poll(() => keyFrames(ada), often).toBeGreaterThan(before)
    await expectCall([ada, bo])
    const cy = await company.enter('cy')
    await expectCall([ada, bo, cy])
  })
}

test('a key that never came: nothing opens after the old one ends, and the next key mends it', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  await setFault(bo, 'lost')
  company.room.beginEpoch()
  await receives(bo, ada).toEqual({ state: 'trouble', why: 'no-key' })
  // Bo goes on under the old key, which opens for ten seconds more.
  await receives(ada, bo).toEqual({ state: 'trouble', why: 'no-key' })
  await setFault(bo, 'none')
  company.room.beginEpoch()
  await receives(ada, bo).toEqual({ state: 'encrypted', why: null })
  await expectCall([ada, bo])
})

test('silence is sealed like sound: muting and a disabled microphone make no frame that is dropped', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const dropped = async () => (await bo.frames()).map(({ dropped: count }) => count)
  const before = await dropped()
  const microphone = (on: boolean) => ada.page.evaluate((enabled) => window.harness.local().setMicrophone(enabled), on)
  for (const on of [false, true, false, true]) {
    await microphone(on)
    await ada.page.waitForTimeout(600)
  }
  await ada.page.evaluate(() => {
    const { track } = window.harness.local().view().microphone
    if (track) track.enabled = false
  })
  await expect.poll(() => bo.pitch(ada)).toBe(0)
  await bo.page.waitForTimeout(1_500)
  expect(await dropped()).toEqual(before)
})

test('out of the group nothing is sealed and nothing opened', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  await bo.page.evaluate(() => window.harness.keys.stop())
  await expect.poll(() => bo.encryption(), often).toEqual({ state: 'starting', why: null })
  const sealed = async () => (await bo.frames()).map(({ frames }) => frames)
  const before = await sealed()
  await bo.page.waitForTimeout(1_000)
  expect(await sealed()).toEqual(before)
  await receives(bo, ada).toEqual({ state: 'trouble', why: 'no-key' })
})

test('whose member isn’t known is neither seen nor heard, nor who is another member than the tile’s', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  ada.tell('members', ['ada'])
  await receives(ada, bo).toEqual({ state: 'trouble', why: 'no-key' })
  await ada.page.evaluate(() => window.harness.media.setMembers(new Map([['bo', 'member ada']])))
  await receives(ada, bo).toEqual({ state: 'trouble', why: 'other-sender' })
  ada.tell('members', ['ada', 'bo'])
  await receives(ada, bo).toEqual({ state: 'encrypted', why: null })
  await expectCall([ada, bo])
})

test('only codecs that are sealed are agreed on', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  for (const guest of [ada, bo]) {
    const names = await guest.page.evaluate(() =>
      window.harness.connections.flatMap((connection) =>
        [connection.currentLocalDescription, connection.currentRemoteDescription].flatMap((description) =>
          [...(description?.sdp.matchAll(/a=rtpmap:\d+ ([^/]+)/g) ?? [])].map((match) => match[1]),
        ),
      ),
    )
    expect(new Set(names)).toEqual(new Set(['opus', 'VP8', 'VP9', 'rtx']))
  }
})

test('a worker script that can’t be had: nothing is sent, why is said, and it is mended when it can', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo', (page) => page.route('**/frame-worker*', (route) => route.abort()))
  await expect.poll(() => bo.encryption(), often).toEqual({ state: 'failed', why: 'worker' })
  expect((await ada.remote())[0]).toMatchObject({ slots: [], encryption: { state: 'waiting' } })
  await bo.page.unroute('**/frame-worker*')
  await expect.poll(() => bo.encryption(), often).toEqual({ state: 'ready', why: null })
  await expectSeenAndHeard(ada, bo)
  await expectSeenAndHeard(bo, ada)
})
