import { expect, test } from '@playwright/test'
import { limits, slots, type SaidSignal } from '@samtale/protocol'
import { Company, expectCall, expectMoving, expectSeenAndHeard } from './company.ts'
import { iceUsernames, reportFailure, stillFrames } from './looks.ts'
import type { Guest } from './room.ts'
import { serveHarness } from './serve-harness.ts'

let harness: Awaited<ReturnType<typeof serveHarness>>
let company: Company

test.beforeAll(async () => {
  harness = await serveHarness()
})
test.afterAll(() => harness.close())
test.beforeEach(({ browser }) => {
  company = new Company(browser, harness.url)
})
test.afterEach(() => company.close())

/** Signals of a kind that went from one to another. */
function record(kind: string) {
  const seen: { from: string; signal: SaidSignal }[] = []
  company.room.passes = (from, _to, signal) => {
    if (signal.kind === 'description' && signal.description.type === kind) seen.push({ from: from.id, signal })
    return true
  }
  return seen
}

test('two people see and hear each other, every sender and receiver through a transform that counts', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const frames = await ada.frames()
  const ends = frames.map(({ direction, slot, participantId }) => `${direction} ${slot} ${participantId}`)
  const expected = ['send', 'receive'].flatMap((direction) => slots.map((slot) => `${direction} ${slot} bo`))
  expect(ends.toSorted()).toEqual(expected.toSorted())
  for (const { slot, frames: count } of frames) {
    if (slot === 'microphone' || slot === 'camera') expect(count).toBeGreaterThan(0)
    else expect(count).toBe(0)
  }
  expect((await bo.remote())[0]).toMatchObject({ id: 'ada', slots: ['microphone', 'camera'], connection: 'connected' })
  expect(await bo.page.evaluate(() => window.harness.media.health())).toBe('connected')
  await expect.poll(async () => (await bo.remote())[0]?.level).toBeGreaterThan(0)
})

test('an offer fits into the message that carries it', async () => {
  const offers = record('offer')
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const [first] = offers
  // Base64 makes four characters of three bytes; what MLS adds is less than 512.
  const characters = ((Buffer.byteLength(JSON.stringify(first?.signal)) + 512) * 4) / 3
  expect(characters).toBeGreaterThan(1_000)
  expect(characters).toBeLessThan(limits.groupMessage)
})

test('a third and a fourth come later, and one leaves', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const cy = await company.enter('cy')
  const di = await company.enter('di')
  await expectCall([ada, bo, cy, di])
  bo.leave()
  await bo.page.close()
  expect((await ada.remote()).map(({ id }) => id)).toEqual(['cy', 'di'])
  await expectCall([ada, cy, di])
})

test('camera, microphone and screen come and go without negotiation', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const offers = record('offer')

  await ada.page.evaluate(() => window.harness.local().startScreen())
  await expectMoving(bo, ada, 'screen')
  await ada.page.evaluate(() => window.harness.local().stopScreen())
  await expect.poll(() => stillFrames(bo, 'screen')).toBe(true)
  await ada.page.evaluate(() => window.harness.local().startScreen())
  await expectMoving(bo, ada, 'screen')

  await ada.page.evaluate(() => window.harness.local().setCamera(false))
  await ada.page.evaluate(() => window.harness.local().setMicrophone(false))
  await expect.poll(() => stillFrames(bo, 'camera')).toBe(true)
  await expect.poll(() => bo.pitch(ada)).toBe(0)
  await ada.page.evaluate(() => window.harness.local().setCamera(true))
  await ada.page.evaluate(() => window.harness.local().setMicrophone(true))
  await expectCall([ada, bo])
  expect(offers).toEqual([])
})

test('ICE is restarted by one side, and by both at once', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const offers = record('offer')
  const first = [await iceUsernames(ada), await iceUsernames(bo)]

  await reportFailure(ada)
  await expect.poll(() => iceUsernames(bo)).not.toEqual(first[1])
  await expectCall([ada, bo])
  const second = [await iceUsernames(ada), await iceUsernames(bo)]
  expect(second[0]).not.toEqual(first[0])

  await Promise.all([reportFailure(ada), reportFailure(bo)])
  await expect.poll(() => iceUsernames(bo)).not.toEqual(second[1])
  await expect.poll(() => iceUsernames(ada)).not.toEqual(second[0])
  await expectCall([ada, bo])
  expect(new Set(offers.map(({ from }) => from))).toEqual(new Set(['ada', 'bo']))
  // The same connections all the while.
  expect(await ada.page.evaluate(() => window.harness.connections.length)).toBe(1)
})

test('a connection that died on one side is made anew, whoever offered', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const cy = await company.enter('cy')
  await expectCall([ada, bo, cy])
  // Ada answered Bo, and Cy offered to Ada: both ways round.
  await ada.page.evaluate(() => window.harness.connections[0]?.close())
  await cy.page.evaluate(() => window.harness.connections[0]?.close())
  await expect.poll(() => connectionTo(ada, cy), { timeout: 40_000 }).toBe('interrupted')
  await expect.poll(() => connectionTo(ada, cy), { timeout: 40_000 }).toBe('connected')
  await expect.poll(() => connectionTo(bo, ada), { timeout: 40_000 }).toBe('connected')
  await expectCall([ada, bo, cy])
})

async function connectionTo(guest: Guest, other: Guest) {
  return (await guest.remote()).find(({ id }) => id === other.id)?.connection
}

test('one who sends nonsense spoils nobody else’s call', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  const errors: string[] = []
  ada.page.on('pageerror', (error) => errors.push(error.message))
  company.room.passes = (from, to) => from.id !== 'cy' || to.id !== 'ada'
  const cy = await company.enter('cy')
  const lies: SaidSignal[] = [
    { kind: 'description', generation: 1_000_000, description: { type: 'offer', sdp: 'v=0\r\nnonsense' } },
    { kind: 'description', generation: 1_000_000, description: { type: 'answer', sdp: '' } },
    { kind: 'description', generation: 1_000_001, description: { type: 'pranswer', sdp: 'x'.repeat(30_000) } },
    {
      kind: 'candidate',
      generation: 1_000_000,
      candidate: { candidate: 'candidate:lies', sdpMid: '9', sdpMLineIndex: 9 },
    },
    { kind: 'description', generation: -5, description: { type: 'rollback', sdp: '' } },
  ]
  for (const signal of lies) ada.tell('signal', { from: 'cy', signal })
  ada.tell('signal', { from: 'nobody', signal: lies[0] })
  await expectCall([ada, bo])
  await expectSeenAndHeard(bo, cy)
  expect(errors).toEqual([])
})

test('where frames can’t be taken through a transform, nothing is offered and nothing sent', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo', (page) =>
    page.addInitScript(() => {
      Reflect.deleteProperty(RTCRtpSender.prototype, 'createEncodedStreams')
      Reflect.deleteProperty(RTCRtpReceiver.prototype, 'createEncodedStreams')
      Reflect.deleteProperty(globalThis, 'RTCRtpScriptTransform')
    }),
  )
  expect(await bo.page.evaluate(() => window.harness.support())).toBe('no-transforms')
  expect(await bo.encryption()).toEqual({ state: 'failed', why: 'unsupported' })
  expect(await bo.page.evaluate(() => [window.harness.media.health(), window.harness.connections.length])).toEqual([
    'interrupted',
    0,
  ])
  const cy = await company.enter('cy')
  await expectCall([ada, cy])
  expect((await ada.remote()).find(({ id }) => id === 'bo')).toMatchObject({ slots: [], connection: 'connecting' })
})

test('where the worker of the transforms fails, nothing is sent', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo', (page) => page.route('**/frame-worker*', (route) => route.abort()))
  await expect.poll(() => bo.page.evaluate(() => window.harness.media.health())).toBe('interrupted')
  const cy = await company.enter('cy')
  await expectCall([ada, cy])
  expect((await ada.frames()).filter(({ participantId, frames }) => participantId === 'bo' && frames > 0)).toEqual([])
  expect((await ada.remote()).find(({ id }) => id === 'bo')?.slots).toEqual([])
})

test('script transforms, as other browsers have them, carry a call with one that has encoded streams', async () => {
  const ada = await company.enter('ada')
  const bo = await company.enter('bo', (page) =>
    page.addInitScript(() => {
      Reflect.deleteProperty(RTCRtpSender.prototype, 'createEncodedStreams')
      Reflect.deleteProperty(RTCRtpReceiver.prototype, 'createEncodedStreams')
    }),
  )
  await expectCall([ada, bo])
  for (const { slot, direction, frames } of await bo.frames()) {
    if (slot === 'microphone' || slot === 'camera') expect(frames, `${direction} ${slot}`).toBeGreaterThan(0)
  }
})
