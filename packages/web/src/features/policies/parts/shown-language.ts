import type { Language } from '@samtale/protocol'

/** The language in which a policy is shown: the page's, where the policy has it, else its own first; none, where it has none. */
export function shownLanguage(languages: readonly Language[], page: Language): Language | undefined {
  return languages.find((language) => language === page) ?? languages[0]
}
