import { canonicalJson, sha256 } from '../hash.ts'
import type { Policy } from '../policy.ts'
import type { Language } from '../text.ts'

/** What somebody was asked, as they saw it, and by what it can be recognised later. */
export interface ConsentText {
  readonly key: string
  readonly language: Language
  readonly title: string
  readonly text: string
  /** SHA-256 of title, line feed, text in UTF-8: the text itself can be checked against it without this software. */
  readonly hash: string
}

/** The text that a question has in a language. Null for a question that the policy doesn't have. */
export async function consentText(policy: Policy, key: string, language: Language): Promise<ConsentText | null> {
  const consents = policy.consents ?? {}
  const asked = Object.hasOwn(consents, key) ? consents[key] : undefined
  if (asked === undefined) return null
  const [title, text] = [asked.title[language], asked.text[language]]
  return { key, language, title, text, hash: await sha256(`${title}\n${text}`) }
}

/**
 * What a yes covers, as a hash: what is asked, in every language, and everything that is done on the ground of it. Where
 * it changes, the question has become another one and is asked again; where anything else changes, it isn't.
 */
export async function consentScope(policy: Policy, key: string): Promise<string> {
  const processings = Object.entries(policy.processings).flatMap(
    ([name, { basis, purpose, categories, recipients, retention }]) =>
      basis.article === '6-1-a' && basis.consent === key
        ? [
            {
              name,
              use: policy.purposes[purpose]?.fides,
              categories,
              recipients,
              keep: retention.keep,
              cap: retention.cap,
            },
          ]
        : [],
  )
  const storage = Object.entries(policy.storage)
    .filter(([, entry]) => entry.consent === key)
    .map(([name, { store, lifetime, party = null }]) => ({ name, store, lifetime, party }))
  const browsers = Object.entries(policy.recipients)
    .filter(([, { browser }]) => browser?.consent === key)
    .map(([name, { country = null, browser }]) => ({ name, country, hosts: browser?.hosts }))
  const text = policy.consents?.[key]?.text ?? null
  return sha256(canonicalJson({ text, processings, storage, browsers }))
}
