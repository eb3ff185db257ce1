import type { Language } from '@samtale/protocol'
import { use } from 'react'
import { useLanguage } from '../../../texts/use-texts.ts'
import type { PoliciesTexts } from './en.ts'

const loaders: Record<Language, () => Promise<PoliciesTexts>> = {
  en: async () => (await import('./en.ts')).en,
  nb: async () => (await import('./nb.ts')).nb,
  sv: async () => (await import('./sv.ts')).sv,
}
const loaded = new Map<Language, Promise<PoliciesTexts>>()

/** The texts of the pages about policies, in the language shown; the page waits while they are fetched, once each. */
export function usePoliciesTexts(): PoliciesTexts {
  const language = useLanguage()
  const texts = loaded.get(language) ?? loaders[language]()
  loaded.set(language, texts)
  return use(texts)
}
