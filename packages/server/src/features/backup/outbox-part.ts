import * as z from 'zod'
import { mailCategory } from '../../platform/mail/tables.ts'
import type { Outbox } from '../../platform/mail/outbox.ts'
import { reveal } from '../../platform/personal.ts'
import { SealError } from '../../platform/seals/seal-error.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { Sealed } from '../../platform/seals/sealed.ts'

/** The name that files of the outbox are sealed under: no table has it. */
const place = { table: 'outbox', column: 'file', category: mailCategory } as const

const Line = z.strictObject({ name: z.string(), record: z.string(), sealed: z.string() })

/**
 * The mails that lie in the outbox as files, a line of JSON for each, sealed by the key of its record: erasing the person
 * destroys the key, and so reaches the backup.
 */
export async function* sealOutbox(outbox: Outbox, seals: Pick<Seals, 'seal'>): AsyncGenerator<Uint8Array> {
  for (const { name, record } of await outbox.list()) {
    const content = await outbox.read(name)
    if (content === null) continue
    const sealed = await seals.seal({ ...place, record }, content.toString('base64'))
    yield Buffer.from(`${JSON.stringify({ name, record, sealed })}\n`)
  }
}

/** The files whose keys are still there; what belongs to people who were erased meanwhile stays closed. */
export async function* openOutboxPart(
  text: string,
  seals: Pick<Seals, 'open'>,
): AsyncGenerator<{ readonly name: string; readonly record: string; readonly content: Buffer }> {
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { name, record, sealed } = Line.parse(JSON.parse(line))
    const content = await open(seals, record, sealed)
    if (content !== null) yield { name, record, content }
  }
}

async function open(seals: Pick<Seals, 'open'>, record: string, sealed: string): Promise<Buffer | null> {
  try {
    // Written by `sealOutbox`; opening it tells whether it was.
    const text = await seals.open({ ...place, record }, sealed as Sealed<typeof mailCategory>)
    return Buffer.from(reveal(text), 'base64')
  } catch (error) {
    if (error instanceof SealError && error.code === 'seal.key-gone') return null
    throw error
  }
}
