/** What the overview counts: numbers alone. Null where the policy in force has nothing of the kind. */
export interface OverviewParts {
  openReports(): Promise<number | null>
  appeals(): Promise<number | null>
  failedMail(): Promise<number>
  waitingMail(): Promise<number>
  overdueHolds(): Promise<number>
  /** Meetings that run, and people in them. */
  calls(): { readonly rooms: number; readonly people: number }
}
