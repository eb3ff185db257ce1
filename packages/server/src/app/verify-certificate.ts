import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import {
  certificateFindings,
  isRight,
  readKeys,
  verifyCertificate,
  type CertificateFinding,
} from '../features/erasure/index.ts'
import type { Config } from '../platform/config/config.ts'
import { CommandRefused } from '../platform/control/command.ts'
import { controlSocket } from '../platform/control/control-socket.ts'
import { databaseFolder } from './policy.ts'
import { operate } from './operate.ts'

/** How it is written. */
export const certificateHelp = `  certificate verify <file> [--key <file>]   whether a certificate of erasure is genuine; needs no installation, and
                                     looks in the ledger of the one that is here`

const Looked = z.object({
  findings: z.array(z.string()).transform((codes) => codes.filter(isFinding)),
  since: z.array(z.unknown()),
})

/** What was found; `since`: what became, after it, of what it is about. */
interface VerifiedHere {
  readonly right: boolean
  readonly findings: readonly object[]
  readonly since: readonly unknown[]
  readonly certificate: object | null
}

/**
 * Looks whether a certificate is what was signed, by whose key, and, where there is an installation here, whether its
 * ledger has what it says.
 * @throws CommandRefused, StartupError
 */
export async function verifyCertificateFile(config: Config, words: readonly string[]): Promise<VerifiedHere> {
  const [file, flag, keyFile] = words
  if (file === undefined || (flag !== undefined && (flag !== '--key' || keyFile === undefined)))
    throw new CommandRefused('command.arguments-invalid', 'Say which file: certificate verify <file> [--key <file>].')
  const keys = keyFile === undefined ? null : readKeys(read(keyFile))
  if (keyFile !== undefined && keys === null)
    throw new CommandRefused('certificate.key-unreadable', `${keyFile} has no Ed25519 key in it.`)
  const verified = verifyCertificate(read(file), keys)
  const { certificate } = verified
  const looked =
    certificate === null || !isInstallationHere(config)
      ? null
      : Looked.parse(await operate(config, ['certificate', 'ledger', '--certificate-file', file]))
  const findings = together(verified.findings, looked?.findings ?? ['certificate.ledger-unknown'])
  const told = findings.map((code) => ({ code, ...certificateFindings[code] }))
  return { right: isRight(findings), findings: told, since: looked?.since ?? [], certificate }
}

/** Whose key it is, the installation knows where nobody gave one. */
function together(
  offline: readonly CertificateFinding[],
  here: readonly CertificateFinding[],
): readonly CertificateFinding[] {
  const unsaid = offline.includes('certificate.key-unknown')
  const known = here.some((code) => code.startsWith('certificate.key-'))
  return [
    ...offline.filter((code) => !(known && code === 'certificate.key-unknown')),
    ...here.filter((code) => unsaid || !code.startsWith('certificate.key-')),
  ]
}

function isInstallationHere(config: Config): boolean {
  return config.databaseUrl !== null || existsSync(databaseFolder(config)) || existsSync(controlSocket(config.dataDir))
}

function isFinding(code: string): code is CertificateFinding {
  return Object.hasOwn(certificateFindings, code)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CommandRefused('command.arguments-invalid', `${file} can't be read.`)
  }
}
