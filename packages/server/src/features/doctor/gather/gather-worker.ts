import { missingPackages } from '../../../../media-worker/packages.ts'
import { findWorker } from '../../../../media-worker/provide-worker.ts'
import type { WorkerSettings } from '../../../../media-worker/settings.ts'
import { WorkerTrouble } from '../../../../media-worker/trouble.ts'
import type { Readiness } from '../../health/index.ts'
import type { WorkerFacts } from '../checks/check-worker.ts'

/** The running server knows best; else what a start would find, fetching and building nothing. */
export async function gatherWorker(settings: WorkerSettings, server: Readiness | null): Promise<WorkerFacts> {
  if (server !== null) {
    return { from: 'server', router: server.router, detail: server.routerTrouble ?? server.routerStep ?? '' }
  }
  try {
    const worker = await findWorker(settings)
    const missing = worker === null ? await missingPackages() : []
    return { from: 'files', binary: worker ? 'runs' : 'none', detail: worker?.path ?? '', missingPackages: missing }
  } catch (error) {
    if (!(error instanceof WorkerTrouble)) throw error
    return { from: 'files', binary: 'broken', detail: error.trouble.detail, missingPackages: [] }
  }
}
