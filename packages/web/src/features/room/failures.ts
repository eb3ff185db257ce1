import type { FailureCode } from '@samtale/client'
import type { Texts } from '../../texts/en.ts'

/** What a person is told, by what happened. Several codes may mean the same to them. */
type FailureKind = keyof Texts['failures']

/** What helps: the same again, a fresh page, or another room. */
export type Remedy = 'again' | 'reload' | 'start'

/** A code without a line here does not compile. */
export const failureKinds: Record<FailureCode, FailureKind> = {
  'room.full': 'full',
  'room.name-invalid': 'nameInvalid',
  'room.name-reserved': 'nameReserved',
  'room.router-pending': 'routerUnavailable',
  'room.router-unavailable': 'routerUnavailable',
  'room.full-small': 'smallFull',
  'room.members-only': 'membersOnly',
  'room.link-needed': 'linkNeeded',
  'room.link-old': 'linkOld',
  'room.gone': 'roomGone',
  'room.ended': 'roomEnded',
  'room.suspended': 'roomSuspended',
  'rooms.too-many': 'roomsTooMany',
  'connections.too-many': 'connectionsTooMany',
  'protocol.version': 'version',
  'server.unreachable': 'unreachable',
  'server.draining': 'draining',
  'rate.exceeded': 'rate',
  'resume.elsewhere': 'elsewhere',
  'resume.unknown': 'gone',
  'join.timeout': 'gone',
  'message.malformed': 'internal',
  'message.unknown': 'internal',
  'message.binary': 'internal',
  'message.too-large': 'internal',
  'join.required': 'internal',
  'join.already': 'internal',
  'participant.unknown': 'internal',
  'mode.direct': 'internal',
  'transport.unknown': 'internal',
  'publication.unknown': 'internal',
  'publication.too-many': 'internal',
  'media.refused': 'internal',
  'server.internal': 'internal',
}

export const remedies: Record<FailureKind, Remedy> = {
  full: 'again',
  nameInvalid: 'start',
  nameReserved: 'start',
  routerUnavailable: 'again',
  smallFull: 'again',
  membersOnly: 'again',
  linkNeeded: 'start',
  linkOld: 'start',
  roomGone: 'start',
  roomEnded: 'start',
  roomSuspended: 'start',
  roomsTooMany: 'again',
  connectionsTooMany: 'again',
  version: 'reload',
  unreachable: 'again',
  draining: 'again',
  rate: 'again',
  elsewhere: 'again',
  gone: 'again',
  internal: 'again',
}
