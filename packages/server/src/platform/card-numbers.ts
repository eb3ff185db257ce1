// Payment card numbers (ISO/IEC 7812-1): 13 to 19 digits of which the last is Luhn's check digit. Samtale takes none,
// in no field.

const separators = String.raw`[^\S\r\n]|[.\-_–—]`
const digitRuns = new RegExp(String.raw`\d(?:(?:${separators}){0,3}\d){12,}`, 'g')
const phoneNumbers = new RegExp(String.raw`\+(?:(?:${separators})?\d){8,13}(?!(?:${separators}){0,3}\d)`, 'g')
const bankAccounts = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]){11,30}\b/gi
/** Standing by themselves, so that no part of a longer number is taken for one. */
const dates =
  /(?<![^\s(])(?:(?:0?[1-9]|[12]\d|3[01])[.-](?:0?[1-9]|1[0-2])[.-](?:19|20)\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?=T|[.,;:)!?]?(?:\s|$))/g
/** Zeros of scripts whose digits people type, and that follow each other in Unicode. */
const zeros = [0x660, 0x6f0, 0x966]

/**
 * Whether a text holds something that can be a card's number: 13 to 19 digits, also set apart by spaces, dots or dashes,
 * that pass Luhn's check, wherever in a longer row of groups they stand.
 *
 * Judgement: what can't be told from a card number is taken for one; times in milliseconds, and days with a time of day,
 * begin otherwise than cards of that length. One in ten of other numbers is taken too, be it two telephone numbers side by
 * side, and many a Norwegian KID that Luhn checks (modulus 10). Telephone numbers that begin with `+` and have at most 13
 * digits (ITU-T E.164), account numbers with a valid IBAN check (ISO 13616) and dates are let pass; organisation and
 * national identity numbers have too few digits to be looked at. A row of 20 digits and more without a break is no card
 * number, and a number ends with its line.
 */
export function hasCardNumber(text: string): boolean {
  return runsIn(plain(text)).some((run) => numbersIn(run).some(isCardNumber))
}

/** Whether something that was read from a request holds a card number, in whatever text, number or key of it. */
export function holdsCardNumber(value: unknown): boolean {
  const left = [value]
  while (left.length > 0) {
    const part = left.pop()
    if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part))
      left.push(...Object.keys(part), ...Object.values(part))
    else if (hasCardNumber(asText(part))) return true
  }
  return false
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.trunc(value)).toString() : ''
}

/** Full-width and other digits as ASCII's, what can't be seen left out, numbers that are known for others blanked. */
function plain(text: string): string {
  const ascii = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => digitOf(digit))
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
  return ascii
    .replace(phoneNumbers, ' x ')
    .replace(dates, ' x ')
    .replace(bankAccounts, (account) => (isIban(account) ? ' x ' : account))
}

function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return String(code - (zeros.findLast((zero) => zero <= code) ?? code))
}

/** Rows of digits, cut into the groups that they are written in. */
function runsIn(text: string): string[][] {
  return [...text.matchAll(digitRuns)].map(([run]) => run.split(/\D+/))
}

/** Every number that consecutive groups make. */
function numbersIn(groups: readonly string[]): string[] {
  return groups.flatMap((_group, from) => {
    const numbers: string[] = []
    let number = ''
    for (const group of groups.slice(from, from + 19)) {
      number += group
      if (number.length > 19) break
      numbers.push(number)
    }
    return numbers
  })
}

function isCardNumber(digits: string): boolean {
  return /^\d{13,19}$/.test(digits) && isIssued(digits) && luhnSum(digits) % 10 === 0
}

/** Whether numbers of that length begin so: 13 digits are Visa's and Maestro's, 14 also Diners', 15 also JCB's. */
function isIssued(digits: string): boolean {
  const beginnings: Readonly<Record<number, RegExp>> = { 13: /^[4-6]/, 14: /^[356]/, 15: /^(?:1800|2131|[3-6])/ }
  return (beginnings[digits.length] ?? /^[2-9]/).test(digits)
}

/** ISO/IEC 7812-1, annex B. */
function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

/** ISO 13616: letters as numbers from 10, the first four characters last, modulus 97. */
function isIban(text: string): boolean {
  const account = text.replaceAll(' ', '').toUpperCase()
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}
