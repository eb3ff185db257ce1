import { expect, test, type Browser, type BrowserContext } from '@playwright/test'
import { kindOf, slots } from '@samtale/protocol'
import { Room, type Guest } from './room.ts'
import { serveHarness } from './serve-harness.ts'

const pitches = { ada: 440, bo: 554, cy: 659, di: 784 } as const
type Name = keyof typeof pitches

let harness: Awaited<ReturnType<typeof serveHarness>>
let context: BrowserContext
let room: Room

test.beforeAll(async () => {
  harness = await serveHarness()
})
test.afterAll(() => harness.close())
test.beforeEach(async ({ browser }: { browser: Browser }) => {
  context = await browser.newContext()
  room = new Room()
})
test.afterEach(() => context.close())

async function enter(name: Name): Promise<Guest> {
  const guest = await room.prepare(await context.newPage(), name, harness.url)
  await guest.page.evaluate(
    async ([label, hertz]) => {
      window.harness.useDrawn(label, hertz)
      await window.harness.local().setMicrophone(true)
      await window.harness.local().setCamera(true)
    },
    [name, pitches[name]] as const,
  )
  room.join(guest)
  return guest
}

/** Each sees every other's picture move and hears their tone. */
async function expectCall(guests: Guest[]) {
  for (const guest of guests) {
    for (const other of guests.filter((one) => one !== guest)) {
      await expect.poll(() => guest.pitch(other), { message: `${guest.id} hears ${other.id}` }).toBeCloseTo(pitches[other.id as Name], -1)
      const before = await guest.pictures(other)
      await expect.poll(() => guest.pictures(other), { message: `${guest.id} sees ${other.id}` }).toBeGreaterThan(before + 5)
    }
  }
}

test('two people, each with their own picture and tone, every frame through a transform', async () => {
  const ada = await enter('ada')
  const bo = await enter('bo')
  await expectCall([ada, bo])
  const frames = await ada.frames()
  expect(frames.map(({ direction, slot, participantId }) => `${direction} ${slot} ${participantId}`).toSorted()).toEqual(
    ['send', 'receive'].flatMap((direction) => slots.map((slot) => `${direction} ${slot} bo`)).toSorted(),
  )
  for (const { slot, frames: count } of frames) {
    if (slot === 'microphone' || slot === 'camera') expect(count).toBeGreaterThan(0)
    else expect(count).toBe(0)
  }
  expect(kindOf('camera')).toBe('video')
})
