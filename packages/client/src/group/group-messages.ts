import type { GroupEvent, GroupRequest, Said, SaidState } from '@samtale/protocol'
import type { Verified } from './acquaintances.ts'
import type { Member } from './members.ts'
import type { RuleWish } from './rule-wishes.ts'
import type { SafetyNumber } from './safety-number.ts'

/** One's state, as far as the page knows it. */
export type OwnState = Omit<SaidState, 'keepsKey' | 'participantId'>

/** What the page tells the worker that holds the group. Keys and secrets go this way only, and never back. */
export type ToGroupWorker =
  /** First of all. `usesShelf`: with what this browser keeps for the room. */
  | { type: 'open'; room: string; secret: string | null; name: string; usesShelf: boolean }
  | { type: 'name'; name: string }
  /** In a meeting, the first time or anew. `line` numbers the connections to the server. */
  /** `goesOn`: the server forgot the meeting, and everybody comes back as who they were. */
  | { type: 'joined'; participantId: string; line: number; goesOn: boolean }
  /** Back in the same stay. */
  | { type: 'resumed'; line: number }
  /** Out of the meeting, or about to be. */
  | { type: 'left' }
  | { type: 'event'; event: GroupEvent }
  | { type: 'said'; message: string }
  | { type: 'gone'; participantId: string }
  | { type: 'answer'; request: number; answer: RequestAnswer }
  /** Whether the key is kept, and as whom one is there, the worker knows. */
  | { type: 'state'; state: OwnState }
  /** Answered by `done`, as all that have a `key`. @param to a participant; null for everybody. */
  | { type: 'say'; key: number; said: Said; to: string | null }
  | { type: 'rules'; key: number; wish: RuleWish }
  /** They come in though the door is locked. */
  | { type: 'let-in'; member: string }
  | { type: 'send-away'; member: string }
  /** Their key is theirs, as one has made sure. */
  | { type: 'trust'; key: number; member: string }
  | { type: 'remember'; key: number; on: boolean }
  | { type: 'forget'; key: number }
  /** With a port to the worker that frames pass through. */
  | { type: 'frames' }
  | { type: 'ping' }

export type RequestAnswer = 'ok' | 'stale' | 'lost' | 'later' | 'refused'

/** A request for the server, as the worker wants it sent. */
export type WorkerRequest = GroupRequest | { type: 'group.say'; message: string; to?: string }

export type FromGroupWorker =
  /** Ready: one's own id as a member. */
  | { type: 'opened'; member: string; remembered: boolean }
  /** Answered by `answer`. `line`: on this connection and no later one. */
  | { type: 'request'; request: number; line: number; body: WorkerRequest }
  | { type: 'group'; view: GroupView | null }
  | { type: 'safety'; safety: SafetyNumber & { members: number } }
  | { type: 'said'; member: string; participantId: string | null; said: Said }
  | { type: 'changed'; change: GroupChanged }
  | { type: 'done'; key: number; ok: boolean }
  | { type: 'remembered'; on: boolean }
  | { type: 'pong' }

/** Somebody's coming or going. Names are those of the leaves. @param by null for oneself. */
export interface GroupChanged {
  what: 'came' | 'left'
  who: Pick<Member, 'id' | 'name'>
  by: Pick<Member, 'id' | 'name'> | null
}

/** What a page sees of the group: nobody's keys but the public ones. */
export interface GroupView {
  /** Everybody in the group but oneself, by participant. */
  members: ReadonlyMap<string, { id: string; name: string; verified: Verified | null }>
  locked: boolean
  /** Whether oneself is a host in the group. */
  isHost: boolean
  /** Who asks to come in at a locked door; for hosts. */
  waiting: readonly { participantId: string; member: string; name: string }[]
}
