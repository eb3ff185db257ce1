import { partTexts } from '../../../texts/part-texts.ts'
import type { DoorTexts } from './en.ts'

/** The texts of the door, of hosts and of reports. */
export const useDoorTexts: () => DoorTexts = partTexts<DoorTexts>({
  en: async () => (await import('./en.ts')).en,
  nb: async () => (await import('./nb.ts')).nb,
  sv: async () => (await import('./sv.ts')).sv,
})
