import type { Value } from './values.ts'

/**
 * A line of RFC 4180. A text that a spreadsheet would take for a formula, or that begins with an apostrophe, gets an
 * apostrophe in front; whoever reads the file by a program takes one off a cell that begins with one.
 */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

function csvCell(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = couldBeFormula.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

// OWASP, “CSV Injection”: with a tab or a line's end, and with the wide forms that some programs take for the same.
const couldBeFormula = /^['=+\-@\t\r\n＝＋－＠]/
