import type { Language } from '@samtale/protocol'
import { use } from 'react'
import { loadAlong } from './language.ts'
import { useLanguage } from './use-texts.ts'

/**
 * Texts of a part of the app that is loaded later. The answer is a hook that gives them in the language shown; a page that
 * needs them first waits once.
 */
export function partTexts<T>(loaders: Record<Language, () => Promise<T>>): () => T {
  const asked = new Map<Language, Promise<T>>()
  const load = (language: Language): Promise<T> => {
    const known = asked.get(language)
    if (known !== undefined) return known
    const texts = loaders[language]()
    asked.set(language, texts)
    // As React marks a promise that it has waited for: what is here is given at once. `use` is called each time, since a
    // page that waited for it is rendered again with the same hooks.
    void texts.then((value) => Object.assign(texts, { status: 'fulfilled', value }))
    return texts
  }
  // A call goes on while another language is chosen: nothing in it waits for its words.
  loadAlong(load)
  return function useTextsOfPart() {
    return use(load(useLanguage()))
  }
}
