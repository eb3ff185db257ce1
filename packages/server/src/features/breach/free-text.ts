import { hasCardNumber } from '../../platform/card-numbers.ts'
import { BreachError } from './breach-error.ts'

/**
 * A text of the register, as it is kept. The register outlives the people in it and is shown to authorities, so it names
 * nobody: a text with an e-mail address, or a number long enough to lead to somebody, is refused.
 * @throws BreachError `breach.text-names-somebody`
 */
export function namesNobody(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')
    .trim()
  const digits = /\d(?:[\s().\-/]*\d){6,}/u
  const dates = plain.replaceAll(/\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?\b/g, '')
  if (/\S@\S/.test(plain) || digits.test(dates) || hasCardNumber(plain))
    throw new BreachError('breach.text-names-somebody')
  return plain
}
