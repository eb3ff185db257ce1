import type { Extension } from 'ts-mls'
import { fromBase64url, toBase64url } from '../sealing/base64url.ts'
import { verifySignature, type Identity } from './identity.ts'
import type { Member } from './members.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** In the range for private use (RFC 9420 §17.3). */
export const rulesExtensionType = 0xf0a1

/** Who may do what in the group, as part of what all members agree on. */
export interface Rules {
  /** Grows by one with each change, so that an old one can't be brought back. */
  version: number
  /** Ids of members, sorted. A host who leaves and comes back with the same key is one still. */
  hosts: string[]
  /** While it is, only hosts add. */
  locked: boolean
}

/** Signed by a host of the rules before it: a grant that anybody may bring into the group, and nobody change. */
export interface SignedRules {
  rules: Rules
  signer: string
  signature: string
}

const memberId = /^[A-Za-z0-9_-]{43}$/
const signatureText = /^([A-Za-z0-9_-]{86})?$/
const mostHosts = 64

/**
 * A new group's; nobody had to sign them.
 * @param before of the group in whose place it is made; where there was none, who makes it is its host.
 */
export function firstRules(creator: string, before: Omit<Rules, 'version'> | null): SignedRules {
  const { hosts, locked } = before ?? { hosts: [creator], locked: false }
  return { rules: { version: 0, hosts, locked }, signer: creator, signature: '' }
}

export function rulesExtension({ rules, signer, signature }: SignedRules): Extension {
  const data = JSON.stringify([rules.version, rules.hosts, rules.locked, signer, signature])
  return { extensionType: rulesExtensionType, extensionData: new TextEncoder().encode(data) }
}

/** Null where the group's extensions aren't the rules alone, well-formed and written in the one way there is. */
export function rulesIn(extensions: readonly Extension[]): SignedRules | null {
  const [only, ...others] = extensions
  if (only?.extensionType !== rulesExtensionType || others.length > 0) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(only.extensionData)
    const signed = readSigned(JSON.parse(text))
    if (signed === null) return null
    return new TextDecoder().decode(rulesExtension(signed).extensionData) === text ? signed : null
  } catch {
    return null
  }
}

function readSigned(data: unknown): SignedRules | null {
  if (!Array.isArray(data)) return null
  const [version, hosts, locked, signer, signature]: unknown[] = data
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0) return null
  if (typeof locked !== 'boolean' || !matches(signer, memberId) || !matches(signature, signatureText)) return null
  if (!Array.isArray(hosts) || hosts.length > mostHosts) return null
  const ids = hosts.filter((id) => matches(id, memberId))
  const sorted = ids.length === hosts.length && ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id)
  return sorted ? { rules: { version, hosts: ids, locked }, signer, signature } : null
}

function matches(text: unknown, form: RegExp): text is string {
  return typeof text === 'string' && form.test(text)
}

export async function signRules(rules: Rules, groupId: Uint8Array, identity: Identity): Promise<SignedRules> {
  const sorted = { ...rules, hosts: [...new Set(rules.hosts)].sort() }
  const signature = await identity.sign(signedBytes(sorted, groupId))
  return { rules: sorted, signer: toBase64url(identity.publicKey), signature: toBase64url(signature) }
}

export function verifyRules({ rules, signer, signature }: SignedRules, groupId: Uint8Array): Promise<boolean> {
  return verifySignature(fromBase64url(signer), signedBytes(rules, groupId), fromBase64url(signature))
}

/**
 * The hosts who are there. Where none is, whoever stands first in the tree is host until one comes back: all members
 * see the same.
 */
export function hostsNow({ hosts }: Rules, members: readonly Member[]): string[] {
  const present = members.filter(({ id }) => hosts.includes(id)).map(({ id }) => id)
  const first = members[0]
  return present.length > 0 || first === undefined ? present : [first.id]
}

function signedBytes({ version, hosts, locked }: Rules, groupId: Uint8Array): Bytes {
  return new TextEncoder().encode(JSON.stringify(['samtale rules v1', toBase64url(groupId), version, hosts, locked]))
}
