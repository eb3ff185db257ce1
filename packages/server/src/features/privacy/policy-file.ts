import { readFileSync } from 'node:fs'
import type { Controller } from '@samtale/policy'
import * as z from 'zod'
import { StartupError } from '../../platform/startup-error.ts'

const line = z.string().trim().min(1).max(200)
const mail = z.email().max(200)

/** What an operator writes in the file that `SAMTALE_POLICY` names. */
const PolicyFile = z.strictObject({
  controller: z.strictObject({
    name: line,
    address: line,
    country: z.string().regex(/^[A-Z]{2}$/, 'Expected two capital letters (ISO 3166-1), such as NO'),
    organisationNumber: line.optional(),
    email: mail,
    phone: line.optional(),
    privacyContact: mail,
  }),
})

/**
 * The controller that a policy file names; null without a file.
 * @throws StartupError `policy.file-invalid`, naming the file and the field, and never the field's value
 */
export function readController(file: string | null): Controller | null {
  if (file === null) return null
  const parsed = PolicyFile.safeParse(readJson(file))
  if (parsed.success) return parsed.data.controller
  const [issue] = parsed.error.issues
  const field = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.')
  throw invalid(file, `${field}: ${issue?.message ?? 'wrong'}`)
}

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'
    throw invalid(file, `can't be read (${code})`)
  }
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text.
    throw invalid(file, 'is no JSON')
  }
}

function invalid(file: string, what: string): StartupError {
  return new StartupError('policy.file-invalid', `The policy file ${file}: ${what}.`)
}
