import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { ParticipantId } from './parts.ts'

/**
 * Parts of the messages about the group (rules G1–G10). What they carry is MLS (RFC 9420), sealed; the server keeps its
 * order and opens none of it.
 */
const base64url = (maxCharacters: number) => z.string().check(z.maxLength(maxCharacters), z.regex(/^[A-Za-z0-9_-]+$/))

/** A group's id, an epoch's authenticator, the public key of a door. */
export const Bytes32 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
/** A commit or a welcome. */
export const GroupChange = base64url(limits.groupChange)
/** Something that a member says to the group, encrypted to it. */
export const GroupBytes = base64url(limits.groupMessage)
/** Who wants in, sealed to the group's door. */
export const SealedKeyPackage = base64url(limits.sealedKeyPackage)
/** What a member is called to the server in one group: a hash of the group's id and their key. */
export const MemberHandle = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
export const Epoch = z.int().check(z.minimum(0))

/** Where somebody stands; who agrees on it holds the same keys. */
export const GroupPosition = z.object({ groupId: Bytes32, epoch: Epoch, authenticator: Bytes32 })
export type GroupPosition = z.infer<typeof GroupPosition>

/** Somebody in the meeting, as far as the group goes. */
export const GroupPerson = z.object({
  id: ParticipantId,
  /** Set for who is in the group. */
  handle: z.nullable(MemberHandle),
  /** Set for who asks to be added. */
  keyPackage: z.nullable(SealedKeyPackage),
})
export type GroupPerson = z.infer<typeof GroupPerson>
