import { expect, test } from '@playwright/test'
import { Company, expectCall, expectMoving } from './company.ts'
import { iceUsernames, reportFailure, stillFrames } from './looks.ts'
import type { Guest } from './room.ts'
import { RouterDesk, startEngine } from './router-desk.ts'
import { serveHarness } from './serve-harness.ts'

let harness: Awaited<ReturnType<typeof serveHarness>>
let engine: Awaited<ReturnType<typeof startEngine>>
let company: Company
let desk: RouterDesk

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
  desk = new RouterDesk(company.room, engine)
})
test.afterEach(() => company.close())

test('through the router: everyone sees and hears everyone, also who comes later, and after one left', async () => {
  await desk.toRouter()
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const cy = await company.enter('cy')
  await expectCall([ada, bo, cy])
  for (const { frames, slot } of await cy.frames()) expect(frames, slot).toBeGreaterThan(0)
  expect(await cy.page.evaluate(() => window.harness.media.health())).toBe('connected')
  bo.leave()
  await bo.page.close()
  await expectCall([ada, cy])
  expect((await ada.frames()).some(({ participantId }) => participantId === 'bo')).toBe(false)
})

test('camera, microphone and screen come and go', async () => {
  await desk.toRouter()
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  for (const times of [1, 2]) {
    await ada.page.evaluate(() => window.harness.local().startScreen())
    await expectMoving(bo, ada, 'screen')
    await ada.page.evaluate(() => window.harness.local().stopScreen())
    await expect.poll(() => stillFrames(bo, 'screen'), { message: `stopped ${times}` }).toBe(true)
  }
  await ada.page.evaluate(() => window.harness.local().setCamera(false))
  await ada.page.evaluate(() => window.harness.local().setMicrophone(false))
  await expect.poll(() => stillFrames(bo, 'camera')).toBe(true)
  await expect.poll(() => bo.pitch(ada)).toBe(0)
  await ada.page.evaluate(() => window.harness.local().setCamera(true))
  await ada.page.evaluate(() => window.harness.local().setMicrophone(true))
  await expectCall([ada, bo])
})

test('a picture that is shown small comes as the small layer', async () => {
  await desk.toRouter()
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await bo.page.evaluate(async () => {
    window.harness.local().close()
    window.harness.useDevices()
    await window.harness.local().setCamera(true)
  })
  await expectMoving(ada, bo, 'camera')
  const width = () => ada.page.evaluate(() => window.harness.pictureWidth('bo'))
  await expect.poll(width).toBe(640)
  await ada.page.evaluate(() => window.harness.media.setShownWidth('bo', 'camera', 120))
  await expect.poll(width).toBe(320)
  await ada.page.evaluate(() => window.harness.media.setShownWidth('bo', 'camera', 1_200))
  await expect.poll(width).toBe(640)
})

test('ICE to the router is restarted, and a session that the server forgot is opened anew', async () => {
  await desk.toRouter()
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const before = await iceUsernames(ada)
  for (const index of before.keys()) await reportFailure(ada, index)
  await expect
    .poll(async () => (await iceUsernames(ada)).some((name, index) => name && name === before[index]))
    .toBe(false)
  await expectCall([ada, bo])

  desk.forget(ada)
  for (const index of before.keys()) await reportFailure(ada, index)
  await expect.poll(() => ada.page.evaluate(() => window.harness.media.health())).toBe('interrupted')
  await expect.poll(() => ada.page.evaluate(() => window.harness.media.health())).toBe('connected')
  await expectCall([ada, bo])
})

/** That nobody whose picture or sound was there ever lost it, on any page. */
async function expectNoLoss(guests: Guest[]) {
  for (const guest of guests) expect(await guest.page.evaluate(() => window.harness.vigil.losses)).toEqual([])
}

async function expectOnePath(guests: Guest[], direct: boolean) {
  const label = (participantId: string) => participantId === ''
  for (const guest of guests) {
    const sending = async () => (await guest.frames()).filter(({ direction }) => direction === 'send')
    const message = `${guest.id} sends ${direct ? 'directly' : 'to the router'} only`
    await expect
      .poll(async () => (await sending()).every(({ participantId }) => label(participantId) !== direct), { message })
      .toBe(true)
  }
}

test('from direct to the router and back: nobody’s picture or sound goes missing, and the old path ends', async () => {
  const three = [await company.enter('ada'), await company.enter('bo'), await company.enter('cy')]
  await expectCall(three)
  await desk.toRouter()
  await expectOnePath(three, false)
  await expectCall(three)
  await expectNoLoss(three)
  desk.toDirect()
  await expectOnePath(three, true)
  await expectCall(three)
  await expectNoLoss(three)
})

test('a path that changes back and forth quickly ends on the last', async () => {
  const three = [await company.enter('ada'), await company.enter('bo'), await company.enter('cy')]
  await expectCall(three)
  await desk.toRouter()
  desk.toDirect()
  await desk.toRouter()
  await three[0]?.page.waitForTimeout(700)
  desk.toDirect()
  await desk.toRouter()
  await expectOnePath(three, false)
  await expectCall(three)
  await expectNoLoss(three)
})

test('two who find no direct way ask for the router, and meet there', async () => {
  company.room.passes = (_from, _to, signal) => signal.kind !== 'candidate'
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expect.poll(() => ada.page.evaluate(() => window.harness.requests.includes('direct.failed'))).toBe(true)
  await expectOnePath([ada, bo], false)
  await expectCall([ada, bo])
})

test('the worker is killed: interrupted, the last pictures stay, and the call comes back by itself', async () => {
  await desk.toRouter()
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const [worker] = engine.workerPids()
  if (!worker) throw new Error('No worker')
  process.kill(worker, 'SIGKILL')
  desk.interrupted()
  await expect.poll(() => ada.page.evaluate(() => window.harness.media.health())).toBe('interrupted')
  expect((await ada.remote())[0]).toMatchObject({ slots: ['microphone', 'camera'], connection: 'interrupted' })
  await expect
    .poll(() =>
      desk.toRouter().then(
        () => 'ready',
        () => 'not yet',
      ),
    )
    .toBe('ready')
  await expectCall([ada, bo])
  await expectNoLoss([ada, bo])
})
