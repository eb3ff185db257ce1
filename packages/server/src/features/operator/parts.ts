import type { Policy } from '@samtale/policy'
import type { Clock } from '../../platform/clock.ts'
import type { CommandAnswer } from '../../platform/control/command.ts'
import type { Act, NewAct } from '../audit/index.ts'
import type { Pages } from '../pages/index.ts'
import type { Retention } from '../retention/index.ts'
import type { Reports } from '../reports/index.ts'
import type { Finding } from '../doctor/index.ts'
import type { ClosingParts } from './closing/parts.ts'
import type { OverviewParts } from './overview/counts.ts'

/** A look at what is kept about somebody, for that person to see. */
export interface Read {
  readonly record: string
  readonly by: string
  /** In the words of who looks. */
  readonly why: string
}

/** What the pages for operators are made of. What they do, the operator's commands do. */
export interface OperatorParts {
  readonly pages: Pages
  readonly policy: Policy
  readonly timeZone: string
  readonly clock: Clock
  /** Does a command as the operator's program does. @throws CommandRefused */
  ask(command: string, asked: object): Promise<CommandAnswer>
  readonly audit: {
    write(act: NewAct): Promise<void>
    list(page: { readonly page: number; readonly most: number }): Promise<{ all: number; acts: readonly Act[] }>
  }
  /** Notes a look before anything is shown. */
  noteRead(read: Read): Promise<void>
  /** Names of accounts that there are. */
  namesOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>
  readonly retention: Retention
  /** Null while the policy in force takes no reports. */
  readonly reports: Reports | null
  /** Null while the policy in force closes nothing. */
  readonly closing: ClosingParts | null
  /** What the program finds when it looks at its machine. */
  examine(): Promise<readonly Pick<Finding, 'code' | 'level' | 'what' | 'nextStep'>[]>
  calls(): readonly { readonly room: string; readonly people: number; readonly since: Date }[]
  readonly overview: OverviewParts
}
