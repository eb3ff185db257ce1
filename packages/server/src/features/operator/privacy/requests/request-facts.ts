import * as z from 'zod'
import type { CommandAnswer } from '../../../../platform/control/command.ts'

const kinds = ['access', 'portability', 'rectification', 'erasure', 'restriction', 'objection', 'withdrawal'] as const
const states = ['open', 'telling', 'fulfilled', 'refused', 'being-done'] as const

const Summary = z.object({
  reference: z.string(),
  kind: z.enum(kinds),
  scope: z.string().nullable(),
  state: z.enum(states),
  language: z.enum(['en', 'nb', 'sv']),
  received: z.string(),
  due: z.string(),
})

/** What `requests.list` answers. */
const List = z.object({ requests: z.array(Summary) })

/** What `requests.show` answers. */
const Whole = Summary.extend({
  proved: z.string(),
  address: z.string(),
  text: z.string().nullable(),
  newAddress: z.string().nullable(),
  steps: z.array(
    z.object({
      step: z.string(),
      at: z.string(),
      about: z.string().nullable(),
      until: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  recipients: z.array(z.object({ recipient: z.string(), told: z.string().nullable() })),
  kept: z.array(
    z.object({
      record: z.string(),
      kind: z.string(),
      state: z.enum(['in-use', 'restricted']),
      categories: z.array(z.string()),
    }),
  ),
})

export type RequestSummary = z.infer<typeof Summary>
export type WholeRequest = z.infer<typeof Whole>

export function requestsIn(answer: CommandAnswer): readonly RequestSummary[] {
  return List.parse('facts' in answer ? answer.facts : null).requests
}

export function requestIn(answer: CommandAnswer): WholeRequest {
  return Whole.parse('facts' in answer ? answer.facts : null)
}
