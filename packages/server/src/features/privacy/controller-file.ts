import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Controller } from '@samtale/policy'
import * as z from 'zod'
import { StartupError } from '../../platform/startup-error.ts'

const line = z.string().trim().min(1).max(200)
const mail = z.email().max(200)

/** Who answers, as a file or a form names them. */
export const ControllerShape = z.strictObject({
  name: line,
  address: line,
  country: z.string().regex(/^[A-Z]{2}$/, 'Expected two capital letters (ISO 3166-1), such as NO'),
  organisationNumber: line.optional(),
  email: mail,
  phone: line.optional(),
  privacyContact: mail,
  officer: z.strictObject({ name: line, email: mail }).optional(),
})

const File = z.strictObject({ controller: ControllerShape })

/**
 * Who was named when the installation was set up; null where nobody was.
 * @throws StartupError `policy.file-invalid`, naming the file and never what it says
 */
export function readNamedController(file: string): Controller | null {
  if (!existsSync(file)) return null
  const read = File.safeParse(parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data.controller
  const field = read.error.issues[0]?.path.join('.') ?? ''
  throw new StartupError('policy.file-invalid', `The file ${file}: ${field || 'the file'}: wrong.`)
}

/** Names who answers from the next start on. The file is whole or isn't there. */
export async function nameController(file: string, controller: Controller): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, `${JSON.stringify({ controller }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Who answers, from the fields of a form; else the names of those that are wrong. */
export function readControllerFields(sent: Readonly<Record<string, string>>): Controller | readonly string[] {
  const said = Object.fromEntries(
    Object.entries(sent).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  )
  const { officerName, officerEmail, country = '' } = said
  const hasOfficer = officerName !== undefined || officerEmail !== undefined
  const names = ['name', 'address', 'organisationNumber', 'email', 'phone', 'privacyContact'] as const
  const read = ControllerShape.safeParse({
    ...Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]]))),
    country: country.toUpperCase(),
    ...(hasOfficer ? { officer: { name: officerName, email: officerEmail } } : {}),
  })
  if (read.success) return read.data
  const formNames: Readonly<Record<string, string>> = { 'officer.name': 'officerName', 'officer.email': 'officerEmail' }
  return [...new Set(read.error.issues.map(({ path: at }) => formNames[at.join('.')] ?? String(at[0])))]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
