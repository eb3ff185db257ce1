import { finding, type Finding } from '../finding.ts'

/** What is known of the media worker: by the running server, or by looking where a start would look. */
export type WorkerFacts =
  | { from: 'server'; router: 'ready' | 'pending' | 'unavailable'; detail: string }
  | { from: 'files'; binary: 'runs' | 'broken' | 'none'; detail: string; missingPackages: readonly string[] }

export function checkWorker(facts: WorkerFacts): Finding {
  return facts.from === 'server' ? ofServer(facts) : ofFiles(facts)
}

function ofServer({ router, detail }: WorkerFacts & { from: 'server' }): Finding {
  if (router === 'ready') return finding('worker.ok', 'The running server has its media workers')
  if (router === 'pending') return finding('worker.pending', detail || 'The running server makes it ready')
  return finding('worker.unavailable', detail || 'The running server says that there is none')
}

function ofFiles({ binary, detail, missingPackages }: WorkerFacts & { from: 'files' }): Finding {
  if (binary === 'runs') return finding('worker.ok', detail)
  if (binary === 'broken') return finding('worker.broken', detail)
  if (missingPackages.length === 0) return finding('worker.to-be-made', 'None is kept yet')
  const names = missingPackages.join(' ')
  return finding('worker.packages-missing', `Missing: ${names}`, `Run: sudo apt-get install --yes ${names}`)
}
