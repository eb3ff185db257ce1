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

function load(language: Language): Promise<DoorTexts> {
  const known = asked.get(language)
  if (known !== undefined) return known
  const texts = loaders[language]()
  asked.set(language, texts)
  // Marked as React marks what it has waited for, so that `use` gives it at once to who asks first after it came.
  void texts.then((value) => Object.assign(texts, { status: 'fulfilled', value }))
  return texts
}

// A call goes on while another language is chosen: nothing in it waits for its words.
loadAlong(load)

/** The texts of the door, of hosts and of reports, in the language shown; a page that needs them first waits once. */
export function useDoorTexts(): DoorTexts {
  // Always by `use`: a page that asked so once, and then not, is no longer one that React can go on with.
  return use(load(useLanguage()))
}
