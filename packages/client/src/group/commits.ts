import {
  createCommit,
  encodeMlsMessage,
  makePskIndex,
  processPrivateMessage,
  type CiphersuiteImpl,
  type ClientState,
  type Extension,
  type PrivateMessage,
  type Proposal,
} from 'ts-mls'
import { bytesToBase64 } from 'ts-mls'
import type { CommitChecks, GroupFacts } from './commit-checks.ts'
import { faultIn, type CommitFault } from './commit-checks.ts'
import type { Candidate } from './key-package.ts'
import type { GroupLink } from './link.ts'
import { membersIn } from './members.ts'
import { rulesExtension, rulesIn, type SignedRules } from './rules.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What a commit changes. Nothing at all renews the committer's own keys (RFC 9420 §12.4). */
export interface GroupChange {
  add?: readonly Candidate[]
  /** Leaves. */
  remove?: readonly number[]
  /** Those of them whom one's person sent away, so that nobody's browser lets them in again unasked. */
  sendsAway?: readonly number[]
  rules?: SignedRules
}

export interface PreparedCommit {
  commit: Bytes
  /** For those it adds, one for all. */
  welcome: Bytes | null
  next: ClientState
}

export interface ProcessedCommit {
  next: ClientState
  sender: number
  sentAway: readonly number[]
}

export function factsOf(state: ClientState): GroupFacts {
  return { members: membersIn(state.ratchetTree), rules: rulesIn(state.groupContext.extensions) }
}

/** The pre-shared keys that a group of this link knows: one. */
export function pskIndexOf(link: GroupLink, state?: ClientState) {
  return makePskIndex(state, { [bytesToBase64(link.pskId)]: link.psk })
}

/**
 * @param forJoiners goes along in the welcome, encrypted.
 * @throws Error for a change that others would refuse.
 */
export async function prepareCommit(
  state: ClientState,
  change: GroupChange,
  link: GroupLink,
  suite: CiphersuiteImpl,
  checks: CommitChecks,
  forJoiners: Extension[],
): Promise<PreparedCommit> {
  const proposals = proposalsOf(change, link, suite)
  const pskIndex = pskIndexOf(link, state)
  const made = await createCommit(
    { state, cipherSuite: suite, pskIndex },
    {
      extraProposals: proposals,
      ratchetTreeExtension: true,
      groupInfoExtensions: forJoiners,
      authenticatedData: Uint8Array.from(change.sendsAway ?? []),
    },
  )
  const sender = state.privatePath.leafIndex
  const fault = await faultOf(state, made.newState, sender, proposals, link, checks)
  if (fault !== null) throw new Error(`others would refuse this commit: ${fault}`)
  const welcome =
    made.welcome && encodeMlsMessage({ version: 'mls10', wireformat: 'mls_welcome', welcome: made.welcome })
  return {
    commit: new Uint8Array(encodeMlsMessage(made.commit)),
    welcome: welcome ? new Uint8Array(welcome) : null,
    next: made.newState,
  }
}

function proposalsOf({ add = [], remove = [], rules }: GroupChange, link: GroupLink, suite: CiphersuiteImpl) {
  const proposals: Proposal[] = remove.map((removed) => ({ proposalType: 'remove', remove: { removed } }))
  for (const { keyPackage } of add) proposals.push({ proposalType: 'add', add: { keyPackage } })
  if (add.length > 0) {
    const preSharedKeyId = {
      psktype: 'external' as const,
      pskId: link.pskId,
      pskNonce: suite.rng.randomBytes(suite.kdf.size),
    }
    proposals.push({ proposalType: 'psk', psk: { preSharedKeyId } })
  }
  if (rules) {
    const extensions = [rulesExtension(rules)]
    proposals.push({ proposalType: 'group_context_extensions', groupContextExtensions: { extensions } })
  }
  return proposals
}

/** Verifies a commit and computes the state after it; which isn't in force before the caller takes it. */
export async function processCommit(
  state: ClientState,
  message: PrivateMessage,
  link: GroupLink,
  suite: CiphersuiteImpl,
  checks: CommitChecks,
): Promise<ProcessedCommit | CommitFault | 'invalid'> {
  let sender: number | undefined
  let proposals: Proposal[] = []
  let next: ClientState
  const ownLeaf = state.privatePath.leafIndex
  try {
    const result = await processPrivateMessage(state, message, pskIndexOf(link, state), suite, (incoming) => {
      if (incoming.kind !== 'commit') return 'reject'
      sender = incoming.senderLeafIndex
      proposals = incoming.proposals.map(({ proposal }) => proposal)
      return 'accept'
    })
    if (result.kind !== 'newState' || result.actionTaken === 'reject') return 'invalid'
    next = result.newState
  } catch {
    // Where somebody added got the leaf of who is removed, the library doesn't see that it removes us, and fails on
    // keys that aren't for us. Sender and proposals were verified before.
    const removesUs = proposals.some((one) => one.proposalType === 'remove' && one.remove.removed === ownLeaf)
    if (!removesUs || sender === undefined || !isMember(state, sender)) return 'invalid'
    // As far as a fault shows without the state after it: what others refuse doesn't remove us.
    const fault = await faultOf(state, state, sender, proposals, link, checks)
    return fault ?? { next: { ...state, groupActiveState: { kind: 'removedFromGroup' } }, sender, sentAway: [] }
  }
  const fault = await faultOf(state, next, sender, proposals, link, checks)
  if (fault !== null) return fault
  // Leaves as bytes: a group has no more than 256. They go along readable, and authenticated.
  return sender === undefined ? 'external' : { next, sender, sentAway: [...message.authenticatedData] }
}

function isMember(state: ClientState, leaf: number): boolean {
  return membersIn(state.ratchetTree).some((member) => member.leaf === leaf)
}

function faultOf(
  before: ClientState,
  after: ClientState,
  sender: number | undefined,
  proposals: Proposal[],
  link: GroupLink,
  checks: CommitChecks,
) {
  const { groupId } = before.groupContext
  const facts = { before: factsOf(before), after: factsOf(after) }
  return faultIn({ groupId, pskId: link.pskId, sender, proposals, ...facts, tree: after.ratchetTree }, checks)
}
