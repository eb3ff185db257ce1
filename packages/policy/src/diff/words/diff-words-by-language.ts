import type { Language } from '../../text.ts'
import type { DiffWords } from './diff-words.ts'
import { english } from './en.ts'
import { norwegian } from './nb.ts'
import { swedish } from './sv.ts'

export const diffWords: Record<Language, DiffWords> = { en: english, nb: norwegian, sv: swedish }
