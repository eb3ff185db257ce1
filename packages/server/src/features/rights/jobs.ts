import { builtInPurposes } from '../../platform/db/access/plan.ts'
import { newId } from '../../platform/ids.ts'
import { defineJobs, type JobRun } from '../../platform/jobs/catalogue.ts'
import type { Log } from '../../platform/log.ts'
import { prepareNotice } from './answer.ts'
import { escalationAt, escalations } from './due.ts'
import type { RightsOptions } from './options.ts'
import { caseChanges, caseList, type Case } from './store.ts'
import { purpose } from './tables.ts'

export const rightsJobs = defineJobs({
  /** Takes up what was not done when a request was confirmed. */
  'rights.carry-out': {
    about: 'rights-request',
    purposes: [purpose, builtInPurposes.storage],
    retry: { attempts: 20, firstSeconds: 30, mostSeconds: 3_600 },
  },
  /** Tells when half, most and all of a request's time is over. */
  'rights.escalate': { everyMinutes: 60, purposes: [purpose] },
})

type Run<Name extends keyof typeof rightsJobs> = Pick<JobRun<(typeof rightsJobs)[Name], never>, 'about'>

interface RightsJobParts {
  readonly carryOut: (record: string) => Promise<void>
  readonly escalate: () => Promise<void>
}

export function createRightsJobs({ carryOut, escalate }: RightsJobParts) {
  return {
    'rights.carry-out': ({ about }: Run<'rights.carry-out'>) => carryOut(about),
    'rights.escalate': escalate,
  }
}

const pageSize = 100

/** Looks at what isn't answered: each level is told once, in the log and to whoever answers. */
export function createEscalate(options: RightsOptions, log: Pick<Log, 'warn'>) {
  const { database, mailer, clock } = options

  async function escalate(request: Case, level: number): Promise<boolean> {
    const notice = await prepareNotice(options, request, newId(clock.now()))
    return database.transaction(async (transaction) => {
      const changed = await caseChanges(transaction).escalate(request.record_id, level)
      if (changed && notice !== null) await mailer.queue(transaction, notice)
      return changed
    })
  }

  return async (): Promise<void> => {
    const now = clock.now()
    const reached = new Map<number, number>()
    for (let after = ''; ;) {
      const page = await caseList(database).openAfter(after, pageSize)
      for (const request of page) {
        const level = escalationAt(request.received_at, request.due_at, now)
        if (level > request.escalated && (await escalate(request, level)))
          reached.set(level, (reached.get(level) ?? 0) + 1)
      }
      if (page.length < pageSize) break
      after = page.at(-1)?.record_id ?? after
    }
    for (const level of escalations) {
      const count = reached.get(level)
      if (count !== undefined) log.warn('rights.time-over', { percent: level, count })
    }
  }
}
