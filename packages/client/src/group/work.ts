import type { GroupPerson } from '@samtale/protocol'
import { decoded } from '../sealing/base64url.ts'
import type { Group } from './group.ts'
import { memberHandle } from './handle.ts'
import type { Candidate } from './key-package.ts'

/** How long people who come and go close together are waited for, in milliseconds. */
export const batchMs = 50
/** After how many milliseconds of silence the next in order commits. */
export const silenceMs = 1_000

/** What there is to commit. */
export interface Work {
  add: (Candidate & { participantId: string })[]
  /** Leaves. */
  remove: number[]
  /** How many live members come before oneself. */
  rank: number
}

/**
 * Compares the group with who the server says is in the meeting.
 * @param refused key packages that turned out not to be valid.
 * @returns null where there is nothing to do, or one isn't in the meeting oneself.
 */
export async function workOf(
  group: Group,
  people: readonly GroupPerson[],
  refused: ReadonlySet<string>,
): Promise<Work | null> {
  const present = new Set(people.flatMap(({ handle }) => handle ?? []))
  const members = await Promise.all(
    group.members.map(async (member) => ({
      ...member,
      present: present.has(await memberHandle(group.position.groupId, member.id)),
    })),
  )
  const live = members.filter((member) => member.present).map(({ leaf }) => leaf)
  const rank = live.indexOf(group.ownLeaf)
  if (rank < 0) return null
  const ids = new Set(group.members.map(({ id }) => id))
  const candidates = await Promise.all(people.map((person) => candidateOf(person, group, refused)))
  // Who comes back with the key of a leaf that is still there is added once it is gone.
  const add = candidates.flatMap((candidate) => (candidate && !ids.has(candidate.id) ? [candidate] : []))
  const remove = members.filter((member) => !member.present).map(({ leaf }) => leaf)
  return add.length + remove.length > 0 ? { add: onePerKey(add), remove, rank } : null
}

async function candidateOf({ id: participantId, keyPackage }: GroupPerson, group: Group, refused: ReadonlySet<string>) {
  const sealed = keyPackage === null || refused.has(keyPackage) ? null : decoded(keyPackage)
  const candidate = sealed && (await group.openKeyPackage(sealed))
  return candidate && { ...candidate, participantId }
}

function onePerKey<T extends { id: string }>(all: T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
