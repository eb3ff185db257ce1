import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportProgress, WorkerProgress } from './progress.ts'

const INTERVAL_MS = 1000

/** Passes progress on, and leaves it in the cache for processes that wait for the same binary. */
export function publishProgress(folder: string, report: ReportProgress): ReportProgress {
  let writtenAt = -Infinity
  let writing = Promise.resolve()
  return (progress) => {
    report(progress)
    if (performance.now() - writtenAt < INTERVAL_MS) return
    writtenAt = performance.now()
    // Nobody depends on it: a full disk shows elsewhere.
    writing = writing.then(() => write(folder, progress)).catch(() => undefined)
  }
}

async function write(folder: string, progress: WorkerProgress): Promise<void> {
  const arriving = join(folder, `progress-${process.pid}`)
  await writeFile(arriving, JSON.stringify(progress))
  await rename(arriving, join(folder, 'progress.json'))
}

/** Reports what the process that holds the lock last published. Returns the way to stop. */
export function followProgress(folder: string, report: ReportProgress): () => void {
  const look = async () => {
    try {
      // Written by `write` above, so of this shape.
      report(JSON.parse(await readFile(join(folder, 'progress.json'), 'utf8')) as WorkerProgress)
    } catch {
      // Not begun yet.
    }
  }
  void look()
  const timer = setInterval(() => void look(), INTERVAL_MS)
  return () => clearInterval(timer)
}
