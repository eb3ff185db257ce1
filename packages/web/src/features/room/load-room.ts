/**
 * The room, with the meeting client and all it needs, is a part of its own: the start page is small and comes first, and
 * fetches this one while nobody waits for it.
 */
export function loadRoom() {
  return import('./room-part.ts')
}
