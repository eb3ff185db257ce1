import { readFileSync } from 'node:fs'
import { compileProfile, readSource, type Compiled, type Declarations } from '@samtale/policy'
import { policyInForce } from '../features/privacy/index.ts'
import { StartupError } from '../platform/startup-error.ts'
import { withBrowserStorage } from './browser-storage.ts'
import { declarations } from './personal-data.ts'

/**
 * Compiles a policy's file as a server here does: beside what the code declares, and where it has questions for visitors,
 * with what remembers their answers. A file that only names the controller is the default profile with that name.
 * @param file null for the default profile
 * @param today `YYYY-MM-DD`
 * @throws StartupError `policy.file-invalid` for a file that isn't there
 */
export async function compilePolicyFile(
  file: string | null,
  today: string,
): Promise<Pick<Compiled, 'policy' | 'findings'>> {
  const profile = file === null ? null : wholeProfile(file)
  const compile = (system: Declarations) =>
    profile === null ? policyInForce({ file, system, today }) : compileProfile(profile, { system, today })
  const plain = compile(declarations)
  const system = plain.policy === null ? null : await withBrowserStorage(declarations, plain.policy)
  return system === null ? plain : compile(system)
}

/** The text of a file that is a profile, or that can't be read as YAML; null for one that only names the controller. */
function wholeProfile(file: string): string | null {
  const text = read(file)
  const source = readSource(text)
  if (Array.isArray(source)) return text
  const { value } = source
  return typeof value === 'object' && value !== null && !('profile' in value) ? null : text
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'
    throw new StartupError('policy.file-invalid', `The policy file ${file} can't be read (${code}).`)
  }
}
