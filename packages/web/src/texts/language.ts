import type { Language } from '@samtale/protocol'
import { forget, recall, remember } from '../browser/storage.ts'
import type { Texts } from './en.ts'

const loaders: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('./en.ts')).en,
  nb: async () => (await import('./nb.ts')).nb,
  sv: async () => (await import('./sv.ts')).sv,
}

/** The protocol's own list would bring its schemas into the start page. */
export const offeredLanguages = ['en', 'nb', 'sv'] as const satisfies readonly Language[]

/** What each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'English', nb: 'Norsk bokmål', sv: 'Svenska' }

/** The person's choice if they made one, else the first of the browser's languages that there are texts for, else English. */
export function languageFor(chosen: string | null, browserLanguages: readonly string[]): Language {
  const own = offeredLanguages.find((language) => language === chosen)
  if (own !== undefined) return own
  for (const tag of browserLanguages) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'no' || language === 'nb' || language === 'nn') return 'nb'
    if (language === 'sv' || language === 'en') return language
  }
  return 'en'
}

interface Loaded {
  language: Language
  texts: Texts
}

let loaded: Loaded | null = null
const listeners = new Set<() => void>()

const along: ((language: Language) => Promise<unknown>)[] = []

/** Texts of a part that was loaded later: from now on fetched with every language before it is shown. */
export function loadAlong(load: (language: Language) => Promise<unknown>): void {
  along.push(load)
}

/** Loads a language's texts and shows them. */
export async function showLanguage(language: Language): Promise<void> {
  const [texts] = await Promise.all([loaders[language](), ...along.map((load) => load(language))])
  loaded = { language, texts }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/**
 * Shows the language that `languageFor` finds; before the first render. What whoever is signed in chose for their account,
 * which the server writes into the page, comes before what was kept here.
 */
export function showFirstLanguage(): Promise<void> {
  const chosen = document.documentElement.dataset['accountLanguage'] ?? recall('samtale.language')
  return showLanguage(languageFor(chosen, navigator.languages))
}

/** The person's own choice: kept, so that the next visit has it too. */
export function chooseLanguage(language: Language): Promise<void> {
  if (language === languageFor(null, navigator.languages)) forget('samtale.language')
  else remember('samtale.language', language)
  return showLanguage(language)
}

export function subscribeToLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** @throws Error before the first language is loaded. */
export function currentTexts(): Loaded {
  if (loaded === null) throw new Error('No texts are loaded yet')
  return loaded
}
