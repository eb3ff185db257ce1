import { expect, test } from '@playwright/test'
import { slots, type SaidSignal } from '@samtale/protocol'
import { Company, expectCall, expectMoving, expectSeenAndHeard } from './company.ts'
import type { Guest } from './room.ts'
import { serveHarness } from './serve-harness.ts'

let harness: Awaited<ReturnType<typeof serveHarness>>
let company: Company

test.beforeAll(async () => {
  harness = await serveHarness()
})
test.afterAll(() => harness.close())
test.beforeEach(async ({ browser }) => {
  company = await Company.gather(browser, harness.url)
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

/** Makes the page believe that the browser reported a failed connection. */
function reportFailure(guest: Guest, index = 0) {
  return guest.page.evaluate((which) => {
    const connection = window.harness.connections[which]
    if (!connection) throw new Error('No such connection')
    Object.defineProperty(connection, 'connectionState', { configurable: true, get: () => 'failed' })
    connection.dispatchEvent(new Event('connectionstatechange'))
    Reflect.deleteProperty(connection, 'connectionState')
  }, index)
}

function iceUsernames(guest: Guest) {
  return guest.page.evaluate(() =>
    window.harness.connections.map((one) => one.localDescription?.sdp.match(/a=ice-ufrag:(.*)/)?.[1]),
  )
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

/** Whether no frame of this slot arrives within a third of a second. */
async function stillFrames(guest: Guest, slot: string): Promise<boolean> {
  const count = async () =>
    (await guest.frames()).find((one) => one.direction === 'receive' && one.slot === slot)?.frames
  const before = await count()
  await guest.page.waitForTimeout(350)
  return (await count()) === before
}

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
