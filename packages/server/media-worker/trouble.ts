/** Why there is no worker binary, as operators are shown it. `command` is one exact line that they can run. */
export interface Trouble {
  code: 'worker.packages-missing' | 'worker.build-failed' | 'worker.start-failed'
  detail: string
  command?: string
}

export class WorkerTrouble extends Error {
  override name = 'WorkerTrouble'
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(`${trouble.code}: ${trouble.detail}`)
    this.trouble = trouble
  }
}
