import { languages } from '@samtale/policy'
import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { thumbprint } from './certificate-key.ts'
import { readCertificate, spellCertificate, type Certificate } from './certificate.ts'
import type { Erasures } from './erasures.ts'
import type { LedgerLook } from './ledger-look.ts'
import type { CertificateFinding } from './verify.ts'

/** What the commands work with. */
export interface ErasureContext {
  readonly erasures: Erasures
  /** Who is behind an address; null where nothing is kept about them. */
  subjectOf(address: string): Promise<string | null>
  /** Whether a record is there. */
  isRecord(record: string): Promise<boolean>
  lookInLedger(certificate: Certificate): Promise<LedgerLook>
  now(): Date
}

const Erase = z.object({
  address: z.string().trim().min(3).max(254).optional(),
  record: z.string().optional(),
  language: z.enum(languages).default('en'),
})

/** `samtale erase`, and what `samtale certificate verify` asks an installation. */
export const erasureCommands = {
  erase: command({
    arguments: Erase,
    run: async (context: ErasureContext, { address, record, language }) => {
      const asked = { language, at: context.now() }
      const certificate = await eraseFor(context, address, record, asked)
      return { file: onePart(spellCertificate(certificate)), type: 'application/vnd.samtale.erasure-certificate+json' }
    },
  }),
  'certificate.ledger': command({
    arguments: z.object({ certificate: z.string() }),
    run: async ({ erasures, lookInLedger }: ErasureContext, { certificate: file }) => {
      const certificate = readCertificate(file)
      if (certificate === null)
        throw new CommandRefused('certificate.unreadable', 'This is no erasure certificate of Samtale.')
      const { right, since } = await lookInLedger(certificate)
      const ours = thumbprint(certificate.key) === thumbprint(erasures.publicKey)
      const findings: CertificateFinding[] = [
        ours ? 'certificate.key-right' : 'certificate.key-other',
        right ? 'certificate.ledger-right' : 'certificate.ledger-other',
      ]
      const events = since.map(({ number, at, kind, facts }) => ({
        number,
        at: at.toISOString(),
        entry: kind,
        about: facts,
      }))
      return { facts: { findings, since: events } }
    },
  }),
} as const satisfies Commands<ErasureContext>

async function eraseFor(
  { erasures, subjectOf, isRecord }: ErasureContext,
  address: string | undefined,
  record: string | undefined,
  asked: Parameters<Erasures['eraseRecord']>[1],
): Promise<Certificate> {
  if ((address === undefined) === (record === undefined))
    throw new CommandRefused('command.arguments-invalid', 'Say what: --address or --record, one of them.')
  if (record !== undefined) {
    if (!(await isRecord(record))) throw new CommandRefused('record.unknown', 'There is no such record, or no longer.')
    return erasures.eraseRecord(record, asked)
  }
  const subject = await subjectOf(address ?? '')
  if (subject === null) throw new CommandRefused('erasure.nobody', 'Nothing is kept about that address.')
  return erasures.erase(subject, asked)
}

async function* onePart(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
