import { readFileSync } from 'node:fs'
import { StartupError } from '../startup-error.ts'
import type { VariableName } from './variables.ts'

/**
 * A secret that is given as it is or in a file; null where neither is.
 * @throws StartupError `config.invalid`; the secret is never repeated.
 */
export function readSecret(
  read: { optional(name: VariableName): string | null },
  plain: VariableName,
  inFile: VariableName,
): string | null {
  const file = read.optional(inFile)
  if (file === null) return read.optional(plain)
  if (read.optional(plain) !== null) throw invalid(inFile, `can’t be set beside ${plain}`)
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (text !== '') return text
  } catch {
    // Told below.
  }
  throw invalid(inFile, 'takes a file with the secret in it')
}

function invalid(name: VariableName, takes: string): StartupError {
  return new StartupError('config.invalid', `${name} ${takes}.`)
}
