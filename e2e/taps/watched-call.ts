import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext } from '@playwright/test'
import { expect } from '../support/fixtures.ts'
import { openPerson, type Person } from '../support/person.ts'

/** A word that stands nowhere else. */
const canary = () => `Kanari${randomBytes(5).toString('hex')}`

/** Six pages that all decode five others' pictures take their time where others use the machine too. */
const withinMs = 60_000
const patiently = expect.configure({ timeout: withinMs })

/** People in one call of the real web app, whose names and words a tap can be searched for. */
export class WatchedCall {
  /** Who is in it, in the order they came. */
  readonly people: Person[] = []
  /** What everybody is called and what was written, each under its own name. */
  readonly words: Record<string, string> = {}
  readonly #browser: Browser
  readonly #url: string
  readonly #prepare: (context: BrowserContext) => Promise<unknown>

  /** @param prepare before the app is loaded. */
  constructor(browser: Browser, url: string, prepare: (context: BrowserContext) => Promise<unknown>) {
    this.#browser = browser
    this.#url = url
    this.#prepare = prepare
  }

  async enter(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      const name = canary()
      const one = await openPerson(this.#browser, { name })
      this.people.push(one)
      this.words[name] = name
      one.page.setDefaultTimeout(withinMs)
      await this.#prepare(one.context)
      await one.open(this.#url)
      await one.page.getByRole('textbox', { name: 'Your name' }).fill(name)
      await one.button('Join').click()
      await patiently(one.button('Leave')).toBeVisible()
    }
  }

  /** The first writes a line and raises the hand, and everybody else's page shows it. */
  async speak(): Promise<void> {
    const [speaker, ...others] = this.people
    if (!speaker) throw new Error('Nobody is there')
    const text = canary()
    this.words[`what ${speaker.name} wrote`] = text
    const openChat = (one: Person) => one.page.getByRole('button', { name: /^Chat/ }).first().click()
    for (const other of others) await patiently(other.tile(speaker.name)).toBeVisible()
    await openChat(speaker)
    await speaker.page.getByRole('textbox', { name: 'Message' }).fill(text)
    await speaker.button('Send').click()
    await speaker.button('Raise hand').click()
    for (const other of others) {
      await openChat(other)
      await patiently(other.page.getByRole('log', { name: 'Chat messages' })).toContainText(text)
    }
  }

  /** Everybody has seen everybody else: so what the tap has isn't sealed for nobody. */
  async seeEachOther(): Promise<void> {
    const moving = (one: Person) =>
      one.page.evaluate(
        () =>
          [...document.querySelectorAll('[role=group] video')].filter(
            (video) => video instanceof HTMLVideoElement && video.getVideoPlaybackQuality().totalVideoFrames > 5,
          ).length,
      )
    // Their own pictures are among them.
    for (const one of this.people) {
      await expect.poll(() => moving(one), { message: one.name, timeout: withinMs }).toBe(this.people.length)
    }
  }

  async leave(people: readonly Person[]): Promise<void> {
    for (const one of people) {
      this.people.splice(this.people.indexOf(one), 1)
      await one.close()
    }
  }

  async close(): Promise<void> {
    await this.leave([...this.people])
  }
}
