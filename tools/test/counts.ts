/** What a stage found. A check counts as one test; a preparation counts only when it fails. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export const onePassed: Counts = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 }
export const nothingCounted: Counts = { passed: 0, failed: 0, skipped: 0 }

/** The last line of the run. Nothing failed and something passed, or the run isn't green. */
export function sumOf(results: readonly Counts[]): { line: string; isGreen: boolean } {
  const add = (key: keyof Counts): number => results.reduce((sum, counts) => sum + counts[key], 0)
  const [passed, failed, skipped] = [add('passed'), add('failed'), add('skipped')]
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return { line, isGreen: failed === 0 && passed > 0 }
}

export function tellStage(name: string, { passed, failed }: Counts): string {
  if (failed > 0) return `${name}: FAILED, ${failed} of ${passed + failed}`
  return passed > 1 ? `${name}: ${passed} passed` : `${name}: passed`
}

/**
 * The counts of a runner that ended: a runner that crashed, ran nothing or says it failed is a failure even where its
 * report names none.
 */
export function judged(counts: Counts, exitCode: number): Counts {
  const isSilentFailure = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return isSilentFailure ? { ...counts, failed: 1 } : counts
}

/** The part of Vitest's JSON report that we read. */
interface VitestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

export function vitestCounts(report: VitestReport): Counts {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const count = (...states: string[]): number => tests.filter(({ status }) => states.includes(status)).length
  // A file that fails before its first test has no test to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const [passed, failed] = [count('passed'), count('failed') + broken.length]
  return { passed, failed, skipped: tests.length - passed - count('failed') }
}

/** The part of Playwright's JSON report that we read. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

export function playwrightCounts({ stats, errors }: PlaywrightReport): Counts {
  const failed = stats.unexpected + (stats.unexpected === 0 ? errors.length : 0)
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped }
}
