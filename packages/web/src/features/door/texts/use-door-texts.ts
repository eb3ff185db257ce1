import type { Language } from '@samtale/protocol'
import { use } from 'react'
import { loadAlong } from '../../../texts/language.ts'
import { useLanguage } from '../../../texts/use-texts.ts'
import type { DoorTexts } from './en.ts'

const loaders: Record<Language, () => Promise<DoorTexts>> = {
  en: async () => (await import('./en.ts')).en,
  nb: async () => (await import('./nb.ts')).nb,
  sv: async () => (await import('./sv.ts')).sv,
}
const asked = new Map<Language, Promise<DoorTexts>>()
const here = new Map<Language, DoorTexts>()

function load(language: Language): Promise<DoorTexts> {
  const texts = asked.get(language) ?? loaders[language]()
  asked.set(language, texts)
  void texts.then((loaded) => here.set(language, loaded))
  return texts
}

// A call goes on while another language is chosen: nothing in it waits for its words.
loadAlong(load)

/** The texts of the door, of hosts and of reports, in the language shown; a page that needs them first waits once. */
export function useDoorTexts(): DoorTexts {
  const language = useLanguage()
  const texts = here.get(language)
  return texts ?? use(load(language))
}
