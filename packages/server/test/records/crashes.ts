import type { Engine } from '../../src/platform/db/engine.ts'
import type { Channel, OpenTransaction } from '../../src/platform/db/statements/channel.ts'

export class Crash extends Error {}

/** For tests: ends what is done at one of its steps, before it or when it is done and nobody has heard. */
export class Crashes {
  #left: { steps: number; when: 'before' | 'after' } | null = null
  /** Transactions that were kept. */
  commits = 0

  arm(steps: number, when: 'before' | 'after'): void {
    this.#left = { steps, when }
    this.commits = 0
  }

  disarm(): void {
    this.#left = null
  }

  async step<Result>(work: () => Promise<Result>): Promise<Result> {
    const crashes = this.#count()
    if (crashes === 'before') throw new Crash()
    const result = await work()
    if (crashes === 'after') throw new Crash()
    return result
  }

  #count(): 'before' | 'after' | null {
    if (this.#left === null) return null
    this.#left.steps -= 1
    return this.#left.steps === 0 ? this.#left.when : null
  }

  /** The same engine: each statement, each begin and each commit is a step. */
  around(engine: Engine): Engine {
    return {
      copy: engine.copy,
      owner: engine.owner,
      verifierOf: (login) => engine.verifierOf(login),
      abandon: () => engine.abandon(),
      enter: async (login, resetPassword) => this.#channel(await engine.enter(login, resetPassword)),
    }
  }

  #channel(channel: Channel): Channel {
    return {
      once: (role, statement) => this.step(() => channel.once(role, statement)),
      begin: () => this.#begin(channel),
      end: () => channel.end(),
    }
  }

  // A process that ends takes its connections along.
  async #begin(channel: Channel): Promise<OpenTransaction> {
    const begun: OpenTransaction[] = []
    try {
      return this.#transaction(
        await this.step(async () => {
          const open = await channel.begin()
          begun.push(open)
          return open
        }),
      )
    } catch (error) {
      for (const open of begun) await open.rollback()
      throw error
    }
  }

  #transaction(open: OpenTransaction): OpenTransaction {
    return {
      run: (role, statement) => this.step(() => open.run(role, statement)),
      commit: () => this.#commit(open),
      rollback: () => open.rollback(),
    }
  }

  async #commit(open: OpenTransaction): Promise<boolean> {
    let isOver = false
    try {
      return await this.step(async () => {
        isOver = true
        const kept = await open.commit()
        if (kept) this.commits += 1
        return kept
      })
    } catch (error) {
      if (!isOver) await open.rollback()
      throw error
    }
  }
}
