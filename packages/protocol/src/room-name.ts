import { limits } from './limits.ts'

/** First path segments that are pages or files of the server, so no room can have them. */
export const reservedNames = [
  'acceptable-use',
  'account',
  'admin',
  'api',
  'appeal',
  'assets',
  'consent',
  'contact',
  'device',
  'devices',
  'doctor',
  'embed',
  'erasure-certificate',
  'favicon',
  'first-run',
  'healthz',
  'help',
  'icons',
  'index',
  'invitations',
  'join',
  'legal',
  'login',
  'manifest',
  'metrics',
  'new',
  'newsletter',
  'organisations',
  'outbox',
  'policies',
  'policy',
  'privacy',
  'processing-agreement',
  'pupil',
  'readyz',
  'rights',
  'robot',
  'robots',
  'room-invitations',
  'rooms',
  'samtale',
  'screen',
  'service-level',
  'settings',
  'setup',
  'sign-in',
  'sign-out',
  'sign-up',
  'static',
  'status',
  'support',
  'terms',
  'waiting-list',
  'well-known',
  'ws',
] as const

export type RoomNameProblem = 'room.name-invalid' | 'room.name-reserved'
export type RoomNameResult = { ok: true; name: string } | { ok: false; problem: RoomNameProblem }

// Letters of any script with their marks, digits, single hyphens inside.
const shape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*$/u

/**
 * The one spelling of a room's name: NFKC (Unicode Annex 15), lower case, spaces and underscores as hyphens.
 * `Our  Kitchen Table` and `our-kitchen-table` are the same room. Slashes, dots and the like are refused.
 */
export function canonicalRoomName(input: string): RoomNameResult {
  if (input.length > limits.roomNameCharacters * 4) return { ok: false, problem: 'room.name-invalid' }
  const name = input
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s_-]+/gu, '-')
    .replace(/^-|-$/gu, '')
  if (name.length > limits.roomNameCharacters || !shape.test(name)) return { ok: false, problem: 'room.name-invalid' }
  if ((reservedNames as readonly string[]).includes(name)) return { ok: false, problem: 'room.name-reserved' }
  return { ok: true, name }
}
