import { consentScope } from '../consent-record/consent-text.ts'
import type { Policy } from '../policy.ts'
import type { PolicyDiff } from './change.ts'

/** By question, by what an answer to it is recognised: it changes when the question has become another one. */
export type ConsentScopes = Readonly<Record<string, string>>

/**
 * What answers to the questions of a policy are recognised by. One rule decides when a question has become another one:
 * the diff's, that a material change touches it. Whatever else changes, the answers that there are go on counting.
 * @param before the scopes of the policy before, and what its diff to this one is; null for the first
 */
export async function consentScopes(
  policy: Policy,
  before: { readonly scopes: ConsentScopes; readonly diff: Pick<PolicyDiff, 'consents'> } | null,
): Promise<ConsentScopes> {
  const kept = (key: string): string | undefined =>
    before === null || before.diff.consents.includes(key) || !Object.hasOwn(before.scopes, key)
      ? undefined
      : before.scopes[key]
  const scopes = Object.keys(policy.consents ?? {}).map(
    async (key) => [key, kept(key) ?? (await consentScope(policy, key))] as const,
  )
  return Object.fromEntries(await Promise.all(scopes))
}
