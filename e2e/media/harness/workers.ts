/** Every worker that the page makes from now on, so that tests can end one. */
export function watchWorkers(): Worker[] {
  const made: Worker[] = []
  const Original = window.Worker
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      made.push(this)
    }
  }
  return made
}
