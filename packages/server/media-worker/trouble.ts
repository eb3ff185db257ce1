import type { EngineTrouble } from '../src/platform/media/engine.ts'

/** Why there is no worker binary. `trouble` is what operators are shown. */
export class WorkerTrouble extends Error {
  override name = 'WorkerTrouble'
  readonly trouble: EngineTrouble

  constructor(trouble: EngineTrouble) {
    super(`${trouble.code}: ${trouble.detail}`)
    this.trouble = trouble
  }
}
