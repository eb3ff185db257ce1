import * as z from 'zod'

const Notice = z.object({ to: z.string(), phase: z.number(), at: z.string(), lateReason: z.string().nullable() })
const Summary = z.object({
  id: z.string(),
  awareAt: z.string(),
  dueAt: z.string(),
  risk: z.enum(['none', 'risk', 'high']),
  people: z.number(),
  records: z.number(),
  told: z.array(Notice),
})

/** What `breach.list` answers. */
export const Breaches = z.object({ breaches: z.array(Summary) })
/** What `breach.show` answers. */
export const WholeBreach = Summary.extend({
  kinds: z.array(z.string()),
  reached: z.object({
    tables: z.array(z.string()),
    hosts: z.array(z.string()),
    from: z.string().nullable(),
    to: z.string().nullable(),
    keysLeaked: z.boolean(),
  }),
  categories: z.array(z.string()),
  unreadable: z.boolean(),
  peopleMustBeTold: z.boolean(),
  what: z.string(),
  consequences: z.string(),
  measures: z.string(),
  lettersAskedAt: z.string().nullable(),
})
/** What `breach.draft` answers. */
export const Draft = z.object({ draft: z.string() })

export type BreachSummary = z.infer<typeof Summary>
export type WholeBreach = z.infer<typeof WholeBreach>
