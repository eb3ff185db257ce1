import { languages } from '@samtale/policy'
import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { whoIsMeant, type Exports } from '../export/index.ts'
import { DisclosureError } from './disclosure-error.ts'
import type { Disclosures } from './disclosures.ts'
import type { StoredDisclosure } from './store.ts'

/** What the commands work with. */
export interface DisclosureContext {
  readonly exports: Exports
  readonly disclosures: Disclosures
}

const Add = z.object({
  to: z.string().default(''),
  law: z.string().default(''),
  demand: z.string().default(''),
  address: z.string().nullable().default(null),
  record: z.string().nullable().default(null),
  categories: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== ''),
    ),
  told: z.iso
    .date()
    .transform((day) => new Date(`${day}T00:00:00Z`))
    .nullable()
    .default(null),
  'told-forbidden': z.boolean().default(false),
  language: z.enum(languages).default('en'),
})
const Named = z.object({ id: z.string() })

/** `samtale disclosures …`: what is handed out on a demand of the law leaves by this way alone, and is entered first. */
export const disclosureCommands = {
  'disclosures.add': command({
    arguments: Add,
    run: async ({ exports, disclosures }: DisclosureContext, asked) => {
      const tellingForbidden = asked['told-forbidden']
      const { subject, wanted } = await whoIsMeant(exports, asked)
      const file = await refusing(async () => {
        if (tellingForbidden && asked.told !== null) throw new DisclosureError('disclosure.told-or-forbidden')
        if (subject === null) throw new DisclosureError('disclosure.nothing')
        const { to: recipient, law, demand, categories, language, told: toldAt } = asked
        const records = wanted.records ?? (asked.record === null ? null : [asked.record])
        const what = { recipient, law, demand, categories, language, toldAt, tellingForbidden, subject, records }
        return disclosures.make(exports, what)
      })
      return { file, type: 'application/zip' }
    },
  }),
  'disclosures.list': command({
    arguments: z.object({}),
    run: async ({ disclosures }: DisclosureContext) => ({
      facts: { disclosures: (await disclosures.all()).map(inFacts) },
    }),
  }),
  'disclosures.show': command({
    arguments: Named,
    run: async ({ disclosures }: DisclosureContext, { id }) => ({
      facts: inFacts(await refusing(() => disclosures.find(id))),
    }),
  }),
  'disclosures.told': command({
    arguments: Named,
    run: async ({ disclosures }: DisclosureContext, { id }) => ({
      facts: inFacts(await refusing(() => disclosures.told(id))),
    }),
  }),
} as const satisfies Commands<DisclosureContext>

async function refusing<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof DisclosureError ? new CommandRefused(error.code, error.message) : error
  }
}

function inFacts({ id, recipient, law, demand, categories, records, ...times }: StoredDisclosure): object {
  return {
    ...{ id, to: recipient, law, demand, categories, records },
    madeAt: times.made_at.toISOString(),
    toldAt: times.told_at?.toISOString() ?? null,
    tellingForbidden: times.telling_forbidden,
  }
}
