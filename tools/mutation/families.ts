import { claims } from './families/claims.ts'
import { catalogues, log } from './families/declared-in-code.ts'
import { mail } from './families/mail.ts'
import { contradictions, language, statements } from './families/profile.ts'
import { purposes } from './families/purposes.ts'
import { schema } from './families/schema.ts'
import { browser, server } from './families/uses.ts'
import type { Family } from './mutation.ts'

/** Everything that may not pass. */
export const families: readonly Family[] = [
  schema,
  purposes,
  mail,
  browser,
  server,
  log,
  catalogues,
  language,
  contradictions,
  statements,
  claims,
]
