import type { Language } from '../../text.ts'
import { data as dataEn } from './en/data.ts'
import { page as pageEn } from './en/page.ts'
import { promises as promisesEn } from './en/promises.ts'
import { record as recordEn } from './en/record.ts'
import { data as dataNb } from './nb/data.ts'
import { page as pageNb } from './nb/page.ts'
import { promises as promisesNb } from './nb/promises.ts'
import { record as recordNb } from './nb/record.ts'
import { data as dataSv } from './sv/data.ts'
import { page as pageSv } from './sv/page.ts'
import { promises as promisesSv } from './sv/promises.ts'
import { record as recordSv } from './sv/record.ts'
import type { Words } from './words.ts'

export const words: Record<Language, Words> = {
  en: { ...pageEn, ...dataEn, ...promisesEn, ...recordEn },
  nb: { ...pageNb, ...dataNb, ...promisesNb, ...recordNb },
  sv: { ...pageSv, ...dataSv, ...promisesSv, ...recordSv },
}
