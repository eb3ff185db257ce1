import { hasCardNumber } from './card-numbers.ts'
import { oneAddress } from './mail/safe-text.ts'

/** Characters that a message may have. */
export const longestMessage = 10_000
export const longestName = 200

/** A message as it is kept: lines ended by line feeds, without control characters or halves of characters. */
export function tidyMessage(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')
    .trim()
}

/** A name as it is kept: one line. */
export function tidyName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, longestName)
}

/** What keeps a message from being taken; null where nothing does. */
export function faultOf(message: string): 'empty' | 'too-long' | 'card-number' | null {
  if (message === '') return 'empty'
  if (message.length > longestMessage) return 'too-long'
  return hasCardNumber(message) ? 'card-number' : null
}

/** An address that mail can be sent to over the internet: what `oneAddress` takes, at a domain with a dot. */
export function isAddress(text: string): boolean {
  try {
    return /@[^@]*[^.]\.[^.@]{2,}$/.test(oneAddress(text))
  } catch {
    return false
  }
}
