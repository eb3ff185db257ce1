import {
  consentScope,
  consentText,
  isTracking,
  languages,
  type ConsentScopes,
  type ConsentText,
  type Language,
  type Policy,
} from '@samtale/policy'

/** A question that the banner asks, with what a yes to it covers. */
export interface Question {
  readonly key: string
  readonly texts: Readonly<Record<Language, ConsentText>>
  readonly scope: string
  readonly validFor: string
  /** Purposes of the cookies that it lets in, which go when it is taken back. */
  readonly purposes: readonly string[]
  /** Whether “don't track me” of a browser is an answer to it. */
  readonly tracks: boolean
}

/** The questions of the banner; empty where nothing on a page needs consent, and then there is no banner. */
export interface Questions {
  readonly all: readonly Question[]
  /** Changes when any question becomes another one, and only then. */
  readonly edition: string
}

/**
 * The questions that a policy has the banner ask: those with something behind them in a browser.
 * @param scopes by what answers are recognised, of the version in force; a policy that is only looked at has none yet
 */
export async function bannerQuestions(policy: Policy, scopes: ConsentScopes = {}): Promise<Questions> {
  const keys = Object.entries(policy.consents ?? {})
    .filter(([key, { asked }]) => asked === 'banner' && hasUse(policy, key))
    .map(([key]) => key)
  const all = await Promise.all(keys.map((key) => questionOf(policy, key, scopes)))
  return { all, edition: all.map(({ scope }) => scope.slice(0, 6)).join('') }
}

function hasUse(policy: Policy, key: string): boolean {
  const stored = Object.values(policy.storage).some(({ consent }) => consent === key)
  const loaded = Object.values(policy.recipients).some(({ browser }) => browser?.consent === key)
  return stored || loaded
}

async function questionOf(policy: Policy, key: string, scopes: ConsentScopes): Promise<Question> {
  const texts = await Promise.all(
    languages.map(async (language) => [language, await consentText(policy, key, language)]),
  )
  const purposes = Object.values(policy.storage).flatMap(({ consent, purpose }) => (consent === key ? [purpose] : []))
  const uses = [
    ...purposes,
    ...Object.values(policy.processings).flatMap(({ basis, purpose }) =>
      basis.article === '6-1-a' && basis.consent === key ? [purpose] : [],
    ),
  ]
  return {
    key,
    texts: Object.fromEntries(texts) as Question['texts'],
    scope: scopes[key] ?? (await consentScope(policy, key)),
    validFor: policy.consents?.[key]?.validFor ?? 'PT0S',
    purposes: [...new Set(purposes)],
    tracks: uses.some((purpose) => isTracking(policy.purposes[purpose] ?? { fides: '' })),
  }
}
