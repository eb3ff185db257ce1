import { HeadlessMember, type MemberOptions } from '../headless/group/member.ts'
import { expect } from './patience.ts'
import type { Person } from '../support/person.ts'
import { nameOfLine, type Liar } from './liar.ts'

/** One tile, as it is shown. */
export interface TileSeen {
  name: string
  /** Everything that it says besides the name: “Encrypted”, “Can’t be decrypted”, “Connecting…”. */
  says: string[]
  /** Pictures decoded so far. */
  frames: number
}

/** Opens the room on the liar’s server, under a name that the liar knows the connection by, and asks to join. */
export async function comesToTheDoor(person: Person, liar: Liar, room: string): Promise<void> {
  await person.context.addCookies([{ name: nameOfLine, value: person.name, url: liar.url, httpOnly: true }])
  await person.open('about:blank')
  await person.open(`${liar.url}/${room}`)
  await person.page.getByRole('textbox', { name: 'Your name' }).fill(person.name)
  await person.button('Join').click()
}

/** Likewise, and comes in. */
export async function enter(person: Person, liar: Liar, room: string): Promise<void> {
  await comesToTheDoor(person, liar, room)
  await expect(person.button('Leave')).toBeVisible()
}

/** What a page shows of the others. */
export function tilesOf(person: Person): Promise<TileSeen[]> {
  return person.page.evaluate(() =>
    [...document.querySelectorAll('.tile')].map((tile) => {
      const marks = tile.querySelectorAll('.visually-hidden, .tile-connection')
      const video = tile.querySelector('video')
      return {
        name: tile.getAttribute('aria-label') ?? '',
        says: [...marks].map(({ textContent }) => textContent),
        frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
      }
    }),
  )
}

/** Whether a tile of this name is said to be encrypted. */
export async function encrypted(person: Person, name: string): Promise<boolean> {
  return (await tilesOf(person)).some((tile) => tile.name === name && tile.says.includes('Encrypted'))
}

/** Waits until each says of each other that they are encrypted, by name. */
export async function expectTogether(...people: Person[]): Promise<void> {
  for (const viewer of people) {
    for (const { name } of people.filter((one) => one !== viewer)) {
      await expect
        .poll(() => encrypted(viewer, name), { message: `${name} is encrypted, for ${viewer.name}` })
        .toBe(true)
    }
  }
}

/** Whether new pictures are decoded in a tile within a second and a half. */
export async function moves(person: Person, name: string): Promise<boolean> {
  const count = async () => (await tilesOf(person)).find((tile) => tile.name === name)?.frames ?? 0
  const before = await count()
  await person.page.waitForTimeout(1_500)
  return (await count()) > before
}

/** The safety number, and what is said to have changed it, newest first. */
export async function numberOf(person: Person): Promise<{ digits: string; changes: string[]; sealed: boolean }> {
  await person.button('Verify').click()
  await expect(person.page.locator('.verify-number')).toBeVisible()
  const read = await person.page.evaluate(() => ({
    digits: document.querySelector('.verify-digits')?.textContent?.trim() ?? '',
    changes: [...document.querySelectorAll('.verify-changes li')].map(({ textContent }) => textContent),
    sealed: document.querySelector('.verify')?.textContent?.includes('Locked for the server too') ?? false,
  }))
  await person.page.keyboard.press('Escape')
  await expect(person.page.locator('.verify-number')).toHaveCount(0)
  return read
}

/** Lines of the chat: who is said to have written them, and what. */
export async function chatOf(person: Person): Promise<string[]> {
  await openChat(person)
  return person.page.evaluate(() => {
    let who = ''
    return [...document.querySelectorAll('.chat-line')].map((line) => {
      who = line.querySelector('.chat-name')?.textContent ?? who
      return `${who}: ${line.querySelector('.chat-text')?.textContent ?? ''}`
    })
  })
}

export async function say(person: Person, text: string): Promise<void> {
  await openChat(person)
  await person.page.getByRole('textbox', { name: 'Message' }).fill(text)
  await person.button('Send').click()
}

/** What the page says aloud of trouble. */
export function alertsOf(person: Person): Promise<string[]> {
  return person.page.getByRole('alert').allTextContents()
}

async function openChat(person: Person): Promise<void> {
  if (await person.page.getByRole('log', { name: 'Chat messages' }).isVisible()) return
  await person.page.getByRole('button', { name: /^Chat/ }).first().click()
}

/** Somebody without a browser comes in, once these are the others in their group. */
export async function comes(liar: Liar, options: MemberOptions, others: string[]): Promise<HeadlessMember> {
  const member = new HeadlessMember(liar.wsUrl(options.name), options)
  await expect.poll(() => member.people, { message: `${options.name} comes in`, timeout: 60_000 }).toEqual(others)
  return member
}
