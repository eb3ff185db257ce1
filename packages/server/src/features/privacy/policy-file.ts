import { readFileSync } from 'node:fs'
import { compileProfile, readSource, type Controller } from '@samtale/policy'
import * as z from 'zod'
import { StartupError } from '../../platform/startup-error.ts'
import { ControllerShape, readNamedController } from './controller-file.ts'
import { MailProvider, withMailProvider } from './mail-provider.ts'

/** The short form of the file: who answers, who delivers the mail, and the default profile for the rest. */
const ShortForm = z.strictObject({
  controller: ControllerShape,
  mailProvider: MailProvider.optional(),
})

/** What the file of `SAMTALE_POLICY` is: a whole profile, or who answers under the default one. */
export interface PolicyFile {
  /** YAML. */
  readonly profile: string
  /** Takes the place of the profile's own controller. */
  readonly controller: Controller | null
}

const defaultProfile = new URL('../../../../../profiles/samtale.yaml', import.meta.url)

/**
 * Reads the file that the operator named (`SAMTALE_POLICY`), or the default profile. Where neither says who answers, whoever
 * was named when the installation was set up does.
 * @throws StartupError `policy.file-invalid`, naming the file and the field, and never the field's value
 */
export function readPolicyFile(file: string | null, controllerFile: string | null = null): PolicyFile {
  const own = readOwnFile(file)
  if (controllerFile === null || own.controller !== null || namesController(own.profile)) return own
  return { ...own, controller: readNamedController(controllerFile) }
}

function namesController(profile: string): boolean {
  const source = readSource(profile)
  if (Array.isArray(source)) return false
  return typeof source.value === 'object' && source.value !== null && 'controller' in source.value
}

function readOwnFile(file: string | null): PolicyFile {
  if (file === null) return { profile: readDefaultProfile(), controller: null }
  const text = read(file)
  const source = readSource(text)
  if (Array.isArray(source)) throw invalid(file, source.map(({ message }) => message).join(' '))
  if (!isShort(source.value)) return { profile: text, controller: null }
  const parsed = ShortForm.safeParse(source.value)
  if (parsed.success) return ofShortForm(parsed.data)
  const [issue] = parsed.error.issues
  const field = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.')
  throw invalid(file, `${field}: ${issue?.message ?? 'wrong'}`)
}

function ofShortForm({ controller, mailProvider }: z.output<typeof ShortForm>): PolicyFile {
  const profile = readDefaultProfile()
  return { profile: mailProvider === undefined ? profile : withMailProvider(profile, mailProvider), controller }
}

/** A profile as it is kept: what it says, as JSON, which is YAML too, and not who answers. */
export function withoutController(profile: string): string {
  const source = readSource(profile)
  if (Array.isArray(source) || typeof source.value !== 'object' || source.value === null) return '{}'
  return JSON.stringify({ ...source.value, controller: undefined })
}

/** Samtale's own policy, which has no controller. */
export function readDefaultProfile(): string {
  return readFileSync(defaultProfile, 'utf8')
}

/** Who answers by that file; null while nobody does. @throws StartupError `policy.file-invalid` */
export function readController(file: string | null, controllerFile: string | null = null): Controller | null {
  const { profile, controller } = readPolicyFile(file, controllerFile)
  return controller ?? compileProfile(profile).policy?.controller ?? null
}

function isShort(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('profile' in value)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'
    throw invalid(file, `can't be read (${code})`)
  }
}

function invalid(file: string, what: string): StartupError {
  return new StartupError('policy.file-invalid', `The policy file ${file}: ${what}.`)
}
