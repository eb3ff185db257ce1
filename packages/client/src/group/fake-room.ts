import { createGroup, prepareJoining } from './entering.ts'
import type { CommitOutcome, Group, GroupOptions } from './group.ts'
import type { GroupChange } from './commits.ts'
import { createIdentity } from './fake-identity.ts'
import type { Identity } from './identity.ts'
import { readCandidate } from './key-package.ts'
import { deriveGroupLink } from './link.ts'

/** For tests: people in one room, with a server that passes every commit to everybody, in order. */
export interface FakeRoom {
  readonly groups: Map<string, Group>
  /** The first makes the group, the others are added by the one named, or the first. */
  enter(name: string, options?: { by?: string; identity?: Identity; secret?: string | null }): Promise<Group | null>
  /** Commits and delivers, to the committer last. What each made of it, by name. */
  commit(by: string, change: GroupChange): Promise<Map<string, CommitOutcome>>
  remove(name: string, by: string): Promise<void>
  of(name: string): Group
}

export function createFakeRoom(room: string, secret: string | null, base: Partial<GroupOptions> = {}): FakeRoom {
  const groups = new Map<string, Group>()
  const of = (name: string) => {
    const group = groups.get(name)
    if (!group) throw new Error(`${name} is not there`)
    return group
  }
  const options = async (name: string, identity?: Identity, own = secret): Promise<GroupOptions> => ({
    link: await deriveGroupLink(room, own),
    identity: identity ?? (await createIdentity()),
    name,
    ...base,
  })
  const deliver = async (commit: Uint8Array<ArrayBuffer>, by: string) => {
    const outcomes = new Map<string, CommitOutcome>()
    for (const [name, group] of groups) if (name !== by) outcomes.set(name, await group.receive(commit))
    outcomes.set(by, await of(by).receive(commit))
    return outcomes
  }
  return {
    groups,
    of,
    async enter(name, { by = [...groups.keys()][0] ?? '', identity, secret: own = secret } = {}) {
      const settings = await options(name, identity, own)
      if (groups.size === 0) {
        groups.set(name, await createGroup(settings))
        return of(name)
      }
      const joining = await prepareJoining(settings)
      const candidate = readCandidate(joining.keyPackage)
      if (!candidate) throw new Error('no key package')
      const { commit, welcome } = await of(by).stage({ add: [candidate] })
      await deliver(commit, by)
      const group = welcome && (await joining.join(welcome))
      if (group) groups.set(name, group)
      return group
    },
    async commit(by, change) {
      const { commit } = await of(by).stage(change)
      return deliver(commit, by)
    },
    async remove(name, by) {
      const { commit } = await of(by).stage({ remove: [of(name).ownLeaf] })
      await deliver(commit, by)
    },
  }
}

/** Whether all of them hold the same keys and see the same people, names, rules and safety number. */
export async function agree(groups: Iterable<Group>): Promise<boolean> {
  const keys = new Map<number, string>()
  const seen = new Set<string>()
  for (const group of groups) {
    const { digits } = await group.safetyNumber()
    seen.add(JSON.stringify([group.position, group.members, group.rules, digits]))
    for (const { leaf, baseKey } of (await group.receiveKeys()).senders) {
      const key = baseKey.join()
      if ((keys.get(leaf) ?? key) !== key) return false
      keys.set(leaf, key)
    }
  }
  return seen.size <= 1
}
