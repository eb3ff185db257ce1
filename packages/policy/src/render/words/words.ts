import type { DataWords } from './data-words.ts'
import type { PromiseWords } from './promise-words.ts'
import type { PageWords } from './page-words.ts'
import type { RecordWords } from './record-words.ts'

/** The words of rendered policies that are the same for every policy. */
export interface Words extends PageWords, DataWords, PromiseWords, RecordWords {}
