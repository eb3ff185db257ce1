import type { KeySource } from '../../../packages/client/src/media/frame-worker-keeper.ts'
import type { KeyMessage } from '../../../packages/client/src/sframe/key-messages.ts'

/** An epoch as the test tells it. */
export interface TestEpoch {
  epoch: number
  people: { id: string; leaf: number }[]
}

/** How long the others are given to get an epoch's keys before one sends under it, in milliseconds. */
const switchAfterMs = 150

/**
 * Keys without a group: every page derives everybody's from epoch and name. As with a group, the first worker of a page gets
 * the key of the epoch that is, and each later one none before the next epoch.
 */
export class TestKeys implements KeySource {
  /** What becomes of messages to the worker: lost, or with keys that nobody else has. */
  fault: 'none' | 'lost' | 'wrong' = 'none'
  readonly #ownId: () => string
  readonly #wantsEpoch: () => void
  #port: MessagePort | null = null
  #now: TestEpoch | null = null
  #given = -1

  /** @param wantsEpoch asks the test for the next epoch. */
  constructor(ownId: () => string, wantsEpoch: () => void) {
    this.#ownId = ownId
    this.#wantsEpoch = wantsEpoch
  }

  connect(port: MessagePort): void {
    this.#port = port
    if (!this.#now) return
    void this.#open(this.#now)
    if (this.#given >= this.#now.epoch) this.#wantsEpoch()
    else void this.#send(this.#now)
  }

  async begin(next: TestEpoch): Promise<void> {
    this.#now = next
    await this.#open(next)
    await new Promise((resolve) => setTimeout(resolve, switchAfterMs))
    if (this.#now === next) await this.#send(next)
  }

  /** What was lost comes late. */
  async again(): Promise<void> {
    if (this.#now) await this.#open(this.#now)
  }

  stop(): void {
    this.#post({ type: 'stop' })
  }

  async #open({ epoch, people }: TestEpoch) {
    const others = people.filter(({ id }) => id !== this.#ownId())
    const senders = await Promise.all(
      others.map(async ({ id, leaf }) => ({ leaf, member: memberOf(id), baseKey: await this.#baseKey(epoch, id) })),
    )
    this.#post({ type: 'receive-keys', keys: { epoch, senders } })
  }

  async #send({ epoch, people }: TestEpoch) {
    const own = people.find(({ id }) => id === this.#ownId())
    if (!own || this.#port === null || this.#given >= epoch) return
    this.#given = epoch
    this.#post({ type: 'send-key', key: { epoch, leaf: own.leaf, baseKey: await this.#baseKey(epoch, own.id) } })
  }

  #post(message: KeyMessage) {
    if (this.fault !== 'lost') this.#port?.postMessage(message)
  }

  async #baseKey(epoch: number, id: string): Promise<Uint8Array<ArrayBuffer>> {
    const secret = `${epoch} ${id} ${this.fault === 'wrong' ? this.#ownId() : ''}`
    return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))).slice(0, 16)
  }
}

export function memberOf(participantId: string): string {
  return `member ${participantId}`
}
