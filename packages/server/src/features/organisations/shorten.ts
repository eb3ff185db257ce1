import { endLog } from './make.ts'
import { organisationStore } from './organisation-store.ts'
import type { OrganisationParts } from './parts.ts'

const day = 24 * 3_600_000

/**
 * Deletes what organisations keep for less time than the policy lets them: their logs, and the counts of their rooms. The
 * policy's own end holds beside this, so that nothing is kept longer by it.
 */
export async function shorten(
  parts: OrganisationParts,
  forgetUsage: (organisation: string, before: Date) => Promise<void>,
): Promise<void> {
  const ago = (days: number) => new Date(parts.clock.now().getTime() - days * day)
  for (const { record_id: id, log_days: log, usage_days: usage } of await organisationStore(
    parts.database,
  ).stricter()) {
    if (log !== null) await endLog(parts, id, ago(log))
    if (usage !== null) await forgetUsage(id, ago(usage))
  }
}
