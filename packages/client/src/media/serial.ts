/** Runs tasks one after another. A task that fails doesn't keep the next from running. */
export interface Serial {
  run(task: () => Promise<void> | void): void
  /** Nothing that waits is run any more. */
  stop(): void
}

export function createSerial(): Serial {
  let last: Promise<void> = Promise.resolve()
  let stopped = false
  return {
    run(task) {
      last = last.then(() => (stopped ? undefined : task())).catch(() => undefined)
    },
    stop() {
      stopped = true
    },
  }
}
