import type { Role, Slot, StoppableSlot } from '@samtale/protocol'

/**
 * All that the server holds about somebody in a call, while the call lasts; `known-of.ts` reads it off the living
 * objects, `personal-data.ts` declares each field. Their compiler holds the three to each other.
 */
export interface KnownOfParticipant {
  networkAddress: string
  roomName: string
  linkTag: string | null
  participantId: string
  joinedAt: Date
  lastSeenAt: Date
  /** What they are called to the server in the group; null for who isn't in it. */
  groupHandle: string | null
  /** What they asked last to be added with, as it is on the wire. */
  groupKeyPackage: string | null
  /** Where they said that they stand, with a check value of the keys. */
  groupPosition: { groupId: string; epoch: number; authenticator: string } | null
  resumeTokenHash: string
  path: 'direct' | 'router' | 'interrupted'
  peopleInRoom: number
  publications: { slot: Slot; paused: boolean }[]
  transports: { direction: 'send' | 'receive'; connected: boolean }[]
  /** How many events are kept for coming back after a break. */
  eventsKept: number
  messagesReceived: number
  bytesReceived: number
  away: boolean
  role: Role
  /** What the room's record says of them. */
  claimed: 'host' | 'member' | 'guest'
  /** Of somebody signed in: their number in this room. Of a guest: their page's. */
  personKey: string | null
  admissionHash: string
  stopped: StoppableSlot[]
}
