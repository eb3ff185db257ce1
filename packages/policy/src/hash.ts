import type { Policy } from './policy.ts'

/**
 * What a policy tells people, without what they have no use for: columns that hold nothing personal. Two policies with
 * the same facts are the same version.
 */
export function policyFacts(policy: Policy): Policy {
  const tables = Object.entries(policy.columns).map(([table, columns]) => {
    const personal = Object.entries(columns).filter(([, binding]) => 'holds' in binding)
    return [table, Object.fromEntries(personal)] as const
  })
  return { ...policy, columns: Object.fromEntries(tables.filter(([, columns]) => Object.keys(columns).length > 0)) }
}

/** JSON with sorted keys and no spaces (RFC 8785), so that the order of writing doesn't matter. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** SHA-256 of a policy's facts in canonical form, as 64 hexadecimal digits. Uses Web Crypto, which Node has too. */
export function hashPolicy(policy: Policy): Promise<string> {
  return sha256(canonicalJson(policyFacts(policy)))
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
