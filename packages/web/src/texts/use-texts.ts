import type { Language } from '@samtale/protocol'
import { useSyncExternalStore } from 'react'
import type { Texts } from './en.ts'
import { currentTexts, subscribeToLanguage } from './language.ts'

/** The texts of the language shown; the component renders again when another is chosen. */
export function useTexts(): Texts {
  return useSyncExternalStore(subscribeToLanguage, currentTexts).texts
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribeToLanguage, currentTexts).language
}
