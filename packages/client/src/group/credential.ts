import type { Credential } from 'ts-mls'

/**
 * The display name in a member's leaf: an MLS basic credential (RFC 9420 §5.3) of a version byte and UTF-8.
 *
 * Whether a name is valid decides whether a commit is, so all browsers must agree, whatever version of Unicode they
 * know. Hence fixed code points and lengths here; `cleanDisplayName` makes the name fit to be shown.
 */
const version = 1
const mostBytes = 512
const mostUnits = 256
// Control characters (the one category that Unicode has promised never to change), line and paragraph separators, and what turns the direction of text.
const forbidden = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

/**
 * With as much of the name as a leaf takes; the whole of it is said in the group.
 * @throws RangeError for a name that others would refuse.
 */
export function credentialOf(name: string): Credential {
  const short = beginning(name)
  if (!isName(short)) throw new RangeError('not a name that a group takes')
  return { credentialType: 'basic', identity: Uint8Array.from([version, ...new TextEncoder().encode(short)]) }
}

/** The first of what is read as characters, as far as they fit. */
function beginning(name: string): string {
  if (fits(name)) return name
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (!fits(short + segment)) break
    short += segment
  }
  return short.trim()
}

/** Null where it isn't a credential of ours or its name isn't valid. */
export function nameIn(credential: Credential): string | null {
  if (credential.credentialType !== 'basic' || credential.identity[0] !== version) return null
  if (credential.identity.length > mostBytes + 1) return null
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(credential.identity.subarray(1))
    return isName(name) ? name : null
  } catch {
    return null
  }
}

function isName(name: string): boolean {
  return name.trim() !== '' && fits(name) && !forbidden.test(name) && name.isWellFormed()
}

function fits(name: string): boolean {
  return name.length <= mostUnits && new TextEncoder().encode(name).length <= mostBytes
}
