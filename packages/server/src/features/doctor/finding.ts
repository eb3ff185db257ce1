import { findingCodes, type FindingCode } from './finding-codes.ts'

/** What the doctor found in one respect. `what` is about this machine; `nextStep` is empty where nothing is to be done. */
export interface Finding {
  code: FindingCode
  level: 'ok' | 'warn' | 'fail'
  what: string
  nextStep: string
}

/**
 * A finding of the catalogue.
 * @param what what was seen on this machine; the catalogue says what it means
 * @param nextStep where one step fits this machine better than the catalogue's
 */
export function finding(code: FindingCode, what: string, nextStep: string = findingCodes[code].nextStep): Finding {
  return { code, level: findingCodes[code].level, what, nextStep }
}
