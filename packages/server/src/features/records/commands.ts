import { explainFate, holdGrounds, type Fate } from '@samtale/policy/grounds'
import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { Personal } from '../../platform/personal.ts'
import type { RecordDesk } from './desk.ts'
import type { StandingHold } from './hold-store.ts'
import type { Look } from './look.ts'
import { RecordError } from './record-error.ts'
import { lookupCategory } from './tables.ts'

/** What the commands work with. */
export interface RecordContext {
  readonly recordDesk: RecordDesk
}

const written = z.string().trim().min(3).max(254)
const list = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .transform((all) => all.filter((one) => one !== ''))
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2027-01-31')
  .transform((text) => new Date(`${text}T00:00:00Z`))
const Hold = z.object({
  record: list,
  category: list,
  ground: z.enum(holdGrounds),
  owner: z.string(),
  'review-by': day,
})
const Restriction = z.object({
  address: written.optional(),
  record: z.string().optional(),
  ground: z.enum(['18-1-a', '18-1-b', '18-1-c', '18-1-d']),
})
const Named = z.object({ id: z.string() })

/** `samtale records of`, `samtale hold …`, `samtale restriction …`: ids, kinds, states and times, and no value. */
export const recordCommands = {
  'records.of': command({
    arguments: z.object({ address: written }),
    run: async ({ recordDesk }: RecordContext, asked) => {
      const subject = await recordDesk.subjectOf(personal(asked.address))
      const looks = subject === null ? [] : await recordDesk.lookAt(subject)
      return { facts: { subject, records: looks.map(lookFacts) } }
    },
  }),
  'hold.place': command({
    arguments: Hold,
    run: ({ recordDesk }: RecordContext, { record, category, ground, owner, 'review-by': reviewBy }) =>
      refusing(async () => {
        const hold = { records: record, categories: category, ground, owner, reviewBy }
        return { hold: await recordDesk.hold(hold), state: 'placed' }
      }),
  }),
  'hold.release': command({
    arguments: Named,
    run: ({ recordDesk }: RecordContext, { id }) =>
      refusing(async () => {
        await recordDesk.release(id)
        return { hold: id, state: 'released' }
      }),
  }),
  'hold.list': command({
    arguments: z.object({ due: z.boolean().default(false) }),
    run: async ({ recordDesk }: RecordContext, { due }) => {
      const [holds, overdue] = [await recordDesk.holds(due ? 'due' : 'all'), await recordDesk.holds('due')]
      const isDue = (hold: StandingHold) => overdue.some(({ id }) => id === hold.id)
      return { facts: { holds: holds.map((hold) => ({ ...holdFacts(hold), due: isDue(hold) })) } }
    },
  }),
  'restriction.place': command({
    arguments: Restriction,
    run: ({ recordDesk }: RecordContext, { address: of, record, ground }) =>
      refusing(async () => {
        const subject = await whose(recordDesk, of, record)
        return { restriction: await recordDesk.restrict(subject, ground), state: 'placed' }
      }),
  }),
  'restriction.told': command({
    arguments: Named,
    run: ({ recordDesk }: RecordContext, { id }) => step(recordDesk, id, 'told'),
  }),
  'restriction.lift': command({
    arguments: Named,
    run: ({ recordDesk }: RecordContext, { id }) => step(recordDesk, id, 'lifted'),
  }),
  'restriction.list': command({
    arguments: z.object({}),
    run: async ({ recordDesk }: RecordContext) => {
      const standing = await recordDesk.restrictions()
      const facts = standing.map(({ id, subject_id, ground, at, told_at }) => {
        return { restriction: id, subject: subject_id, ground, since: iso(at), told: iso(told_at) }
      })
      return { facts: { restrictions: facts } }
    },
  }),
} as const satisfies Commands<RecordContext>

const step = (desk: RecordDesk, id: string, which: 'told' | 'lifted') =>
  refusing(async () => {
    await desk.restriction(id, which)
    return { restriction: id, state: which }
  })

async function whose(desk: RecordDesk, of: string | undefined, record: string | undefined): Promise<string> {
  if ((of === undefined) === (record === undefined))
    throw new CommandRefused('command.arguments-invalid', 'Say whose: --address or --record, one of them.')
  const subject = of === undefined ? await desk.subjectOfRecord(record ?? '') : await desk.subjectOf(personal(of))
  if (subject === null) throw new RecordError('record.unknown')
  return subject
}

/** @throws CommandRefused with the record's code */
async function refusing(run: () => Promise<object>): Promise<{ facts: object }> {
  try {
    return { facts: await run() }
  } catch (error) {
    if (error instanceof RecordError) throw new CommandRefused(error.code, error.message)
    throw error
  }
}

function personal(address: string): Personal<string> {
  return new Personal(lookupCategory, address)
}

function lookFacts({ record, fates }: Look): object {
  const { id, kind, state, created_at } = record
  return { record: id, kind, state, made: iso(created_at), becomes: fates.map(fateFacts) }
}

function fateFacts(fate: Fate): object {
  const { category, state, until, deletedBy, kept } = explainFate(fate)
  const keptBy = kept.map((ground) => {
    const key = 'processing' in ground ? ground.processing : 'law' in ground ? ground.law : null
    return {
      by: ground.kind,
      key: 'hold' in ground ? ground.hold : key,
      exception: ground.exception,
      until: iso(ground.until),
    }
  })
  return { category, state, until: iso(until), deletedBy: iso(deletedBy), keptBy }
}

function holdFacts({ id, records, categories, ground, owner, placed_at, review_by }: StandingHold) {
  return { hold: id, records, categories, ground, owner, placed: iso(placed_at), reviewBy: iso(review_by) }
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null
}
