import { ReportTaken, reportsAddress, type NewReport } from '@samtale/protocol'

export type ReportOutcome = { reference: string } | { problem: 'failed' | 'tooMany' | 'refused' | 'notTaken' }

const problems: Record<number, 'tooMany' | 'refused' | 'notTaken'> = { 400: 'notTaken', 404: 'refused', 429: 'tooMany' }

/** Sends a report as it stands: nothing is added to it. */
export async function sendReport(report: NewReport): Promise<ReportOutcome> {
  try {
    const response = await fetch(reportsAddress, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
    })
    if (!response.ok) return { problem: problems[response.status] ?? 'failed' }
    const taken = ReportTaken.safeParse(await response.json())
    return taken.success ? { reference: taken.data.reference } : { problem: 'failed' }
  } catch {
    return { problem: 'failed' }
  }
}
