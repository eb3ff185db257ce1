import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'
import { languages, type Text } from '../text.ts'
import { whyNotEndToEnd } from './claims/media.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** “End to end” in the languages of policies, and words that say that it is not so. */
const named = /\bend[- ]to[- ]end|\bende[- ]til[- ]ende|\bände[- ]till[- ]ände|\bfra ende\b|\bfrån ände\b/i
const denied = /\b(?:not|no|never|nothing|without|isn’t|isn't|ikke|ingen|aldri|uten|inte|inget|aldrig|utan)\b/i

/**
 * Texts that call calls end-to-end encrypted while a router decrypts them, in what most people read: what stands in
 * short, the scope, rights, lists, and claims of whatever kind.
 */
export function checkEndToEndWords(policy: Policy): Finding[] {
  const reason = whyNotEndToEnd(policy, {})
  if (reason === null) return []
  return [...texts(policy)].flatMap(({ path, text, people }) => {
    const isFalse =
      languages.some((language) => promises(text[language])) && whyNotEndToEnd(policy, { people }) !== null
    return isFalse ? [found('claim.e2e.false', path, `${path.join('.')} says end to end; ${reason}.`)] : []
  })
}

function promises(text: string): boolean {
  return text.split(/(?<=[.!?])\s+/).some((sentence) => named.test(sentence) && !denied.test(sentence))
}

function* texts(policy: Policy): Generator<{ path: Path; text: Text; people?: number | undefined }> {
  for (const section of ['inShort', 'rights', 'scope'] as const)
    for (const [index, text] of (policy[section] ?? []).entries()) yield { path: [section, index], text }
  for (const [key, { items }] of Object.entries(policy.lists ?? {}))
    for (const [index, text] of items.entries()) yield { path: ['lists', key, 'items', index], text }
  for (const [key, { kind, says, people }] of Object.entries(policy.claims ?? {}))
    if (kind !== 'end-to-end-encrypted') yield { path: ['claims', key, 'says'], text: says, people }
}
