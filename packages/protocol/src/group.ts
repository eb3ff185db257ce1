import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { ParticipantId } from './parts.ts'

/**
 * Messages about the group's keys (rules G1–G10). What they carry is MLS, sealed; the server keeps its order and opens
 * none of it.
 */
const bytes32 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
/** MLS messages in base64url. */
const GroupBytes = z.string().check(z.maxLength(limits.groupMessage), z.regex(/^[A-Za-z0-9_-]+$/))
/** What a member is called to the server in one group: a hash of the group's id and their key. */
const MemberHandle = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))

/** Where somebody stands; who agrees on it holds the same keys. */
export const GroupPosition = z.object({
  groupId: bytes32,
  epoch: z.int().check(z.minimum(0)),
  authenticator: bytes32,
})
export type GroupPosition = z.infer<typeof GroupPosition>

/** Somebody in the meeting, as far as the group goes. */
export const GroupPerson = z.object({
  id: ParticipantId,
  /** Set for who is in the group. */
  handle: z.nullable(MemberHandle),
  /** Set for who asks to be added. */
  keyPackage: z.nullable(GroupBytes),
})
export type GroupPerson = z.infer<typeof GroupPerson>

export const GroupRequest = z.discriminatedUnion('type', [
  /** One wants to be in the group, the first time or again: answered by `group.make` or `group.door`. */
  z.object({ type: z.literal('group.wish') }),
  /** To be added; the key package is sealed to this door. Where the group has another by now, it is a wish. */
  z.object({ type: z.literal('group.ask'), keyPackage: GroupBytes, door: bytes32 }),
  /** The group that one was told to make. */
  z.object({ type: z.literal('group.made'), position: GroupPosition, handle: MemberHandle, door: bytes32 }),
  z.object({
    type: z.literal('group.commit'),
    groupId: bytes32,
    /** The epoch that it ends. */
    epoch: z.int().check(z.minimum(0)),
    commit: GroupBytes,
    welcome: z.nullable(GroupBytes),
    added: z.array(z.object({ id: ParticipantId, handle: MemberHandle })),
  }),
  /** After each commit: where one stands now, or still, as one refused it. */
  z.object({ type: z.literal('group.at'), position: GroupPosition, refused: z.boolean() }),
  /** On a new stay, by who was in the group before: after a restart of the server. */
  z.object({ type: z.literal('group.present'), position: GroupPosition, handle: MemberHandle, door: bytes32 }),
])
export type GroupRequest = z.infer<typeof GroupRequest>

export const GroupEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('group.make') }),
  /** There is a group; the public key to which key packages are sealed. */
  z.object({ type: z.literal('group.door'), door: bytes32 }),
  z.object({ type: z.literal('group.people'), people: z.array(GroupPerson) }),
  z.object({ type: z.literal('group.committed'), commit: GroupBytes }),
  z.object({ type: z.literal('group.welcome'), welcome: GroupBytes }),
  /** One stands apart from the others, and has to ask anew. */
  z.object({ type: z.literal('group.lost') }),
])
export type GroupEvent = z.infer<typeof GroupEvent>
