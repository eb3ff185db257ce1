import type { GroupPerson } from '@samtale/protocol'
import { decoded } from '../sealing/base64url.ts'
import type { Group } from './group.ts'
import { memberHandle } from './handle.ts'
import type { Candidate } from './key-package.ts'

/** How long people who come and go close together are waited for, in milliseconds. */
export const batchMs = 50
/** After how many milliseconds of silence the next in order commits. */
export const silenceMs = 1_000

/** Somebody who asks to be added. */
export type Asker = Candidate & { participantId: string }

/** What there is to commit. */
export interface Work {
  add: Asker[]
  /** Leaves. */
  remove: number[]
  /** Those of them whom one's own person sent away. */
  sendsAway: number[]
  /** How many come before oneself. */
  rank: number
}

/** Whom one's own person has let in or sent away; only one's own commits follow it. */
export interface Judgement {
  /** Key packages that turned out not to be valid. */
  refused: ReadonlySet<string>
  /** Ids of those who come in though the door is locked, where one is a host. */
  letIn: ReadonlySet<string>
  /** Ids of those who are removed, whatever the server says. */
  sentAway: ReadonlySet<string>
  /** Ids of members who aren't removed for not being there. */
  awaited: ReadonlySet<string>
}

export interface Found {
  /** Null where there is nothing to do, or one isn't in the meeting oneself. */
  work: Work | null
  /** Who asks at a locked door, and waits for a host to say. */
  waiting: Asker[]
}

/** Compares the group with who the server says is in the meeting. */
export async function workOf(group: Group, people: readonly GroupPerson[], judgement: Judgement): Promise<Found> {
  const present = new Set(people.flatMap(({ handle }) => handle ?? []))
  const all = await Promise.all(people.map((person) => askerOf(person, group, judgement.refused)))
  const askers = onePerKey(all.flatMap((asker) => asker ?? [])).filter(({ id }) => !judgement.sentAway.has(id))
  const again = new Set(askers.map(({ id }) => id))
  const members = await Promise.all(
    group.members.map(async (member) => ({
      ...member,
      // Whoever asks anew with a leaf's key has lost that leaf: nobody else can sign with it.
      stays:
        (judgement.awaited.has(member.id) || present.has(await memberHandle(group.position.groupId, member.id))) &&
        !again.has(member.id) &&
        !judgement.sentAway.has(member.id),
    })),
  )
  const ids = new Set(group.members.map(({ id }) => id))
  // Added once their old leaf is gone.
  const fresh = askers.filter(({ id }) => !ids.has(id))
  const { locked } = group.rules
  const own = members.find(({ leaf }) => leaf === group.ownLeaf)
  const isHost = own !== undefined && group.hosts.includes(own.id)
  const add = locked ? fresh.filter(({ id }) => isHost && judgement.letIn.has(id)) : fresh
  const waiting = locked && isHost ? fresh.filter(({ id }) => !judgement.letIn.has(id)) : []
  const remove = members.filter(({ stays }) => !stays).map(({ leaf }) => leaf)
  if (own?.stays !== true || add.length + remove.length === 0) return { work: null, waiting }
  // Through a locked door whoever let them in adds, and that may be oneself alone; likewise whom one sent away.
  const isOwn = (locked && add.length > 0) || members.some(({ id }) => judgement.sentAway.has(id))
  const before = isOwn ? [] : members.filter(({ leaf, stays }) => stays && leaf < own.leaf)
  const sendsAway = members.filter(({ id }) => judgement.sentAway.has(id)).map(({ leaf }) => leaf)
  return { work: { add, remove, sendsAway, rank: before.length }, waiting }
}

async function askerOf({ id: participantId, keyPackage }: GroupPerson, group: Group, refused: ReadonlySet<string>) {
  const sealed = keyPackage === null || refused.has(keyPackage) ? null : decoded(keyPackage)
  const candidate = sealed && (await group.openKeyPackage(sealed, participantId))
  return candidate && { ...candidate, participantId }
}

function onePerKey<T extends { id: string }>(all: T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
