import type { Policy } from '../../policy.ts'
import { languages } from '../../text.ts'

/**
 * `/.well-known/gpc.json` (Global Privacy Control, § 4): the signal is honoured, whatever a policy would like.
 * @param since since when the policy in effect says what it does
 */
export function renderGpc(since: Date): string {
  return `${JSON.stringify({ gpc: true, lastUpdate: since.toISOString().slice(0, 10) })}\n`
}

/** Days after which the file says to be read anew; RFC 9116 §2.5.5 asks for less than a year. */
const validDays = 180
const dayMs = 86_400_000

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a weakness. Null while nobody is named who would read it.
 * @param site the installation's own address, such as `https://meet.example.org`
 */
export function renderSecurityTxt(policy: Policy, { site, now }: { site: URL; now: Date }): string | null {
  if (policy.controller === null) return null
  const expires = new Date(Math.floor(now.getTime() / dayMs + validDays) * dayMs)
  const spoken = policy.edition?.languages ?? languages
  return [
    `Contact: mailto:${encodeURIComponent(policy.controller.privacyContact).replace('%40', '@')}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${spoken.join(', ')}`,
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
    '',
  ].join('\n')
}
