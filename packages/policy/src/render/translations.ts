import type { Language } from '../text.ts'
import { english } from './words-en.ts'
import { norwegian } from './words-nb.ts'
import { swedish } from './words-sv.ts'
import type { Words } from './words.ts'

export const words: Record<Language, Words> = { en: english, nb: norwegian, sv: swedish }
