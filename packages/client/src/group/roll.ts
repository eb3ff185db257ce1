import type { GroupPerson } from '@samtale/protocol'
import type { Group } from './group.ts'
import { memberHandle } from './handle.ts'
import type { Member } from './members.ts'

/**
 * Who is who: a participant is an address at the server, a member is a key, and a handle says which belongs to which.
 * Names, words and media keys follow the member; a server that changes handles about changes addresses only.
 */
export type Roll = ReadonlyMap<string, Member>

/**
 * The others in the meeting who are in the group, by participant. Each member has one address: as which they say that they
 * are there, since anybody can claim a handle; else the newest.
 * @param addresses what members said, by their id
 */
export async function rollOf(
  group: Group,
  people: readonly GroupPerson[],
  addresses: ReadonlyMap<string, string>,
): Promise<Roll> {
  const others = group.members.filter(({ leaf }) => leaf !== group.ownLeaf)
  const { groupId } = group.position
  const byHandle = new Map(
    await Promise.all(others.map(async (member) => [await memberHandle(groupId, member.id), member] as const)),
  )
  const byMember = new Map<string, [participantId: string, member: Member]>()
  for (const { id, handle } of people) {
    const member = handle === null ? undefined : byHandle.get(handle)
    const known = member && byMember.get(member.id)?.[0]
    if (member && (known === undefined || known !== addresses.get(member.id))) byMember.set(member.id, [id, member])
  }
  return new Map(byMember.values())
}

/** The same, and who is awaited at the address they had before. */
export function withAwaited(roll: Roll, before: Roll, awaited: ReadonlySet<string>, group: Group): Roll {
  const there = new Set([...roll.values()].map(({ id }) => id))
  const missing = [...before].flatMap(([participantId, { id }]) => {
    const member = group.members.find((one) => one.id === id)
    return member && awaited.has(id) && !there.has(id) && !roll.has(participantId)
      ? [[participantId, member] as const]
      : []
  })
  return new Map([...missing, ...roll])
}
