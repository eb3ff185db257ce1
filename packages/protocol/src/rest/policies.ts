import * as z from 'zod/mini'
import { Language } from '../knowledge.ts'

/** A privacy policy that the installation has as a file, for `/policies`. */
export const PolicySummary = z.object({
  /** Name of its file, such as `klikk`. */
  key: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** A language that the policy isn't written in repeats its first. */
  title: z.record(Language, z.string()),
  /** Languages that it is written in; empty where the file can't be read. */
  languages: z.array(Language),
  /** `real`: somebody’s published policy, judged here as an example. `default`: the one that Samtale comes with. */
  kind: z.enum(['real', 'default']),
})
export type PolicySummary = z.infer<typeof PolicySummary>

/** `GET /api/v1/policies` */
export const PolicyList = z.object({ policies: z.array(PolicySummary) })
export type PolicyList = z.infer<typeof PolicyList>

/** Addresses of the policies: the list, the text of each (YAML), and what the system's own code declares (JSON). */
export const policyAddresses = {
  list: '/api/v1/policies',
  system: '/api/v1/policies/system',
  text: (key: string) => `/api/v1/policies/${encodeURIComponent(key)}`,
} as const
