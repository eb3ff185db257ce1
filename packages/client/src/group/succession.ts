import { fromBase64url } from '../sealing/base64url.ts'
import type { Group } from './group.ts'
import { verifyRules, type Rules } from './rules.ts'

/** The group that one fell out of: what the next one is held against. */
export interface Predecessor {
  groupId: string
  rules: Rules
  /** Ids of those who were in it. */
  members: ReadonlySet<string>
}

export function predecessorOf(group: Group): Predecessor {
  const { groupId } = group.position
  return { groupId, rules: group.rules, members: new Set(group.members.map(({ id }) => id)) }
}

/**
 * Whether a group may stand in another's place. A locked one is followed by one that its hosts signed for, or by one that is
 * locked too and whose hosts were all members: else a server would have it end, and a friend of its own make the next.
 */
export async function maySucceed(before: Predecessor | null, group: Group): Promise<boolean> {
  if (!before?.rules.locked) return true
  const { groupId } = group.position
  const { signed } = group
  const { rules, signer } = signed
  // Of the same group, one of the rules before the lock may be brought back; another group's were signed for it alone.
  const isNew = groupId !== before.groupId || rules.version >= before.rules.version
  const byHost = isNew && before.rules.hosts.includes(signer) && (await verifyRules(signed, fromBase64url(groupId)))
  const hosts = [...rules.hosts, ...group.hosts]
  return byHost || (rules.locked && hosts.every((id) => before.rules.hosts.includes(id) || before.members.has(id)))
}
