import { languages } from '@samtale/policy'
import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { Personal } from '../../platform/personal.ts'
import { lookupCategory } from '../records/index.ts'
import type { Exports } from './exports.ts'
import type { Wanted } from './wanted.ts'

/** What the command works with. */
export interface ExportContext {
  readonly exports: Exports
  now(): Date
}

const Asked = z.object({
  address: z.string().nullable().default(null),
  record: z.string().nullable().default(null),
  portable: z.boolean().default(false),
  language: z.enum(languages).default('en'),
})

/** `samtale export …`: everything about a person, as a file. */
export const exportCommands = {
  export: command({
    arguments: Asked,
    run: async ({ exports, now }: ExportContext, { address, record, portable, language }) => {
      const who = await whoIsMeant(exports, { address, record })
      const what = portable ? 'portable' : 'everything'
      return { file: exports.pack(who.subject, { ...who.wanted, language, what, at: now() }), type: 'application/zip' }
    },
  }),
} as const satisfies Commands<ExportContext>

/**
 * Whose data is meant by an address or a record; by both, that record of theirs alone.
 * @throws CommandRefused `export.nobody-named`, `export.nobody`
 */
export async function whoIsMeant(
  exports: Exports,
  named: { readonly address: string | null; readonly record: string | null },
): Promise<{ subject: string | null; wanted: Pick<Wanted, 'records' | 'address'> }> {
  const { address, record } = named
  const mailbox = address === null ? null : new Personal(lookupCategory, address)
  if (mailbox === null) {
    if (record === null)
      throw new CommandRefused('export.nobody-named', 'Say whose data: --address, or --record with the id of a record.')
    const subject = await exports.subjectOfRecord(record)
    if (subject === null) throw nobody()
    return { subject, wanted: {} }
  }
  const subject = await exports.subjectOf(mailbox)
  if (record !== null) {
    if (subject === null || (await exports.subjectOfRecord(record)) !== subject) throw nobody()
    return { subject, wanted: { records: [record] } }
  }
  if (!(await exports.isKnown(mailbox))) throw nobody()
  return { subject, wanted: { address: mailbox } }
}

function nobody(): CommandRefused {
  return new CommandRefused('export.nobody', 'Nothing is kept under that address or record.')
}
