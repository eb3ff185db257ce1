import { meetingDoors } from './families/attacks/doors.ts'
import { gates } from './families/attacks/gate.ts'
import { lyingServer } from './families/attacks/liar.ts'
import { organisations } from './families/attacks/organisations.ts'
import { files, script } from './families/attacks/pages.ts'
import { providers } from './families/attacks/provider.ts'
import { roomDoors } from './families/attacks/rooms.ts'
import { sessionsAndFactors } from './families/attacks/sessions.ts'
import { guesses } from './families/attacks/sign-in.ts'
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
  guesses,
  sessionsAndFactors,
  providers,
  gates,
  script,
  files,
  roomDoors,
  organisations,
  meetingDoors,
  lyingServer,
]
