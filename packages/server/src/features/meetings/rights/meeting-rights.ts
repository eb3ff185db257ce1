/**
 * Who may do what to whom in a meeting (rules H1–H7). The one place that decides: everything a host does is asked here,
 * with what the server knows, never with what a client says of itself.
 */

/**
 * What somebody is in the meeting. `claim`: a host by the room's record. `eldest`: who has been longest in a room that
 * nobody owns. `promoted`: made a host by one. Each of these is a host on the wire.
 */
export type Standing = 'claim' | 'eldest' | 'promoted' | 'guest'

/** What is done to the meeting or its door. */
export const roomActs = ['lock', 'unlock', 'answer-knock', 'end', 'enlarge'] as const
export type RoomAct = (typeof roomActs)[number]

/** What is done to a participant. */
export const personActs = ['promote', 'mute', 'ask-unmute', 'camera-off', 'remove', 'block'] as const
export type PersonAct = (typeof personActs)[number]

export type Ruling = 'allowed' | 'host.required' | 'host.refused'

export function isHost(standing: Standing): boolean {
  return standing !== 'guest'
}

/** Only a host by claim speaks for the room's owner: nobody else changes what outlives the meeting. */
export function mayActOnRoom(standing: Standing, act: RoomAct): Ruling {
  if (!isHost(standing)) return 'host.required'
  return act === 'enlarge' && standing !== 'claim' ? 'host.refused' : 'allowed'
}

/** @param target whose standing is asked; `self` where somebody acts on themselves. */
export function mayActOnPerson(standing: Standing, act: PersonAct, target: Standing | 'self'): Ruling {
  if (!isHost(standing)) return 'host.required'
  if (target === 'self') return 'host.refused'
  switch (act) {
    case 'mute':
    case 'ask-unmute':
    case 'camera-off':
      return 'allowed'
    case 'promote':
      return target === 'guest' ? 'allowed' : 'host.refused'
    case 'remove':
    case 'block':
      return mayThrowOut(standing, target) ? 'allowed' : 'host.refused'
  }
}

function mayThrowOut(standing: Standing, target: Standing): boolean {
  if (target === 'guest') return true
  return target === 'promoted' && standing !== 'promoted'
}
