import type { Said, SaidState } from '@samtale/protocol'
import { toBase64url } from '../sealing/base64url.ts'
import type { Group } from './group.ts'
import type { Member } from './members.ts'
import { everybody, type Addressee } from './message-frame.ts'

/** How the server took what was said: `lost`: nobody knows, or it can't take it now; `refused`: it never will. */
export type SayAnswer = 'ok' | 'lost' | 'later' | 'refused'

export interface OutboxOptions {
  /** @param to a participant; null for everybody. */
  send(message: string, to: string | null): Promise<SayAnswer>
  /** A participant who is in the group, as a member. */
  placeOf(participantId: string): Place | null
  /** Everybody else who is in the group. */
  others(): readonly string[]
  /** Each of the group's members is known to the server: after a restart it passes on to those only who came back. */
  isComplete(): boolean
}

type Place = Pick<Member, 'leaf' | 'id'>

interface Entry {
  said: Said
  to: string | null
  done(arrived: boolean): void
  underWay: boolean
  /** Under which number it was said last, and to whom. */
  numbered: { group: Group; place: Place | null; counter: number } | null
}

/** How long to wait where the server takes nothing at present, in milliseconds. */
const laterMs = 500
/** After so many messages that not everybody saw one's state is said to all: they follow one's keys only so far. */
const mostApart = 200

/**
 * What one says in the group, until the server has taken it: in order, to each who is meant once they are in the group.
 * What may have been lost is said again under the same number, so that nobody hears it twice. Of one's state only the
 * newest counts: it is said when it changes, and to everybody who comes.
 */
export class Outbox {
  readonly #options: OutboxOptions
  #group: Group | null = null
  #connected = false
  /** Grows with each connection: answers that come late are told by it. */
  #line = 0
  #entries: Entry[] = []
  #state: SaidState | null = null
  /** Members who have been told the newest state. */
  #told = new Set<string>()
  /** Messages encrypted in this group since the last for everybody. */
  #apart = 0
  #pumping: Promise<void> | null = null
  #again = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  /** Resolves once the server has taken it; false where that will never be. */
  say(said: Said, to: string | null): Promise<boolean> {
    const result = new Promise<boolean>((done) => {
      this.#entries.push({ said, to, done, underWay: false, numbered: null })
    })
    this.pump()
    return result
  }

  setState(state: SaidState): void {
    this.#state = state
    this.#told.clear()
    this.pump()
  }

  /** The group is another one, or there is none. */
  setGroup(group: Group | null): void {
    if (group === this.#group) return
    this.#group = group
    this.#told.clear()
    this.#apart = 0
    this.pump()
  }

  /**
   * The connection is another one: what got no answer on the one before is to be said again, in its order and before
   * anything new. Nothing is said until `connected`.
   */
  disconnected(): void {
    this.#connected = false
    this.#line += 1
    for (const entry of this.#entries) entry.underWay = false
    this.#told.clear()
  }

  connected(): void {
    this.#connected = true
    this.pump()
  }

  /** Whoever comes or goes knows nothing of one's state when they come again. */
  forget(members: readonly string[]): void {
    for (const member of members) this.#told.delete(member)
  }

  /** Another stay: who was there before is somebody else to the server now. */
  restart(): void {
    this.disconnected()
    this.#drop(({ to }) => to !== null)
  }

  /** They have left the meeting: nothing reaches them any more. */
  gone(participantId: string): void {
    this.#drop(({ to }) => to === participantId)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#group = null
    this.#drop(() => true)
  }

  /** Says what can be said now; to be called when who is in the group has changed. */
  pump(): void {
    if (this.#pumping) {
      this.#again = true
      return
    }
    this.#again = false
    this.#pumping = this.#sayAll().finally(() => {
      this.#pumping = null
      if (this.#again) this.pump()
    })
  }

  async #sayAll(): Promise<void> {
    const line = this.#line
    for (const entry of [...this.#entries]) {
      if (this.#apart >= mostApart) await this.#sayStateToAll()
      const group = this.#ready()
      // On another connection it begins anew with the oldest: what is heard after a later one counts for nothing.
      if (!group || line !== this.#line) return
      if (entry.underWay || (entry.to === null && !this.#options.isComplete())) continue
      const place = entry.to === null ? null : this.#options.placeOf(entry.to)
      if (entry.to !== null && place === null) continue
      await this.#sayEntry(group, entry, place)
    }
    await this.#sayState()
  }

  async #sayEntry(group: Group, entry: Entry, place: Place | null): Promise<void> {
    const addressee: Addressee = place?.leaf ?? everybody
    const before = entry.numbered
    const same = before?.group === group && before.place?.leaf === place?.leaf && before.place?.id === place?.id
    const counter = same ? before.counter : group.nextNumber(addressee)
    entry.numbered = { group, place, counter }
    entry.underWay = true
    const line = this.#line
    const bytes = await this.#sealed(group, entry.said, addressee, counter)
    if (line !== this.#line) return
    void this.#sendEntry(entry, toBase64url(bytes))
  }

  async #sendEntry(entry: Entry, message: string): Promise<void> {
    const line = this.#line
    const answer = await this.#options.send(message, entry.to)
    if (answer === 'ok' || answer === 'refused') return this.#finish(entry, answer === 'ok')
    if (line !== this.#line) return
    entry.underWay = false
    if (answer === 'lost') {
      this.#connected = false
      return
    }
    // It reached nobody, and others after it may have.
    entry.numbered = null
    this.#later()
  }

  /** What is taken back, or never arrives, counts too: it has used up a key. */
  #sealed(group: Group, said: Said, to: Addressee, counter?: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#apart = to === everybody && counter === undefined ? 0 : this.#apart + 1
    return group.say(new TextEncoder().encode(JSON.stringify(said)), to, undefined, counter)
  }

  async #sayStateToAll(): Promise<void> {
    // What has a number is said first: after a later one it would count for nothing.
    if (this.#entries.some(({ numbered, underWay }) => numbered !== null && !underWay)) return
    this.#told.clear()
    await this.#sayState()
  }

  async #sayState(): Promise<void> {
    const group = this.#ready()
    const state = this.#state
    if (!group || !state) return
    const others = this.#options.others().flatMap((id) => {
      const place = this.#options.placeOf(id)
      return place && !this.#told.has(place.id) ? [{ id, place }] : []
    })
    // To everybody where most don't know it, to each who came where they are few.
    const few = others.length * 2 < this.#options.others().length
    const targets = few ? others : others.slice(0, 1).map(() => null)
    for (const { place } of others) this.#told.add(place.id)
    for (const target of targets) {
      const bytes = await this.#sealed(group, { kind: 'state', state }, target?.place.leaf ?? everybody)
      void this.#sendState(toBase64url(bytes), target?.id ?? null, others)
    }
  }

  async #sendState(message: string, to: string | null, meant: readonly { place: Place }[]): Promise<void> {
    const line = this.#line
    const answer = await this.#options.send(message, to)
    if (answer === 'ok' || line !== this.#line) return
    for (const { place } of meant) this.#told.delete(place.id)
    if (to === null) this.#apart = Math.max(this.#apart, mostApart)
    if (answer === 'lost') this.#connected = false
    else this.#later()
  }

  #ready(): Group | null {
    return this.#connected ? this.#group : null
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.pump(), laterMs)
  }

  #finish(entry: Entry, arrived: boolean): void {
    this.#entries = this.#entries.filter((other) => other !== entry)
    entry.done(arrived)
  }

  #drop(test: (entry: Entry) => boolean): void {
    for (const entry of this.#entries.filter(test)) this.#finish(entry, false)
  }
}
