import { expect, test, type Page } from '@playwright/test'
import { Company, expectCall, expectSeenAndHeard } from './company.ts'
import { attachLate, passThrough, scriptTransforms, withoutTransforms } from './disturb.ts'
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

const encryption = (guest: Guest) => expect.poll(() => guest.encryption(), { intervals: [100] })
const tapped = (guest: Guest) => guest.page.evaluate(() => window.harness.tap())

/** Blackness, also where the codec is a little off. */
const black = 40

/** At how many looks Ada's tone was the loudest; a decoder makes noise of ciphertext, and it may be there now and then. */
const toneIn = (pitches: readonly number[]) => pitches.filter((hertz) => Math.abs(hertz - 440) < 8).length
const mostByChance = 2

/** What comes out of a decoder that no transform stands before, over some seconds. */
async function tapFor(guest: Guest, seconds: number) {
  for (let at = 0; at < seconds * 10; at += 1) {
    await tapped(guest)
    await guest.page.waitForTimeout(100)
  }
  return tapped(guest)
}

const kinds = {
  'encoded streams': () => Promise.resolve(),
  'script transforms': scriptTransforms,
} satisfies Record<string, (page: Page) => Promise<unknown>>

test('a tap decodes a call whose encryption is off', async () => {
  const bo = await company.enter('bo', withoutTransforms)
  await company.enter('ada', passThrough)
  await expect.poll(async () => (await tapped(bo)).brightest).toBeGreaterThan(2 * black)
  await expect.poll(async () => (await tapped(bo)).decoded).toBeGreaterThan(10)
  const { pitches } = await tapFor(bo, 2)
  expect(toneIn(pitches)).toBeGreaterThan(mostByChance)
})

for (const [kind, prepare] of Object.entries(kinds)) {
  test(`a tap decodes nothing of an encrypted call, over ${kind}`, async () => {
    const bo = await company.enter('bo', withoutTransforms)
    const ada = await company.enter('ada', prepare)
    const cy = await company.enter('cy')
    await expectSeenAndHeard(cy, ada)
    const sentToBo = async () =>
      (await ada.frames())
        .filter(({ participantId, frames }) => participantId === 'bo' && frames > 10)
        .map(({ direction, slot }) => `${direction} ${slot}`)
        .toSorted()
    await tapped(bo)
    await expect.poll(sentToBo).toEqual(['send camera', 'send microphone'])
    const { decoded, brightest } = await tapFor(bo, 2)
    expect([decoded, brightest]).toEqual([0, 0])
  })

  for (const lateMs of [500, Infinity]) {
    const when = lateMs === Infinity ? 'never' : 'late'
    test(`attached ${when}, nothing that is seen or heard leaves, and it is mended, over ${kind}`, async () => {
      const bo = await company.enter('bo', withoutTransforms)
      const ada = await company.enter('ada', async (page) => {
        await prepare(page)
        await attachLate(page, lateMs)
      })
      const { decoded, brightest, pitches } = await tapFor(bo, 5)
      expect(brightest).toBeLessThan(black)
      expect(toneIn(pitches)).toBeLessThanOrEqual(mostByChance)
      // Chromium's encoded streams let nothing pass that isn't attached; its script transforms let blackness and silence
      // pass until the senders are stopped.
      if (kind === 'encoded streams') expect(decoded).toBe(0)
      if (kind !== 'encoded streams' || lateMs === Infinity) {
        await encryption(ada).toEqual({ state: 'failed', why: 'unattached' })
        const stopped = expect.poll(() => ada.page.evaluate(() => window.harness.sending()), { intervals: [20] })
        await (kind === 'encoded streams' ? stopped.not.toContain('video') : stopped.toEqual([]))
      }
      await ada.page.evaluate(() => (window.attachesLate = false))
      await encryption(ada).toEqual({ state: 'ready', why: null })
      const cy = await company.enter('cy')
      await expectSeenAndHeard(cy, ada)
      expect((await tapped(bo)).brightest).toBeLessThan(black)
    })
  }

  test(`the worker is killed in a call: nothing is sent, and the call comes back by itself, over ${kind}`, async () => {
    const ada = await company.enter('ada', prepare)
    const bo = await company.enter('bo', prepare)
    await expectCall([ada, bo])
    for (const guest of [ada, bo]) {
      await guest.page.evaluate(() => window.harness.workers.at(-1)?.terminate())
      await encryption(guest).toEqual({ state: 'failed', why: 'worker' })
      await encryption(guest).toEqual({ state: 'ready', why: null })
      await expectCall([ada, bo])
    }
  })
}
