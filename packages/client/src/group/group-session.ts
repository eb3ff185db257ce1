import type { GroupEvent, GroupPerson, GroupRequest } from '@samtale/protocol'
import { decoded, toBase64url } from '../sealing/base64url.ts'
import { createExclusive } from './exclusive.ts'
import { createGroup, prepareJoining, type Joining } from './entering.ts'
import type { CommitOutcome, Group, GroupOptions } from './group.ts'
import { memberHandle } from './handle.ts'
import { batchMs, silenceMs, workOf, type Work } from './work.ts'

export interface GroupSessionOptions extends GroupOptions {
  now: () => number
  /** @throws where no answer came; it is sent again after `resumed`. */
  send(request: GroupRequest): Promise<'ok' | 'stale'>
  /** The group, its epoch or its people have changed; null while one is in none. */
  changed(group: Group | null): void
}

/** How long one waits to be added before asking again: doubled each time, up to the most. In milliseconds. */
const askAgainMs = 5_000
const mostAskAgainMs = 60_000

/**
 * Keeps one in the meeting's group: asks to be added, follows the order that the server keeps, commits when it is one's
 * turn, and asks anew where one fell out of step. What the server says moves it, never what it knows alone.
 */
export class GroupSession {
  readonly #options: GroupSessionOptions
  readonly #exclusive = createExclusive()
  #group: Group | null = null
  #joining: Joining | null = null
  #people: readonly GroupPerson[] = []
  /** Since when there is work in this epoch. */
  #workSince: number | null = null
  /** When one began to ask, and how often since. */
  #asking = { since: 0, times: 0 }
  /** A commit of this epoch has been sent. */
  #committing = false
  /** What got no answer, in its order. */
  #unsent: GroupRequest[] = []
  readonly #refused = new Set<string>()

  constructor(options: GroupSessionOptions) {
    this.#options = options
  }

  get group(): Group | null {
    return this.#group
  }

  /** After joining a meeting; again after every stay that was lost. */
  start(): Promise<void> {
    return this.#exclusive(async () => {
      this.#people = []
      this.#unsent = []
      this.#committing = false
      if (this.#group === null) return this.#ask()
      await this.#send({ type: 'group.present', ...(await this.#standing(this.#group)) })
    })
  }

  /** Back in the same stay: what got no answer is sent again. */
  resumed(): Promise<void> {
    return this.#exclusive(async () => {
      for (const request of this.#unsent.splice(0)) await this.#send(request)
    })
  }

  /** An event of the server, in its order. */
  event(event: GroupEvent): Promise<void> {
    return this.#exclusive(async () => {
      if (event.type === 'group.make') return this.#make()
      if (event.type === 'group.door') return this.#knock(event.door)
      if (event.type === 'group.people') this.#people = event.people
      if (event.type === 'group.committed') return this.#committed(event.commit)
      if (event.type === 'group.welcome') return this.#welcomed(event.welcome)
      if (event.type === 'group.lost') return this.#ask()
    })
  }

  /** To be called often: commits when there is work and it is one's turn; asks again where nobody answers. */
  tick(): Promise<void> {
    return this.#exclusive(async () => {
      if (this.#group === null && this.#waitedInVain()) return this.#ask()
      await this.#group?.forgetOld()
      const group = this.#group
      const work = group && (await workOf(group, this.#people, this.#refused))
      if (!group || !work) {
        this.#workSince = null
        return
      }
      this.#workSince ??= this.#options.now()
      const waited = this.#options.now() - this.#workSince
      if (!this.#committing && waited >= batchMs + work.rank * silenceMs) await this.#commit(group, work)
    })
  }

  async #ask() {
    this.#enter(null)
    this.#asking = { since: this.#options.now(), times: this.#asking.times + 1 }
    await this.#send({ type: 'group.wish' })
  }

  /** There is a group: asks its members to be added. */
  async #knock(door: string) {
    const doorKey = decoded(door)
    if (this.#group !== null || doorKey === null) return
    this.#joining = await prepareJoining(this.#options)
    const sealed = await this.#joining.sealed(doorKey).catch(() => null)
    if (sealed) await this.#send({ type: 'group.ask', keyPackage: toBase64url(sealed), door })
  }

  async #make() {
    const group = await createGroup(this.#options)
    this.#enter(group)
    await this.#send({ type: 'group.made', ...(await this.#standing(group)) })
  }

  async #welcomed(welcome: string) {
    const bytes = decoded(welcome)
    const group = bytes && (await this.#joining?.join(bytes))
    if (!group) return this.#ask()
    this.#enter(group)
    await this.#send({ type: 'group.at', position: group.position, refused: false })
  }

  async #committed(commit: string) {
    const group = this.#group
    const bytes = decoded(commit)
    if (!group || !bytes) return
    this.#committing = false
    this.#workSince = null
    const outcome = await group.receive(bytes)
    if (mustAskAnew(outcome)) return this.#ask()
    if (outcome.kind === 'adopted') this.#options.changed(group)
    if (outcome.kind === 'stale' || outcome.kind === 'foreign') return
    await this.#send({ type: 'group.at', position: group.position, refused: outcome.kind === 'refused' })
  }

  async #commit(group: Group, work: Work) {
    const staged = await this.#stage(group, work)
    if (!staged) return
    this.#committing = true
    const { groupId } = group.position
    const added = await Promise.all(
      staged.add.map(async ({ id, participantId }) => ({ id: participantId, handle: await memberHandle(groupId, id) })),
    )
    const { epoch, commit, welcome } = staged
    const messages = { commit: toBase64url(commit), welcome: welcome && toBase64url(welcome) }
    await this.#send({ type: 'group.commit', groupId, epoch, ...messages, added })
  }

  /** One key package that isn't valid doesn't keep the others out. */
  async #stage(group: Group, { add, remove }: Work) {
    try {
      return { ...(await group.stage({ add, remove })), add }
    } catch {
      for (const candidate of add) {
        const valid = await group.stage({ add: [candidate] }).then(
          () => true,
          () => false,
        )
        const sealed = this.#people.find(({ id }) => id === candidate.participantId)?.keyPackage
        if (!valid && sealed) this.#refused.add(sealed)
      }
      return null
    }
  }

  /** Sends, now or after the connection is back, and does what the answer asks for. */
  async #send(request: GroupRequest): Promise<void> {
    const answer = await this.#options.send(request).catch(() => null)
    if (answer === null) this.#unsent.push(request)
    if (answer !== 'stale') return
    // Another commit was first: it follows. Another group was: one asks to be in that.
    if (request.type === 'group.commit') this.#committing = false
    if (request.type === 'group.made') await this.#ask()
  }

  #waitedInVain(): boolean {
    const { since, times } = this.#asking
    return times > 0 && this.#options.now() - since >= Math.min(askAgainMs * 2 ** (times - 1), mostAskAgainMs)
  }

  #enter(group: Group | null) {
    if (group) this.#asking = { since: 0, times: 0 }
    this.#group = group
    this.#joining = null
    this.#committing = false
    this.#workSince = null
    this.#options.changed(group)
  }

  async #standing(group: Group) {
    const handle = await memberHandle(group.position.groupId, toBase64url(this.#options.identity.publicKey))
    return { position: group.position, handle, door: toBase64url(group.doorKey) }
  }
}

/** Where the order has gone on without us. */
function mustAskAnew({ kind }: CommitOutcome): boolean {
  return kind === 'removed' || kind === 'ahead'
}
