import type { Policy } from '../../policy.ts'
import type { Language } from '../../text.ts'
import { recordEntries, type RecordEntry } from './record.ts'

const columns = [
  'key',
  'activity',
  'role',
  'purpose',
  'subjects',
  'categories',
  'special',
  'basis',
  'recipients',
  'transfers',
  'erasure',
  'risks',
  'assessment',
  'terms',
] as const satisfies (keyof RecordEntry)[]

/** The record of processing as a table (RFC 4180, UTF-8): one activity a line, lists separated by semicolons. */
export function recordAsCsv(policy: Policy, language: Language): string {
  const lines = recordEntries(policy, language).map((entry) =>
    columns.map((column) => {
      const value = entry[column]
      return cell(typeof value === 'string' ? value : value.join('; '))
    }),
  )
  return [columns, ...lines].map((line) => `${line.join(',')}\r\n`).join('')
}

/** A cell that begins like a formula is text to spreadsheets with an apostrophe before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
