import type { Page } from '@playwright/test'
import {
  noRelay,
  Refusal,
  type ErrorCode,
  type IceSettings,
  type MediaPath,
  type Publication,
  type SaidSignal,
  type Slot,
} from '@samtale/protocol'

/** What a room does with requests beyond relaying signals: nothing in direct mode. */
export type RequestHandler = (from: Guest, type: string, params: unknown) => Promise<unknown>

/** A participant in a page of their own. */
export class Guest {
  readonly id: string
  readonly page: Page
  /** The place in the group, which nobody else gets. */
  readonly leaf: number
  readonly #room: Room
  #queue: Promise<unknown> = Promise.resolve()

  constructor(id: string, page: Page, leaf: number, room: Room) {
    this.id = id
    this.page = page
    this.leaf = leaf
    this.#room = room
  }

  /** Events reach a page in the order in which they happened. */
  tell(name: string, value: unknown): void {
    const deliver = () =>
      this.page.evaluate(([event, data]) => window.harness.event(event, data), [name, value] as const)
    this.#queue = this.#queue.then(deliver).catch(() => undefined)
  }

  leave(): void {
    this.#room.leave(this)
  }

  pictures(of: Guest, slot: Slot = 'camera'): Promise<number> {
    return this.page.evaluate(([id, which]) => window.harness.pictures(id, which), [of.id, slot] as const)
  }

  pitch(of: Guest, slot: Slot = 'microphone'): Promise<number> {
    return this.page.evaluate(([id, which]) => window.harness.pitch(id, which), [of.id, slot] as const)
  }

  frames() {
    return this.page.evaluate(() => window.harness.media.frames())
  }

  encryption() {
    return this.page.evaluate(() => window.harness.media.encryption())
  }

  /** How this guest is told that somebody's frames do. */
  async receives(other: Guest) {
    return (await this.remote()).find(({ id }) => id === other.id)?.encryption
  }

  remote() {
    return this.page.evaluate(() => window.harness.remote())
  }
}

/** A meeting without a server: relays signals as the server would, and says who is there. */
export class Room {
  readonly guests: Guest[] = []
  readonly publications: Publication[] = []
  path: MediaPath = { mode: 'direct', generation: 1 }
  /** What each is told of relays when they join. */
  ice: () => IceSettings = () => noRelay
  #epoch = 0
  #leaves = 0
  /** Of the signals on their way, those for which it answers false are lost. */
  passes: (from: Guest, to: Guest, signal: SaidSignal) => boolean = () => true
  handle: RequestHandler = () => Promise.reject(new Refusal('mode.direct'))
  onLeave: (guest: Guest) => void = () => undefined

  /** Prepares a page; the guest is not in the meeting before `join`. */
  async prepare(page: Page, id: string, url: string): Promise<Guest> {
    const guest = new Guest(id, page, this.#leaves, this)
    this.#leaves += 1
    await page.addInitScript((ownId) => (window.ownId = ownId), id)
    await page.exposeFunction('wantEpoch', () => this.beginEpoch())
    await page.exposeFunction('sendSignal', (to: string, signal: SaidSignal) => this.#relay(guest, to, signal))
    await page.exposeFunction('request', (type: string, params: unknown) => this.#answer(guest, type, params))
    await page.goto(url)
    return guest
  }

  join(guest: Guest): void {
    const others = this.guests.map(({ id }) => id)
    guest.tell('start', { others, publications: [...this.publications], path: this.path, ice: this.ice() })
    for (const other of this.guests) other.tell('joined', guest.id)
    this.guests.push(guest)
    this.#peopleChanged()
  }

  leave(guest: Guest): void {
    this.guests.splice(this.guests.indexOf(guest), 1)
    for (const other of this.guests) other.tell('left', guest.id)
    this.onLeave(guest)
    this.#peopleChanged()
  }

  /** Everybody's next keys. */
  beginEpoch(): void {
    this.#epoch += 1
    const people = this.guests.map(({ id, leaf }) => ({ id, leaf }))
    for (const guest of this.guests) guest.tell('epoch', { epoch: this.#epoch, people })
  }

  publish(guest: Guest, publication: Publication): void {
    this.publications.push(publication)
    for (const other of this.guests) if (other !== guest) other.tell('published', publication)
  }

  unpublish(guest: Guest, publicationIds: string[]): void {
    for (const publicationId of publicationIds) {
      this.publications.splice(
        this.publications.findIndex(({ id }) => id === publicationId),
        1,
      )
      for (const other of this.guests) if (other !== guest) other.tell('unpublished', publicationId)
    }
  }

  changePath(path: MediaPath): void {
    this.path = path
    this.publications.length = 0
    for (const guest of this.guests) guest.tell('path', path)
  }

  #peopleChanged() {
    const ids = this.guests.map(({ id }) => id)
    for (const guest of this.guests) guest.tell('members', ids)
    this.beginEpoch()
  }

  #relay(from: Guest, to: string, signal: SaidSignal) {
    const receiver = this.guests.find(({ id }) => id === to)
    if (receiver && this.passes(from, receiver, signal)) receiver.tell('signal', { from: from.id, signal })
  }

  async #answer(guest: Guest, type: string, params: unknown): Promise<{ ok: unknown } | { code: ErrorCode }> {
    try {
      return { ok: await this.handle(guest, type, params) }
    } catch (error) {
      return { code: error instanceof Refusal ? error.code : 'server.internal' }
    }
  }
}
