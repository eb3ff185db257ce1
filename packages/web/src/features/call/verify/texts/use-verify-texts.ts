import { partTexts } from '../../../../texts/part-texts.ts'
import type { VerifyTexts } from './en.ts'

/** The texts of the safety number and of the encryption. */
export const useVerifyTexts: () => VerifyTexts = partTexts<VerifyTexts>({
  en: async () => (await import('./en.ts')).en,
  nb: async () => (await import('./nb.ts')).nb,
  sv: async () => (await import('./sv.ts')).sv,
})
