import { languages, type Language, type Policy } from '@samtale/policy'
import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { BreachError } from './breach-error.ts'
import type { Breaches, Entry } from './breaches.ts'
import { draftFor } from './drafts.ts'
import type { StoredBreach, StoredNotice } from './store.ts'

/** What the commands work with. */
export interface BreachContext {
  readonly breachDesk: {
    readonly breaches: Breaches
    readonly policy: Policy
    /** Asks for the letters to people. */
    askLetters(id: string): Promise<void>
  }
}

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
const time = z.string().transform((text, context) => {
  const at = new Date(text)
  if (!Number.isNaN(at.getTime())) return at
  context.addIssue({ code: 'custom', message: 'no time, such as 2026-06-01T08:00:00Z' })
  return z.NEVER
})
const kinds = z.enum(['confidentiality', 'integrity', 'availability'])

const Report = z.object({
  'aware-at': time,
  kind: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(kinds).min(1)),
  tables: list,
  hosts: list,
  from: time.nullable().default(null),
  to: time.nullable().default(null),
  risk: z.enum(['none', 'risk', 'high']).default('risk'),
  'keys-leaked': z.boolean().default(false),
  what: z.string().default(''),
  consequences: z.string().default(''),
  measures: z.string().default(''),
  language: z.enum(languages).default('en'),
})
const Named = z.object({ id: z.string() })
const addressee = z.enum(['authority', 'subjects', 'public'])

/** `samtale breach …`: the register, the 72 hours, drafts and letters. */
export const breachCommands = {
  'breach.report': command({
    arguments: Report,
    run: async ({ breachDesk: { breaches, policy } }: BreachContext, asked) => {
      const { tables, hosts, from, to } = asked
      const entry = await refusing(() =>
        breaches.report({
          awareAt: asked['aware-at'],
          kinds: asked.kind,
          risk: asked.risk,
          reached: { tables, hosts, from, to, keysLeaked: asked['keys-leaked'] },
          ...{ what: asked.what, consequences: asked.consequences, measures: asked.measures },
        }),
      )
      return { facts: { ...inFacts(entry), drafts: drafts(policy, entry.breach, asked.language) } }
    },
  }),
  'breach.list': command({
    arguments: z.object({}),
    run: async ({ breachDesk: { breaches } }: BreachContext) => {
      return { facts: { breaches: (await breaches.all()).map(({ breach, notices }) => summary(breach, notices)) } }
    },
  }),
  'breach.show': command({
    arguments: Named,
    run: async ({ breachDesk: { breaches } }: BreachContext, { id }) => {
      return { facts: inFacts(await refusing(() => breaches.entryOf(id))) }
    },
  }),
  'breach.notified': command({
    arguments: Named.extend({
      to: addressee,
      phase: z.coerce.number().int().min(1).default(1),
      'late-reason': z.string().nullable().default(null),
    }),
    run: async ({ breachDesk: { breaches } }: BreachContext, { id, to, phase, 'late-reason': reason }) => {
      return { facts: inFacts(await refusing(() => breaches.notified(id, { to, phase, lateReason: reason }))) }
    },
  }),
  'breach.draft': command({
    arguments: Named.extend({ for: addressee, language: z.enum(languages).default('en') }),
    run: async ({ breachDesk: { breaches, policy } }: BreachContext, { id, for: to, language }) => {
      const { breach } = await refusing(() => breaches.entryOf(id))
      return { facts: { draft: draftFor(policy, breach, to, language) } }
    },
  }),
  'breach.letters': command({
    arguments: Named,
    run: async ({ breachDesk: { breaches, askLetters } }: BreachContext, { id }) => {
      const { breach } = await refusing(() => breaches.entryOf(id))
      await askLetters(breach.id)
      return { facts: { id: breach.id, people: breach.people, letters: 'asked-for' } }
    },
  }),
} as const satisfies Commands<BreachContext>

async function refusing<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof BreachError ? new CommandRefused(error.code, error.message) : error
  }
}

function drafts(policy: Policy, breach: StoredBreach, language: Language): Record<string, string> {
  const to = ['authority', 'subjects', 'public'] as const
  return Object.fromEntries(to.map((one) => [one, draftFor(policy, breach, one, language)]))
}

function summary(breach: StoredBreach, notices: readonly StoredNotice[]): object {
  return {
    id: breach.id,
    awareAt: breach.aware_at.toISOString(),
    dueAt: breach.due_at.toISOString(),
    risk: breach.risk,
    people: breach.people,
    records: breach.records,
    told: notices.map(({ addressee: to, phase, sent_at, late_reason: lateReason }) => {
      return { to, phase, at: sent_at.toISOString(), lateReason }
    }),
  }
}

function inFacts({ breach, notices, scope }: Entry): object {
  return {
    ...summary(breach, notices),
    kinds: breach.kinds,
    reached: {
      tables: breach.tables,
      hosts: breach.hosts,
      from: breach.span_from?.toISOString() ?? null,
      to: breach.span_to?.toISOString() ?? null,
      keysLeaked: breach.keys_leaked,
    },
    categories: breach.categories,
    columns: scope.columns,
    /** GDPR art. 34(3)(a): people need not be told. */
    unreadable: breach.unreadable,
    peopleMustBeTold: breach.risk === 'high' && !breach.unreadable,
    what: breach.what,
    consequences: breach.consequences,
    measures: breach.measures,
    lettersAskedAt: breach.letters_asked_at?.toISOString() ?? null,
  }
}
