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
  const here = new Map<Language, T>()
  const load = (language: Language): Promise<T> => {
    const texts = asked.get(language) ?? loaders[language]()
    asked.set(language, texts)
    void texts.then((loaded) => here.set(language, loaded))
    return texts
  }
  // A call goes on while another language is chosen: nothing in it waits for its words.
  loadAlong(load)
  return function useTextsOfPart() {
    const language = useLanguage()
    return here.get(language) ?? use(load(language))
  }
}
