import { Personal, reveal } from '../../../platform/personal.ts'
import { hasCardNumber } from '../../../platform/card-numbers.ts'
import { isAddress, tidyName } from '../../../platform/written.ts'
import type { Wrong } from '../../pages/index.ts'
import { invitationCategory, organisationCategory } from '../tables.ts'
import { wrongWords } from './page-words.ts'

const longestName = 80

/**
 * An organisation's name, which goes into mail to strangers: one line that leads nowhere; null where it can be none.
 * Characters that turn the direction of text are left out (CVE-2021-42574).
 */
export function readName(text: string | undefined): Personal<string> | null {
  const name = tidyName(withoutMarks(text ?? ''))
  const leads = /:\/\/|www\.|[\p{L}\p{N}]\.[\p{L}]{2,}(?:\/|$|\s)/iu.test(name)
  if (name === '' || name.length > longestName || leads || hasCardNumber(name)) return null
  return new Personal(organisationCategory, name)
}

/** Somebody’s own name or position, as a contract has it; null where it can be none. */
export function readWords(text: string | undefined): Personal<string> | null {
  const words = tidyName(withoutMarks(text ?? ''))
  return words.length < 2 || words.length > 120 || hasCardNumber(words)
    ? null
    : new Personal(organisationCategory, words)
}

export function readAddress(text: string | undefined, category: string = invitationCategory): Personal<string> | null {
  const address = (text ?? '').trim()
  return address.length <= 254 && isAddress(address) ? new Personal(category, address) : null
}

/** A reason; what is wrong with it, where it has to be said and isn’t. */
export function readWhy(text: string | undefined, needed: boolean): { readonly why: string; readonly wrong: Wrong } {
  const why = withoutMarks(text ?? '')
    .trim()
    .slice(0, 300)
  if (hasCardNumber(why)) return { why, wrong: { why: wrongWords.card } }
  return { why, wrong: needed && why === '' ? { why: wrongWords.why } : {} }
}

/** Whether a name was written again as it stands, but for spaces around it. */
export function isSame(written: string | undefined, name: Personal<string>): boolean {
  return (written ?? '').trim() === reveal(name)
}

function withoutMarks(text: string): string {
  return text.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
}
