import { cleanDisplayName, Said, type GroupEvent } from '@samtale/protocol'
import { Acquaintances } from './acquaintances.ts'
import { createExclusive } from './exclusive.ts'
import type { FromGroupWorker, GroupView, OwnState, ToGroupWorker } from './group-messages.ts'
import { GroupSession, type Adopted } from './group-session.ts'
import type { Group } from './group.ts'
import { emptyShelf, type IdentityShelf } from './identity-shelf.ts'
import { createKeyFeed, type KeyFeed, type KeyPort } from './key-feed.ts'
import { deriveGroupLink } from './link.ts'
import { Outbox } from './outbox.ts'
import { createRequests } from './requests.ts'
import { rollOf, withAwaited, type Roll } from './roll.ts'
import { toBase64url } from '../sealing/base64url.ts'

export interface GroupDeskOptions {
  post(message: FromGroupWorker): void
  shelf: IdentityShelf
  /** Milliseconds of a clock that doesn't go back. */
  now(): number
}

/** How often it is looked whether there is something to commit or to change to, in milliseconds. */
const tickMs = 25
/** How long what is for everybody waits for those who are missing, in milliseconds. */
const incompleteMs = 5_000

type Handled = Exclude<ToGroupWorker, { type: 'ping' | 'answer' }>

/**
 * All of one person's that has to do with the group's secrets, in the worker: the link's secret, the identity, the group,
 * what is said in it. It takes the page's messages and posts its own, and knows no other way out but the port to the
 * worker that frames pass through.
 */
export class GroupDesk {
  readonly #options: GroupDeskOptions
  readonly #inOrder = createExclusive()
  readonly #requests
  readonly #outbox: Outbox
  readonly #keys: KeyFeed
  #ticking: ReturnType<typeof setTimeout> | undefined
  #closed = false
  #session: GroupSession | null = null
  #people: Acquaintances | null = null
  #roll: Roll = new Map()
  /** What one says of oneself. */
  readonly #self = { participantId: '', state: null as OwnState | null }
  /** As whom members say that they are there. */
  readonly #addresses = new Map<string, string>()
  /** Whose media are taken: those, and who is expected back after a restart of the server. */
  #taken: Roll = new Map()
  /** Since when members of the group are missing at the server. */
  #incompleteSince: number | null = null
  /** What the page was told last, and about which members the safety number. */
  #told = ''
  #toldSafety = ''

  constructor(options: GroupDeskOptions) {
    this.#options = options
    this.#requests = createRequests(options.post)
    this.#outbox = new Outbox({
      send: (message, to) => this.#requests.say(message, to),
      placeOf: (id) => this.#roll.get(id) ?? null,
      others: () => [...this.#roll.keys()],
      isComplete: () => this.#isComplete(),
    })
    this.#keys = createKeyFeed({ now: options.now, renew: () => this.#session?.renew() })
    this.#ticking = setTimeout(() => void this.#tick(), tickMs)
  }

  /** A message of the page. They are taken one after another, but those that others wait for. */
  take(message: ToGroupWorker, port?: KeyPort): void {
    if (message.type === 'ping') return this.#options.post({ type: 'pong' })
    if (message.type === 'answer') return this.#requests.answered(message.request, message.answer)
    void this.#inOrder(() => this.#handle(message, port)).catch(throwLater)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#ticking)
    this.#outbox.close()
    this.#requests.close()
  }

  async #handle(message: Handled, port?: KeyPort): Promise<void> {
    if (message.type === 'open') return this.#open(message)
    if (message.type === 'frames') return port && this.#keys.connect(port)
    const session = this.#session
    if (!session) return
    switch (message.type) {
      case 'name':
        return session.rename(message.name)
      case 'joined':
        this.#requests.on(message.line)
        if (message.goesOn) this.#outbox.disconnected()
        else this.#outbox.restart()
        this.#self.participantId = message.participantId
        this.#sayState()
        return this.#arrived(session.start(message.participantId, message.goesOn))
      case 'resumed':
        this.#requests.on(message.line)
        this.#outbox.disconnected()
        return this.#arrived(session.resumed())
      case 'left':
        return this.#left(session)
      case 'event':
        return this.#event(session, message.event)
      case 'said':
        return this.#hear(session, message.message)
      case 'gone':
        return this.#outbox.gone(message.participantId)
      case 'state':
        this.#self.state = message.state
        return this.#sayState()
      case 'let-in':
        return session.letIn(message.member)
      default:
        return this.#wish(session, message)
    }
  }

  async #open({ room, secret, name, usesShelf }: Extract<ToGroupWorker, { type: 'open' }>): Promise<void> {
    const link = await deriveGroupLink(room, secret)
    const people = await Acquaintances.open(usesShelf ? this.#options.shelf : emptyShelf, room, link.tag)
    const { identity } = people
    this.#people = people
    this.#session = new GroupSession({
      link,
      identity,
      name: nameInGroup(name),
      now: this.#options.now,
      send: (request) => this.#requests.send(request),
      changed: (group, adopted) => this.#changed(group, adopted),
    })
    this.#options.post({ type: 'opened', member: toBase64url(identity.publicKey), remembered: people.isKept })
  }

  #sayState(): void {
    const { participantId, state } = this.#self
    if (state === null || participantId === '') return
    this.#outbox.setState({ ...state, participantId, keepsKey: this.#people?.isKept === true })
  }

  async #arrived(started: Promise<void>): Promise<void> {
    await started
    // First who is there: what was known of that before the break is over, and words would be said to nobody.
    await this.#review()
    this.#outbox.connected()
  }

  async #left(session: GroupSession): Promise<void> {
    await session.stop()
    this.#addresses.clear()
    this.#outbox.restart()
    this.#outbox.setGroup(null)
    await this.#keys.changed(null, false)
    await this.#review()
  }

  async #event(session: GroupSession, event: GroupEvent): Promise<void> {
    if (event.type === 'group.settled') return this.#keys.allHave(event.groupId, event.epoch)
    await session.event(event)
    await this.#review()
  }

  /** The group's state has changed: keys first, as frames wait for them. */
  #changed(group: Group | null, adopted: Adopted | null): void {
    void this.#keys.changed(group, (adopted?.left.length ?? 0) > 0)
    if (group === null || adopted === null) return this.#outbox.setGroup(group)
    const { by, joined, left } = adopted
    this.#outbox.forget([...joined, ...left].map(({ id }) => id))
    const author = by.leaf === group.ownLeaf ? null : by
    const changes = [
      ...left.map((who) => ({ what: 'left', who }) as const),
      ...joined.map((who) => ({ what: 'came', who }) as const),
    ]
    for (const change of changes) this.#options.post({ type: 'changed', change: { ...change, by: author } })
  }

  async #hear(session: GroupSession, message: string): Promise<void> {
    const heard = await session.hear(message)
    if (heard.kind !== 'said') return
    const said = saidIn(heard.content)
    // What is for everybody is said to everybody, or to each; what is for one to that one.
    if (said === null || (said.kind === 'chat' && !heard.toAll) || (said.kind === 'signal' && heard.toAll)) return
    const member = heard.sender.id
    if (said.kind === 'state') {
      const name = cleanDisplayName(said.state.name)
      this.#people?.calls(member, name)
      this.#addresses.set(member, said.state.participantId)
      if (said.state.keepsKey) await this.#people?.met(name, member)
      await this.#review()
    }
    const participantId = [...this.#roll].find(([, { id }]) => id === member)?.[0] ?? null
    this.#options.post({ type: 'said', member, participantId, said })
  }

  async #wish(session: GroupSession, message: Extract<Handled, { key: number } | { type: 'send-away' }>) {
    if (message.type === 'send-away') return session.sendAway(message.member)
    const { key } = message
    const done = (ok: boolean) => this.#options.post({ type: 'done', key, ok })
    if (message.type === 'say') return void this.#outbox.say(message.said, message.to).then(done)
    if (message.type === 'rules') {
      const { wish } = message
      const isThere = 'locked' in wish || this.#member(wish.host) !== undefined
      return isThere ? void session.wishRules(wish).then(done) : done(false)
    }
    done(await this.#keep(message))
    this.#options.post({ type: 'remembered', on: this.#people?.isKept === true })
    await this.#review()
  }

  async #keep(message: Extract<Handled, { type: 'remember' | 'forget' | 'trust' }>): Promise<boolean> {
    const people = this.#people
    if (!people) return false
    if (message.type === 'remember') return people.remember(message.on)
    if (message.type === 'forget') return people.remember(false)
    const member = this.#member(message.member)
    if (member) await people.trust(cleanDisplayName(member.name), member.id)
    return member !== undefined
  }

  #member(memberId: string) {
    return this.#session?.group?.members.find(({ id }) => id === memberId)
  }

  /** Looks who is who, and tells the page where something is new. */
  async #review(): Promise<void> {
    const session = this.#session
    const group = session?.group ?? null
    this.#roll = session && group ? await rollOf(group, session.people, this.#addresses) : new Map()
    this.#taken = session && group ? withAwaited(this.#roll, this.#taken, session.awaited, group) : this.#roll
    const view = session && group ? this.#viewOf(session, group) : null
    const text = JSON.stringify([view, [...(view?.members ?? [])]])
    if (text !== this.#told) this.#options.post({ type: 'group', view })
    this.#told = text
    this.#outbox.setGroup(group)
    this.#outbox.pump()
    if (group) void this.#reviewSafety(group)
    else this.#toldSafety = ''
  }

  /** Who isn't there is soon removed from the group; one isn't kept waiting where that doesn't happen. */
  #isComplete(): boolean {
    const group = this.#session?.group
    if (!group || this.#roll.size + 1 >= group.members.length) {
      this.#incompleteSince = null
      return true
    }
    this.#incompleteSince ??= this.#options.now()
    return this.#options.now() - this.#incompleteSince >= incompleteMs
  }

  #viewOf(session: GroupSession, group: Group): GroupView {
    const own = group.members.find(({ leaf }) => leaf === group.ownLeaf)?.id ?? ''
    const members = [...this.#taken].map(([participantId, { id, name }]) => {
      const verified = this.#people?.judge(cleanDisplayName(name), id) ?? null
      return [participantId, { id, name, verified }] as const
    })
    return {
      members: new Map(members),
      locked: group.rules.locked,
      isHost: group.hosts.includes(own),
      waiting: session.waiting.map(({ participantId, id, name }) => ({ participantId, member: id, name })),
    }
  }

  async #reviewSafety(group: Group): Promise<void> {
    const ids = group.members.map(({ id }) => id)
    const text = [...ids].sort().join()
    if (text === this.#toldSafety) return
    this.#toldSafety = text
    const safety = { ...(await group.safetyNumber()), members: ids.length }
    if (this.#toldSafety === text) this.#options.post({ type: 'safety', safety })
  }

  async #tick(): Promise<void> {
    await this.#inOrder(async () => {
      const waiting = this.#session?.waiting
      const awaited = this.#session?.awaited
      await this.#session?.tick()
      if (waiting !== this.#session?.waiting || awaited !== this.#session?.awaited) await this.#review()
      await this.#keys.tick()
      if (this.#incompleteSince !== null) this.#outbox.pump()
    }).catch(throwLater)
    if (!this.#closed) this.#ticking = setTimeout(() => void this.#tick(), tickMs)
  }
}

/** A mistake of ours: the page has to see it, and makes a new worker. */
function throwLater(error: unknown): void {
  setTimeout(() => {
    throw error
  })
}

/** A name that every browser takes; nobody is kept out by theirs. */
function nameInGroup(name: string): string {
  const clean = cleanDisplayName(name)
  return clean === '' ? '?' : clean
}

function saidIn(content: Uint8Array): Said | null {
  try {
    const checked = Said.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)))
    return checked.success ? checked.data : null
  } catch {
    return null
  }
}
