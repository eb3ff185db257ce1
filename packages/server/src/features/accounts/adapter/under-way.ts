import { AsyncLocalStorage } from 'node:async_hooks'
import type { Language } from '@samtale/policy'
import type { Personal } from '../../../platform/personal.ts'

/** Who is signing in: better-auth's adapter isn't told for whom it makes a code, nor in which language. */
export interface UnderWay {
  readonly address: Personal<string> | null
  readonly language: Language
  /** The record of the code, once there is one. */
  record: string | null
}

/** Told along one call of better-auth. */
export const underWay = new AsyncLocalStorage<UnderWay>()
