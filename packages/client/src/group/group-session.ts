import { limits, type GroupEvent, type GroupPerson, type GroupRequest } from '@samtale/protocol'
import { decoded, toBase64url } from '../sealing/base64url.ts'
import { createExclusive } from './exclusive.ts'
import { createGroup, prepareJoining, type Joining } from './entering.ts'
import type { CommitOutcome, Group, GroupOptions } from './group.ts'
import { memberHandle } from './handle.ts'
import type { Heard } from './hearing.ts'
import { createRuleWishes, type RuleWish } from './rule-wishes.ts'
import { maySucceed, predecessorOf, type Predecessor } from './succession.ts'
import { batchMs, silenceMs, workOf, type Asker, type Found, type Work } from './work.ts'

export type Adopted = Extract<CommitOutcome, { kind: 'adopted' }>

export interface GroupSessionOptions extends GroupOptions {
  now: () => number
  /** @throws where no answer came; it is sent again after `resumed`. */
  send(request: GroupRequest): Promise<'ok' | 'stale'>
  /**
   * The group, its epoch or its people have changed; null while one is in none.
   * @param adopted what did it, where it was a commit.
   */
  changed(group: Group | null, adopted: Adopted | null): void
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
  #participantId = ''
  #group: Group | null = null
  #joining: Joining | null = null
  #people: readonly GroupPerson[] = []
  /** Since when there is work in this epoch. */
  #workSince: number | null = null
  #awaited: { ids: ReadonlySet<string>; until: number } = { ids: new Set(), until: 0 }
  /** When one began to ask, and how often since. */
  #asking = { since: 0, times: 0 }
  /** A commit of this epoch has been sent. */
  #committing = false
  /** What got no answer, in its order. */
  #unsent: GroupRequest[] = []
  readonly #judgement = { refused: new Set<string>(), letIn: new Set<string>(), sentAway: new Set<string>() }
  readonly #ruleWishes = createRuleWishes()
  /** What there was to do in an epoch, with these people. */
  #looked: { at: string; people: readonly GroupPerson[] | null; found: Found } = nothingLooked
  /** The people told are those after the newest commit. */
  #peopleCurrent = false
  #wantsRenewal = false
  #waiting: readonly Asker[] = nobodyWaits
  /** The group that one fell out of: a door that was locked, and its hosts, are so in the next too. */
  #before: Predecessor | null = null

  constructor(options: GroupSessionOptions) {
    this.#options = { ...options }
  }

  get group(): Group | null {
    return this.#group
  }

  /** Everybody in the meeting, as the server says. */
  get people(): readonly GroupPerson[] {
    return this.#people
  }

  /** Who asks at a locked door; for hosts. */
  get waiting(): readonly Asker[] {
    return this.#waiting
  }

  /** Oneself is called so where one asks the next time. */
  rename(name: string): void {
    this.#options.name = name
  }

  /** They come in though the door is locked. */
  letIn(memberId: string): void {
    this.#judgement.letIn.add(memberId)
    this.#judgement.sentAway.delete(memberId)
    this.#looked = nothingLooked
  }

  /** They go, and don't come in again. */
  sendAway(memberId: string): void {
    this.#judgement.sentAway.add(memberId)
    this.#judgement.letIn.delete(memberId)
    this.#looked = nothingLooked
  }

  /** Resolves to whether it became so: not where one isn't a host. */
  wishRules(wish: RuleWish): Promise<boolean> {
    return this.#ruleWishes.add(wish)
  }

  /** Another epoch is needed: one's key of this one was lost. */
  renew(): void {
    this.#wantsRenewal = true
  }

  /** What another member said; in the order of the events. */
  hear(message: string): Promise<Heard> {
    return this.#exclusive(async () => {
      const bytes = decoded(message)
      return (await (bytes && this.#group?.hear(bytes))) ?? { kind: 'unheard', why: 'invalid' }
    })
  }

  /** Members who were there before the server was restarted, and aren't yet again. */
  get awaited(): ReadonlySet<string> {
    return this.#awaited.ids
  }

  /**
   * After joining a meeting, as this participant; again after every stay that was lost.
   * @param goesOn the server has forgotten the meeting: who isn't back at once isn't removed at once.
   */
  start(participantId: string, goesOn = false): Promise<void> {
    return this.#exclusive(async () => {
      this.#participantId = participantId
      const ids = goesOn ? (this.#group?.members ?? []).map(({ id }) => id) : []
      this.#awaited = { ids: new Set(ids), until: this.#options.now() + limits.awayMs }
      this.#people = []
      this.#peopleCurrent = false
      this.#unsent = []
      this.#committing = false
      if (this.#group === null) return this.#ask()
      await this.#send({ type: 'group.present', ...(await this.#standing(this.#group)) })
    })
  }

  /** Out of the meeting: the group is over for oneself. */
  stop(): Promise<void> {
    return this.#exclusive(async () => {
      this.#people = []
      this.#unsent = []
      this.#asking = { since: 0, times: 0 }
      this.#enter(null)
      this.#before = null
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
      if (event.type === 'group.people') {
        this.#people = event.people
        this.#peopleCurrent = true
        await this.#endAwaiting()
      }
      if (event.type === 'group.committed') return this.#committed(event.commit)
      if (event.type === 'group.welcome') return this.#welcomed(event.welcome)
      if (event.type === 'group.lost') return this.#ask()
    })
  }

  /** To be called often: commits when there is work and it is one's turn; asks again where nobody answers. */
  tick(): Promise<void> {
    return this.#exclusive(async () => {
      if (this.#group === null && this.#waitedInVain()) return this.#ask()
      const group = this.#group
      if (!group) return
      await group.forgetOld()
      if (this.#awaited.ids.size > 0 && this.#options.now() >= this.#awaited.until) this.#await(new Set())
      this.#ruleWishes.review(group)
      if (this.#committing || !this.#peopleCurrent) return
      const work = await this.#work(group)
      if (!work) {
        this.#workSince = null
        return
      }
      this.#workSince ??= this.#options.now()
      const waited = this.#options.now() - this.#workSince
      if (waited >= batchMs + work.rank * silenceMs) await this.#commit(group, work)
    })
  }

  /** Who is back is awaited no more. */
  async #endAwaiting() {
    const { ids } = this.#awaited
    const { groupId } = this.#group?.position ?? {}
    if (ids.size === 0 || groupId === undefined) return
    const back = new Set(this.#people.flatMap(({ handle }) => handle ?? []))
    const handles = await Promise.all([...ids].map(async (id) => [id, await memberHandle(groupId, id)] as const))
    this.#await(new Set(handles.flatMap(([id, handle]) => (back.has(handle) ? [] : [id]))))
  }

  #await(ids: ReadonlySet<string>) {
    this.#awaited = { ...this.#awaited, ids }
    this.#looked = nothingLooked
  }

  /** What is to be committed: what follows from who is there, and what oneself alone wants. */
  async #work(group: Group): Promise<Work | null> {
    const { authenticator } = group.position
    // Looked for anew only where something has changed: it costs a hash for everybody.
    if (this.#looked.at !== authenticator || this.#looked.people !== this.#people) {
      const found = await workOf(group, this.#people, { ...this.#judgement, awaited: this.awaited })
      this.#looked = { at: authenticator, people: this.#people, found }
    }
    const { found } = this.#looked
    this.#waiting = found.waiting
    const isOwnWish = this.#wantsRenewal || this.#ruleWishes.pending(group) !== null
    return isOwnWish ? { add: [], remove: [], sendsAway: [], ...found.work, rank: 0 } : found.work
  }

  async #ask() {
    this.#enter(null)
    this.#waitAgain()
    await this.#send({ type: 'group.wish' })
  }

  #waitAgain() {
    this.#asking = { since: this.#options.now(), times: this.#asking.times + 1 }
  }

  /** There is a group: asks its members to be added. */
  async #knock(door: string) {
    const doorKey = decoded(door)
    if (this.#group !== null || doorKey === null) return
    this.#joining = await prepareJoining(this.#options)
    const sealed = await this.#joining.sealed(doorKey, this.#participantId).catch(() => null)
    if (sealed) await this.#send({ type: 'group.ask', keyPackage: toBase64url(sealed), door })
  }

  async #make() {
    const group = await createGroup(this.#options, this.#before?.rules)
    this.#enter(group)
    await this.#send({ type: 'group.made', ...(await this.#standing(group)) })
  }

  async #welcomed(welcome: string) {
    const bytes = decoded(welcome)
    const group = bytes && (await this.#joining?.join(bytes))
    if (!group) return this.#ask()
    // Asked again when one has waited in vain: the same group would be told at once.
    if (!(await maySucceed(this.#before, group))) return this.#waitAgain()
    this.#enter(group)
    await this.#send({ type: 'group.at', position: group.position, refused: false })
  }

  async #committed(commit: string) {
    const group = this.#group
    if (!group) return
    this.#committing = false
    this.#workSince = null
    const bytes = decoded(commit)
    const outcome = bytes && (await group.receive(bytes))
    if (outcome?.kind === 'removed') return this.#ask()
    if (outcome?.kind === 'adopted') {
      this.#peopleCurrent = false
      this.#wantsRenewal = false
      this.#changed(group, outcome)
    }
    // Whatever isn't followed is refused, also what names another epoch or group: anybody can write that there. So the
    // server hears of it, and the others decide who has fallen out of step.
    await this.#send({ type: 'group.at', position: group.position, refused: outcome?.kind !== 'adopted' })
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
  async #stage(group: Group, { add, remove, sendsAway }: Work) {
    try {
      const change = this.#ruleWishes.pending(group)
      const rules = change && (await group.signRules(change))
      return { ...(await group.stage({ add, remove, sendsAway, ...(rules ? { rules } : {}) })), add }
    } catch {
      let invalid = 0
      for (const candidate of add) {
        const valid = await isStaged(group.stage({ add: [candidate] }))
        const sealed = this.#people.find(({ id }) => id === candidate.participantId)?.keyPackage
        if (valid || !sealed) continue
        invalid += 1
        this.#judgement.refused.add(sealed)
        this.#looked = nothingLooked
      }
      if (invalid > 0) return null
      // Each alone can be added: then two of them don't go together, and the first comes in; or it is the rules.
      const apart = add.length > 1 && !(await isStaged(group.stage({ add, remove })))
      if (!apart) this.#ruleWishes.refuse()
      const one = apart ? add.slice(0, 1) : []
      return apart ? { ...(await group.stage({ add: one })), add: one } : null
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
    if (this.#group) this.#before = predecessorOf(this.#group)
    this.#group = group
    this.#awaited = { ids: new Set(), until: 0 }
    this.#joining = null
    this.#committing = false
    this.#workSince = null
    this.#wantsRenewal = false
    this.#waiting = nobodyWaits
    this.#changed(group, null)
  }

  #changed(group: Group | null, adopted: Adopted | null) {
    for (const id of adopted?.sentAway ?? []) this.#judgement.letIn.delete(id)
    // Whoever was in comes in again with the same key, also where the door was locked since.
    for (const { id } of group?.members ?? []) if (!this.#judgement.sentAway.has(id)) this.#judgement.letIn.add(id)
    this.#options.changed(group, adopted)
  }

  async #standing(group: Group) {
    const handle = await memberHandle(group.position.groupId, toBase64url(this.#options.identity.publicKey))
    return { position: group.position, handle, door: toBase64url(group.doorKey) }
  }
}

function isStaged(staging: Promise<unknown>): Promise<boolean> {
  return staging.then(
    () => true,
    () => false,
  )
}

const nobodyWaits: readonly Asker[] = []
const nothingLooked = { at: '', people: null, found: { work: null, waiting: [] } }
