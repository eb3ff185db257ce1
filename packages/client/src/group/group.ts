import type { GroupPosition } from '@samtale/protocol'
import { createApplicationMessage, encodeMlsMessage, type CiphersuiteImpl, type ClientState } from 'ts-mls'
import { toBase64url } from '../sealing/base64url.ts'
import type { SendKey } from '../sframe/frame-sealer.ts'
import { readAsk } from './ask.ts'
import { commitChecks, type CommitChecks, type CommitFault } from './commit-checks.ts'
import { factsOf, prepareCommit, processCommit, type GroupChange } from './commits.ts'
import { doorExtension, openKeyPackage, type Door } from './door.ts'
import { createExclusive } from './exclusive.ts'
import { hearMessage, type Heard } from './hearing.ts'
import type { Identity } from './identity.ts'
import { decodedMessage, type Candidate } from './key-package.ts'
import type { GroupLink } from './link.ts'
import { receiveKeysOf, sendKeyOf, type EpochKeys } from './media-keys.ts'
import { membersIn, type Member } from './members.ts'
import { createMessageCounters, encodeFrame, everybody, type Addressee } from './message-frame.ts'
import { createRetention } from './retention.ts'
import { hostsNow, rulesIn, signRules, type Rules, type SignedRules } from './rules.ts'
import { safetyNumberOf, type SafetyNumber } from './safety-number.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface GroupOptions {
  link: GroupLink
  identity: Identity
  name: string
  /** Milliseconds of a clock that doesn't go back. */
  now?: () => number
  /** Only for tests, which take one out to see that an attack then succeeds. */
  checks?: CommitChecks
}

export interface StagedCommit {
  /** The epoch that it ends. */
  epoch: number
  commit: Bytes
  welcome: Bytes | null
}

export type CommitOutcome =
  | {
      kind: 'adopted'
      by: Member
      joined: Member[]
      left: Member[]
      /** Of those who left the ids of whom a host sent away. */
      sentAway: string[]
      rulesChanged: boolean
    }
  /** One has been removed; the group is over for oneself. */
  | { kind: 'removed'; by: Member }
  /** Of an earlier epoch, a later one, or another group. */
  | { kind: 'stale' | 'ahead' | 'foreign' }
  | { kind: 'refused'; fault: CommitFault | 'invalid' }

/**
 * One's place in a room's group (MLS, RFC 9420). The server orders commits and relays them; what is in force changes
 * only by `receive`, in that order, for one's own commits too.
 */
export class Group {
  readonly #link: GroupLink
  readonly #identity: Identity
  readonly #suite: CiphersuiteImpl
  readonly #door: Door
  readonly #checks: CommitChecks
  readonly #retention
  readonly #counters = createMessageCounters()
  /** The library's state is a value: two operations at once would both start from the same, and use a key twice. */
  readonly #exclusive = createExclusive()
  #state: ClientState
  /** Own commits of this epoch: any of them may be the one that the server took. */
  #staged: { commit: Bytes; next: ClientState; sentAway: readonly number[] }[] = []
  #sendKeyTaken = -1n

  constructor(options: GroupOptions, suite: CiphersuiteImpl, state: ClientState, door: Door) {
    this.#door = door
    this.#link = options.link
    this.#identity = options.identity
    this.#suite = suite
    this.#checks = options.checks ?? commitChecks
    this.#retention = createRetention(options.now ?? (() => performance.now()))
    this.#state = state
  }

  get epoch(): number {
    return Number(this.#state.groupContext.epoch)
  }

  get position(): GroupPosition {
    const { groupContext, keySchedule } = this.#state
    const authenticator = toBase64url(keySchedule.epochAuthenticator)
    return { groupId: toBase64url(groupContext.groupId), epoch: this.epoch, authenticator }
  }

  get members(): Member[] {
    return membersIn(this.#state.ratchetTree)
  }

  get ownLeaf(): number {
    return this.#state.privatePath.leafIndex
  }

  get rules(): Rules {
    return this.signed.rules
  }

  get signed(): SignedRules {
    const signed = rulesIn(this.#state.groupContext.extensions)
    if (signed === null) throw new Error('a group without rules is never entered')
    return signed
  }

  /** Ids of those who may let in at a locked door and change the rules. */
  get hosts(): string[] {
    return hostsNow(this.rules, this.members)
  }

  /** To what whoever wants in seals their key package. */
  get doorKey(): Bytes {
    return this.#door.publicKey
  }

  /** Somebody who asks to be added as this participant; null where they haven't the link, or aren't valid. */
  async openKeyPackage(sealed: Bytes, participantId: string): Promise<Candidate | null> {
    const opened = await openKeyPackage(this.#link, this.#door, sealed, this.#suite)
    return opened && readAsk(opened, participantId)
  }

  safetyNumber(): Promise<SafetyNumber> {
    const ids = this.members.map(({ id }) => id)
    return safetyNumberOf(this.#link.room, this.#link.tag, ids)
  }

  /** The next rules, signed by oneself: a grant, to be committed by anybody. Accepted where one is a host. */
  signRules(change: Partial<Omit<Rules, 'version'>>): Promise<SignedRules> {
    const rules = { ...this.rules, ...change, version: this.rules.version + 1 }
    return signRules(rules, this.#state.groupContext.groupId, this.#identity)
  }

  /**
   * Prepares a commit, to be sent to the server. It is in force when it comes back through `receive`.
   * @throws Error for a change that others would refuse.
   */
  stage(change: GroupChange): Promise<StagedCommit> {
    return this.#exclusive(async () => {
      const forJoiners = [doorExtension(this.#door)]
      const made = await prepareCommit(this.#state, change, this.#link, this.#suite, this.#checks, forJoiners)
      this.#staged.push({ commit: made.commit, next: made.next, sentAway: change.sendsAway ?? [] })
      return { epoch: this.epoch, commit: made.commit, welcome: made.welcome }
    })
  }

  /** A commit that the server accepted, one's own or another's, in its order. */
  receive(commit: Bytes): Promise<CommitOutcome> {
    return this.#exclusive(async () => {
      const before = this.#state
      const own = this.#staged.find((staged) => sameBytes(staged.commit, commit))
      if (own) return this.#adopt(own.next, before.privatePath.leafIndex, own.sentAway)
      const message = decodedMessage(commit)
      if (message?.wireformat !== 'mls_private_message') return { kind: 'refused', fault: 'external' }
      const { privateMessage } = message
      if (toBase64url(privateMessage.groupId) !== this.position.groupId) return { kind: 'foreign' }
      if (privateMessage.epoch !== before.groupContext.epoch) {
        return { kind: privateMessage.epoch < before.groupContext.epoch ? 'stale' : 'ahead' }
      }
      const processed = await processCommit(before, privateMessage, this.#link, this.#suite, this.#checks)
      if (typeof processed === 'string') return { kind: 'refused', fault: processed }
      return this.#adopt(processed.next, processed.sender, processed.sentAway)
    })
  }

  /** The number of one's next message to them. */
  nextNumber(to: Addressee): number {
    return this.#counters.next(to)
  }

  /**
   * Says something to everybody, or to one.
   * @param open goes along readable, and authenticated.
   * @param counter its number; the same again where nobody knows whether it arrived, so that it is heard once.
   */
  say(
    content: Bytes,
    to: Addressee = everybody,
    open: Bytes = new Uint8Array(),
    counter = this.#counters.next(to),
  ): Promise<Bytes> {
    return this.#exclusive(async () => {
      const frame = encodeFrame({ to, counter, content })
      const { newState, privateMessage } = await createApplicationMessage(this.#state, frame, this.#suite, open)
      this.#state = newState
      const message = { version: 'mls10', wireformat: 'mls_private_message', privateMessage } as const
      return new Uint8Array(encodeMlsMessage(message))
    })
  }

  /** What another member said, with who it was as their key shows; or why it counts for nothing. */
  hear(message: Bytes): Promise<Heard> {
    return this.#exclusive(async () => {
      this.#state = this.#retention.prune(this.#state)
      const { heard, state } = await hearMessage(this.#state, message, this.#suite, this.#counters)
      this.#state = state
      return heard
    })
  }

  /**
   * One's key for sending media in this epoch, once: whoever lost it, as a worker that restarted, has lost count of
   * what was sent under it, and gets the next epoch's (`stage({})` brings one).
   */
  takeSendKey(): Promise<SendKey | null> {
    return this.#exclusive(async () => {
      const { epoch } = this.#state.groupContext
      if (epoch <= this.#sendKeyTaken || this.#over) return null
      this.#sendKeyTaken = epoch
      return sendKeyOf(this.#state, this.#suite)
    })
  }

  receiveKeys(): Promise<EpochKeys> {
    return receiveKeysOf(this.#state, this.#suite)
  }

  /** Drops keys of old epochs whose time is over; to be called now and then. */
  forgetOld(): Promise<void> {
    return this.#exclusive(async () => {
      this.#state = this.#retention.prune(this.#state)
    })
  }

  get #over(): boolean {
    return this.#state.groupActiveState.kind !== 'active'
  }

  #adopt(next: ClientState, sender: number, leavesSentAway: readonly number[]): CommitOutcome {
    const before = factsOf(this.#state)
    const after = factsOf(next)
    const { epoch } = this.#state.groupContext
    // What was heard while one's own commit was under way has used up keys; they stay used.
    const history = new Map(this.#state.historicalReceiverData)
    const ended = next.historicalReceiverData.get(epoch)
    if (ended) history.set(epoch, { ...ended, secretTree: this.#state.secretTree })
    this.#staged = []
    this.#state = { ...next, historicalReceiverData: history }
    this.#retention.ended(epoch)
    this.#state = this.#retention.prune(this.#state)
    const by = before.members.find(({ leaf }) => leaf === sender)
    if (!by) throw new Error('a commit of nobody is never adopted')
    if (this.#over) return { kind: 'removed', by }
    const joined = after.members.filter(({ id }) => !before.members.some((member) => member.id === id))
    const left = before.members.filter(({ id }) => !after.members.some((member) => member.id === id))
    for (const { id } of left) this.#counters.forget(id)
    const byHost = before.rules !== null && hostsNow(before.rules.rules, before.members).includes(by.id)
    const sentAway = left.filter(({ leaf }) => byHost && leavesSentAway.includes(leaf)).map(({ id }) => id)
    const rulesChanged = before.rules?.signature !== after.rules?.signature
    return { kind: 'adopted', by, joined, left, sentAway, rulesChanged }
  }
}

function sameBytes(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
