/**
 * Every error that crosses the wire. `docs/errors.md` is compared with this table by a test.
 * `means` is for people who read logs or write clients; the web app has its own sentences in each language.
 * `close`: the WebSocket close code (RFC 6455 §7.4.2, private range) where the error ends the connection.
 */
export const wireErrors = {
  'message.malformed': { means: 'The message is not JSON, or its fields are not what its type asks for.' },
  'message.unknown': { means: 'No message has this type.' },
  'message.binary': { means: 'Binary messages are not part of this protocol.' },
  'message.too-large': { means: 'The message is larger than the limit.', close: 1009 },
  'rate.exceeded': { means: 'Too many messages in too short a time.', close: 4429 },
  'protocol.version': { means: 'The client speaks a version that this server does not. Reloading the page helps.' },
  'join.required': { means: 'Join first: nothing else is answered before.' },
  'join.already': { means: 'This connection has joined already.' },
  'join.timeout': { means: 'The connection was opened and nobody joined.', close: 4408 },
  'room.name-invalid': { means: 'The room name has characters that names do not have, or is empty or too long.' },
  'room.name-reserved': { means: 'The name is the address of a page of this server.' },
  'room.full': { means: 'As many people as this server allows are in the room.' },
  'room.full-small': { means: 'The room is a small one, and as many people as it holds are in it.' },
  'room.locked': { means: 'The door is locked: knock.' },
  'room.open': { means: 'The door is not locked: join without knocking.' },
  'room.members-only': { means: 'Only members of the room come in. Sign in as one.' },
  'room.gone': { means: 'The room was deleted.', close: 4410 },
  'room.ended': { means: 'The room’s time is over.', close: 4410 },
  'room.suspended': { means: 'The operator has suspended the room.', close: 4410 },
  'room.link-needed': { means: 'The room has a link of its own; its bare name does not open it.' },
  'room.link-old': { means: 'The room has a new link, and this one is no longer valid.' },
  'room.claim-invalid': { means: 'The claim is not of this server, not for this room, or too old. Ask for a new one.' },
  'knock.unknown': { means: 'Nobody waits at the door under this id, or not any more.' },
  'knocks.too-many': { means: 'Too many wait at the door, or knocks came too fast from this network address.' },
  'host.required': { means: 'Only a host may do this.' },
  'host.refused': { means: 'A host may not do this to that participant.' },
  'host.removed': { means: 'A host removed this participant from the meeting.', close: 4403 },
  'host.blocked': { means: 'A host has blocked this person for the rest of the meeting.', close: 4403 },
  'meeting.ended': { means: 'A host ended the meeting.', close: 4410 },
  'media.stopped': { means: 'A host stopped this: the person takes it up again first.' },
  'room.router-pending': {
    means: 'The media router is needed, for the fifth or to hide addresses, and is still being made ready.',
  },
  'room.router-unavailable': {
    means: 'The media router is needed, for the fifth or to hide addresses, and this server has none.',
  },
  'rooms.too-many': { means: 'Too many rooms were opened from this network address.' },
  'connections.too-many': { means: 'Too many connections are open from this network address.' },
  'resume.unknown': { means: 'The place to come back to is gone: join again.' },
  'resume.elsewhere': { means: 'The same participant came back on another connection.', close: 4409 },
  'group.stale': { means: 'The group has gone on, or this participant is not in it: follow it, or ask anew.' },
  'participant.unknown': { means: 'No such participant is in the room.' },
  'mode.direct': { means: 'The room talks directly at present; the router takes no media for it.' },
  'transport.unknown': { means: 'No such transport belongs to this participant.' },
  'publication.unknown': { means: 'No such publication is in the room, or it is not yours to change.' },
  'publication.too-many': { means: 'A participant publishes at most four tracks.' },
  'media.refused': { means: 'The router refused the media parameters.' },
  'server.draining': { means: 'The server is stopping.', close: 1012 },
  'server.internal': { means: 'The server made a mistake; it is in its log under the number given.', close: 1011 },
} as const satisfies Record<string, { means: string; close?: number }>

export type ErrorCode = keyof typeof wireErrors

/** What a refused request carries. `retryAfterSeconds` is set where waiting helps. */
export interface WireError {
  code: ErrorCode
  retryAfterSeconds?: number | undefined
}

/** The close code that belongs to an error, 4400 where the catalogue names none. */
export function closeCodeFor(code: ErrorCode): number {
  const entry: { means: string; close?: number } = wireErrors[code]
  return entry.close ?? 4400
}

/** A refusal on its way to the wire; thrown by rules, turned into an answer at the border. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, options: { retryAfterSeconds?: number } = {}) {
    super(wireErrors[code].means)
    this.name = 'Refusal'
    this.code = code
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
