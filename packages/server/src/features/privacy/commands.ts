import { hashPolicy, type Policy } from '@samtale/policy'
import { diffInWords } from '@samtale/policy/diff'
import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import type { TransactingPurposes } from '../../platform/db/db.ts'
import { announcePolicy } from './publish.ts'
import { policyVersionStore } from './store.ts'
import type { PrivacyTables } from './tables.ts'
import { comingChange } from './telling/coming-change.ts'
import { inForceOf, isDue, stepOf } from './versions/course.ts'
import type { Situation } from './versions/decide.ts'
import { versionsOf } from './versions/stored.ts'
import type { CompiledPolicy } from './versions/version.ts'

/** What the commands of the policy work with. */
export interface PolicyContext {
  readonly policy: {
    readonly database: TransactingPurposes<PrivacyTables>
    readonly secret: Buffer
    /** The operator's file as it stands now. */
    wanted(): Promise<CompiledPolicy>
    readonly compile: Situation['compile']
    readonly alone: boolean
    now(): Date
  }
}

/** A policy as another version of the program compiled it (`samtale policy compiled`). */
const CompiledFile = z
  .string()
  .max(10_000_000)
  .transform((text, context) => {
    const parsed = Shape.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    context.issues.push({ code: 'custom', message: 'No file that samtale policy compiled has made.', input: text })
    return z.NEVER
  })
const Shape = z.strictObject({
  format: z.literal('samtale policy 1'),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  profile: z.string(),
  policy: z.looseObject({ categories: z.looseObject({}), processings: z.looseObject({}) }),
})

/** `samtale policy status`, `samtale policy announce`. */
export const policyCommands = {
  'policy.status': command({
    arguments: z.strictObject({}),
    run: async ({ policy }: PolicyContext) => ({ facts: await status(policy) }),
  }),
  'policy.announce': command({
    arguments: z.strictObject({ compiled: CompiledFile.nullable().default(null) }),
    run: async ({ policy }: PolicyContext, { compiled }) => {
      const forUpgrade = compiled === null ? null : await asWanted(compiled)
      const wanted = forUpgrade ?? (await policy.wanted())
      const announced = await announcePolicy({ ...policy, wanted, now: policy.now(), forUpgrade: forUpgrade !== null })
      if (!announced)
        throw new CommandRefused(
          'policy.nothing-to-announce',
          'It is no material change, or is announced already: it takes effect when the server starts with it.',
        )
      return { facts: await status(policy) }
    },
  }),
} as const satisfies Commands<PolicyContext>

async function asWanted({ hash, profile, policy: said }: z.output<typeof Shape>): Promise<CompiledPolicy> {
  // What the program that compiled it wrote; that nobody changed it since, the hash tells.
  const policy = said as object as Policy
  if ((await hashPolicy(policy)) !== hash)
    throw new CommandRefused('command.arguments-invalid', 'The file was changed after it was made.')
  return { policy, hash, source: { profile, controller: policy.controller } }
}

async function status({ database, secret, now }: PolicyContext['policy']) {
  const versions = versionsOf(await policyVersionStore(database).rows(), secret)
  const current = inForceOf(versions)
  const change = await comingChange({ database, secret })
  return {
    inForce: current && {
      version: current.version,
      hash: current.hash,
      since: stepOf(current, 'in-force')?.at.toISOString() ?? null,
    },
    coming: change && comingFacts(change, now()),
  }
}

function comingFacts(
  { version, diff, effectiveAt, isTransfer }: NonNullable<Awaited<ReturnType<typeof comingChange>>>,
  now: Date,
) {
  const told = stepOf(version, 'told')
  return {
    version: version.version,
    hash: version.hash,
    announced: stepOf(version, 'announced')?.at.toISOString() ?? null,
    told: told?.told ?? null,
    unreached: told?.unreached ?? null,
    effective: effectiveAt.toISOString(),
    waitsFor: told === null ? 'everybody to be told' : isDue(version, now) ? 'nobody to be in a call' : 'its day',
    otherController: isTransfer,
    changes: diffInWords({ ...diff, changes: diff.changes.filter((one) => one.class === 'material') }, 'en').trim(),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
