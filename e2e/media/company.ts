import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Room, type Guest } from './room.ts'

const pitches = { ada: 440, bo: 554, cy: 659, di: 784 } as const
export type Name = keyof typeof pitches

/**
 * Guests of one room, each in a window of their own (a page behind others is drawn once a second only) that draws a
 * picture and sounds a tone.
 */
export class Company {
  readonly room = new Room()
  readonly #browser: Browser
  readonly #url: string
  readonly #contexts: BrowserContext[] = []

  constructor(browser: Browser, url: string) {
    this.#browser = browser
    this.#url = url
  }

  /** `before` may change the page before anything is loaded. */
  async enter(name: Name, before: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<Guest> {
    const context = await this.#browser.newContext()
    this.#contexts.push(context)
    const page = await context.newPage()
    await before(page)
    const guest = await this.room.prepare(page, name, this.#url)
    await guest.page.evaluate(
      async ([label, hertz]) => {
        window.harness.useDrawn(label, hertz)
        await window.harness.local().setMicrophone(true)
        await window.harness.local().setCamera(true)
      },
      [name, pitches[name]] as const,
    )
    this.room.join(guest)
    return guest
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()))
  }
}

/** Each sees every other's picture move and hears their tone. */
export async function expectCall(guests: readonly Guest[]): Promise<void> {
  const pairs = guests.flatMap((guest) =>
    guests.filter((other) => other !== guest).map((other) => [guest, other] as const),
  )
  await Promise.all(pairs.map(([guest, other]) => expectSeenAndHeard(guest, other)))
}

const often = { intervals: [200] }

export async function expectSeenAndHeard(guest: Guest, other: Guest): Promise<void> {
  const hears = expect.poll(() => guest.pitch(other), { message: `${guest.id} hears ${other.id}`, ...often })
  await hears.toBeCloseTo(pitches[other.id as Name], -1)
  await expectMoving(guest, other, 'camera')
}

export async function expectMoving(guest: Guest, other: Guest, slot: 'camera' | 'screen'): Promise<void> {
  const before = await guest.pictures(other, slot)
  const message = `${guest.id} sees ${other.id}'s ${slot}`
  const sees = expect.poll(() => guest.pictures(other, slot), { message, ...often })
  await sees.toBeGreaterThan(before + 5)
}
