import type { MediaPath } from '@samtale/protocol'
import { best, type ActivePath, type ConnectionState } from './active-path.ts'
import { mayEnd } from './track-choice.ts'

interface Path {
  active: ActivePath
  /** Milliseconds of the page's clock; see `mayEnd`. */
  retiredAt: number | null
  replacedSince: number | null
  idleSince: number | null
  /** It went through a router that is gone. */
  lost: boolean
}

/** The ways that media travel now: more than one while one takes over from another. */
export class Paths {
  #mode: MediaPath['mode'] = 'direct'
  #generation = -Infinity
  /** Oldest first. */
  #paths: Path[] = []

  all(): ActivePath[] {
    return this.#paths.map(({ active }) => active)
  }

  /** The path that the server last named; none while the router is being restarted. */
  newest(): ActivePath | undefined {
    return this.#mode === 'interrupted' ? undefined : this.#paths.at(-1)?.active
  }

  isNews(path: MediaPath): boolean {
    return path.generation > this.#generation
  }

  /**
   * The server was restarted: what goes directly doesn't need it and goes on, what went by its router is over.
   * @returns whether the newest goes on, so that nothing is to be begun.
   */
  goOn(path: MediaPath): boolean {
    const newest = this.newest()
    this.#loseRouter()
    if (path.mode !== 'direct' || newest?.mode !== 'direct') return false
    this.#generation = path.generation
    newest.goOn(path.generation)
    return true
  }

  /** The server named another path: the others go on beside it until `endOld` finds that they may end. */
  begin(path: MediaPath, make: (path: Exclude<MediaPath, { mode: 'interrupted' }>) => ActivePath): void {
    this.#mode = path.mode
    this.#generation = path.generation
    if (path.mode === 'interrupted') return this.#loseRouter()
    for (const one of this.#paths) {
      Object.assign(one, { retiredAt: performance.now(), replacedSince: null, idleSince: null })
      one.active.retire()
    }
    this.#paths.push({ active: make(path), retiredAt: null, replacedSince: null, idleSince: null, lost: false })
  }

  /**
   * Ends what is replaced.
   * @param showsFrom whether something that is shown comes by a path: arriving, or `evenStill`.
   * @returns whether something ended.
   */
  endOld(now: number, showsFrom: (generation: number, evenStill: boolean) => boolean): boolean {
    const newest = this.newest()
    if (!newest || this.#paths.length < 2) return false
    const ended = this.#paths.filter((one) => {
      const needed = showsFrom(one.active.generation, one.lost)
      return one.active !== newest && isOver(one, newest, needed, now)
    })
    this.#paths = this.#paths.filter((one) => !ended.includes(one))
    for (const { active } of ended) active.close()
    return ended.length > 0
  }

  /** How one's own connections do: the worst of the newest path, or that there is none. */
  health(): ConnectionState {
    if (this.#mode === 'interrupted' || this.newest()?.health() === 'interrupted') return 'interrupted'
    return best(this.all().map((active) => active.health()))
  }

  close(): void {
    for (const active of this.all()) active.close()
    this.#paths = []
    this.#generation = -Infinity
  }

  #loseRouter() {
    for (const one of this.#paths) {
      one.lost ||= one.active.mode === 'router'
      one.active.routerLost()
    }
  }
}

function isOver(old: Path, newest: ActivePath, needed: boolean, now: number): boolean {
  const replaced = newest.health() === 'connected'
  old.replacedSince = replaced ? (old.replacedSince ?? now) : null
  old.idleSince = replaced && !needed ? (old.idleSince ?? now) : null
  return mayEnd({
    retiredForMs: now - (old.retiredAt ?? now),
    replacedForMs: since(old.replacedSince, now),
    idleForMs: since(old.idleSince, now),
  })
}

function since(then: number | null, now: number): number | null {
  return then === null ? null : now - then
}
