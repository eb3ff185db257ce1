import { canonicalRoomName } from '@samtale/protocol'

/** Every page of the web app. `/privacy` and its like are pages of the server: plain links lead there. */
export type Route =
  | { page: 'start' }
  /** `path` is the room's one address: another spelling of the name is replaced by it. */
  | { page: 'room'; room: string; path: string }
  | { page: 'policies'; view: PoliciesView }
  | { page: 'not-a-room' }

/** The list of policies, one of them, or the page on which people check their own. */
export type PoliciesView = { name: 'list' } | { name: 'one'; key: string } | { name: 'check' }

/** Which page a path shows. @param path as in `location.pathname`, percent-encoded. */
export function routeFor(path: string): Route {
  const segments = path.split('/').filter((segment) => segment !== '')
  const [first] = segments
  if (first === undefined) return { page: 'start' }
  if (first === 'policies') return policiesRoute(segments.slice(1))
  if (segments.length > 1) return { page: 'not-a-room' }
  const room = canonicalRoomName(decoded(first))
  return room.ok ? { page: 'room', room: room.name, path: roomPath(room.name) } : { page: 'not-a-room' }
}

function policiesRoute([key, more]: readonly string[]): Route {
  if (more !== undefined) return { page: 'not-a-room' }
  if (key === undefined) return { page: 'policies', view: { name: 'list' } }
  return { page: 'policies', view: key === 'check' ? { name: 'check' } : { name: 'one', key: decoded(key) } }
}

/** The address of the policies' list, or of one of them. */
export function policyPath(key?: string): string {
  return key === undefined ? '/policies' : `/policies/${encodeURIComponent(key)}`
}

export const checkPath = '/policies/check'

/** The address of a room, without its secret. */
export function roomPath(room: string): string {
  return `/${encodeURIComponent(room)}`
}

/**
 * Where one signs in to come back to a room. The link's secret stays in the fragment, which the page there hands on
 * without the server seeing it. @param hash as in `location.hash`
 */
export function signInPath(room: string, hash: string): string {
  return `/sign-in?next=${encodeURIComponent(roomPath(room))}${hash}`
}

/** A room's whole link. The secret stands in the fragment, which browsers do not send (RFC 9110 §7.1). */
export function roomLink(origin: string, room: string, secret: string | null): string {
  return `${origin}${roomPath(room)}${secret === null ? '' : `#${secret}`}`
}

/** The secret of a link, or null. @param hash as in `location.hash`. */
export function secretIn(hash: string): string | null {
  const secret = decoded(hash.replace(/^#/, ''))
  return secret === '' ? null : secret
}

/** Text that is not valid percent-encoding stays as it is; what becomes of it is decided by its reader. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
