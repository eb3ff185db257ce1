/** How far the work on the worker binary is. */
export interface WorkerProgress {
  /** A short English phrase: "Building the media worker". */
  step: string
  /** Of this step, 0 to 1; null where it can't be told. */
  fraction: number | null
  /** Until the binary is there, an estimate; null while there is nothing to base it on. */
  secondsLeft: number | null
}

export type ReportProgress = (progress: WorkerProgress) => void
