import type { ClientState, Proposal } from 'ts-mls'
import { toBase64url } from '../sealing/base64url.ts'
import type { Member } from './members.ts'
import { hostsNow, verifyRules, type SignedRules } from './rules.ts'
import { staysUsable } from './tree-check.ts'

/** Why a commit that is authentic isn't accepted. */
export type CommitFault =
  'external' | 'kind' | 'no-link-secret' | 'lifetime' | 'locked' | 'identity-changed' | 'rules' | 'too-many' | 'unsound'

/** What a group looks like at one epoch, as far as the checks need it. */
export interface GroupFacts {
  members: readonly Member[]
  /** Null where they aren't well-formed. */
  rules: SignedRules | null
}

export interface JudgedCommit {
  groupId: Uint8Array
  pskId: Uint8Array
  /** The committer's leaf; undefined for an external commit. */
  sender: number | undefined
  proposals: readonly Proposal[]
  before: GroupFacts
  after: GroupFacts
  /** After it. */
  tree: ClientState['ratchetTree']
}

type Check = (commit: JudgedCommit) => CommitFault | null | Promise<CommitFault | null>

/** Total seconds that a key package may say it is valid. */
export const mostLifetime = 172_800n
const mostMembers = 256

/**
 * What makes a commit acceptable. Each follows from the commit and the group before it alone, never from a clock or
 * from what only some have seen: all members decide alike, or the group would fall apart.
 */
export const commitChecks = {
  /** Nobody joins by a commit of their own: an external commit takes no pre-shared key. */
  external: ({ sender, before }) => (before.members.some(({ leaf }) => leaf === sender) ? null : 'external'),

  /** Adds, removes, the link's secret and new rules; nothing else changes the group. */
  kind: ({ proposals }) => (proposals.every(({ proposalType }) => kinds.has(proposalType)) ? null : 'kind'),

  /** Who adds brings the link's secret into the next epoch; no other secret is ever brought. */
  linkSecret({ proposals, pskId }) {
    const adds = proposals.some(({ proposalType }) => proposalType === 'add')
    const psks = proposals.flatMap((proposal) => (proposal.proposalType === 'psk' ? [proposal.psk.preSharedKeyId] : []))
    const ours = psks.every((psk) => psk.psktype === 'external' && toBase64url(psk.pskId) === toBase64url(pskId))
    return ours && (psks.length === 1 || (psks.length === 0 && !adds)) ? null : 'no-link-secret'
  },

  lifetime({ proposals }) {
    const leaves = proposals.flatMap((one) => (one.proposalType === 'add' ? [one.add.keyPackage.leafNode] : []))
    const short = leaves.every(
      (leaf) =>
        leaf.leafNodeSource === 'key_package' &&
        leaf.lifetime.notAfter >= leaf.lifetime.notBefore &&
        leaf.lifetime.notAfter - leaf.lifetime.notBefore <= mostLifetime,
    )
    return short ? null : 'lifetime'
  },

  /** Through a locked door only a host lets in. */
  locked({ proposals, sender, before }) {
    if (!before.rules?.rules.locked || !proposals.some(({ proposalType }) => proposalType === 'add')) return null
    const id = before.members.find(({ leaf }) => leaf === sender)?.id
    return id !== undefined && hostsNow(before.rules.rules, before.members).includes(id) ? null : 'locked'
  },

  /** Who stays, stays who they were: neither a leaf's key nor its name changes. */
  identity({ proposals, before, after }) {
    const removed = new Set(proposals.flatMap((one) => (one.proposalType === 'remove' ? [one.remove.removed] : [])))
    const kept = before.members.filter(({ leaf }) => !removed.has(leaf))
    const same = kept.every(({ leaf, id, name }) =>
      after.members.some((now) => now.leaf === leaf && now.id === id && now.name === name),
    )
    return same ? null : 'identity-changed'
  },

  /** Rules change one version at a time, by the signature of somebody who was a host. */
  async rules({ groupId, before, after }) {
    if (before.rules === null || after.rules === null) return 'rules'
    if (JSON.stringify(before.rules) === JSON.stringify(after.rules)) return null
    const { rules, signer } = after.rules
    if (rules.version !== before.rules.rules.version + 1) return 'rules'
    if (!hostsNow(before.rules.rules, before.members).includes(signer)) return 'rules'
    // Who only stands in while no host is there makes nobody less than they were.
    const { hosts } = before.rules.rules
    if (!hosts.includes(signer) && !hosts.every((id) => rules.hosts.includes(id))) return 'rules'
    return (await verifyRules(after.rules, groupId)) ? null : 'rules'
  },

  /** Nobody comes in, or changes keys, in a way that makes every later commit invalid. */
  sound: ({ tree }) => (staysUsable(tree) ? null : 'unsound'),

  size: ({ after }) => (after.members.length <= mostMembers ? null : 'too-many'),
} as const satisfies Record<string, Check>

export type CommitChecks = Readonly<Record<keyof typeof commitChecks, Check>>

const kinds: ReadonlySet<Proposal['proposalType']> = new Set(['add', 'remove', 'psk', 'group_context_extensions'])

/** The first fault found, or null. */
export async function faultIn(commit: JudgedCommit, checks: CommitChecks): Promise<CommitFault | null> {
  for (const check of Object.values(checks)) {
    const fault = await check(commit)
    if (fault !== null) return fault
  }
  return null
}
