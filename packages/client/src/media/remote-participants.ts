import { slots, type Slot } from '@samtale/protocol'
import { best, type ActivePath, type IncomingTrack } from './active-path.ts'
import { createLevelReader } from './audio-level.ts'
import type { ReceiveStatus } from './frame-messages.ts'
import type { RemoteMedia } from './meeting-media.ts'
import { chooseTrack } from './track-choice.ts'

interface Shown extends IncomingTrack {
  generation: number
}

/** Differences of loudness that nobody sees. */
const levelStep = 0.005

const waiting: ReceiveStatus = { state: 'waiting', why: null }

/** What is shown of each other participant: one object for the whole stay, from whichever paths there are. */
export class RemoteParticipants {
  readonly #remotes = new Map<string, RemoteMedia>()
  readonly #shown = new Map<string, Partial<Record<Slot, Shown>>>()
  readonly #readLevel = createLevelReader()

  view(): ReadonlyMap<string, RemoteMedia> {
    return this.#remotes
  }

  add(participantId: string): void {
    this.#remotes.set(participantId, { tracks: {}, connection: 'connecting', level: 0, encryption: waiting })
    this.#shown.set(participantId, {})
  }

  remove(participantId: string): void {
    this.#remotes.delete(participantId)
    this.#shown.delete(participantId)
  }

  clear(): void {
    this.#remotes.clear()
    this.#shown.clear()
  }

  /** Chooses anew what is shown. Returns whether anything changed. */
  refresh(paths: readonly ActivePath[], receiving: (participantId: string) => ReceiveStatus | undefined): boolean {
    const incoming = paths.flatMap((path) => path.incoming().map((one) => ({ ...one, generation: path.generation })))
    const changes = [...this.#remotes].map(([participantId, remote]) => {
      const theirs = incoming.filter((one) => one.participantId === participantId)
      const connection = best(paths.map((path) => path.connection(participantId)))
      const encryption = receiving(participantId) ?? waiting
      const before = [remote.connection, remote.encryption]
      Object.assign(remote, { connection, encryption })
      const chosen = this.#choose(participantId, remote, theirs)
      return chosen || before[0] !== connection || before[1] !== encryption
    })
    return changes.includes(true)
  }

  /** Reads how loud everyone is. Returns whether anything changed. */
  refreshLevels(now: number): boolean {
    const changes = [...this.#remotes].map(([participantId, remote]) => {
      const microphone = this.#shown.get(participantId)?.microphone
      const level = microphone ? this.#readLevel(microphone.receiver, now) : 0
      if (Math.abs(level - remote.level) < levelStep) return false
      remote.level = level
      return true
    })
    return changes.includes(true)
  }

  /** Whether something that is shown comes by this path: arriving, or `evenStill`. */
  showsFrom(generation: number, evenStill: boolean): boolean {
    const all = [...this.#shown.values()].flatMap((bySlot) => Object.values(bySlot))
    return all.some((one) => one.generation === generation && (one.flow !== 'quiet' || evenStill))
  }

  #choose(participantId: string, remote: RemoteMedia, theirs: Shown[]): boolean {
    const before = this.#shown.get(participantId) ?? {}
    const after: Partial<Record<Slot, Shown>> = {}
    const tracks: RemoteMedia['tracks'] = {}
    for (const slot of slots) {
      const candidates = theirs.filter((one) => one.slot === slot)
      const chosen = chooseTrack(candidates, before[slot]?.generation ?? null)
      if (!chosen) continue
      after[slot] = chosen
      tracks[slot] = chosen.track
    }
    this.#shown.set(participantId, after)
    const changed = slots.some((slot) => remote.tracks[slot] !== tracks[slot])
    if (changed) remote.tracks = tracks
    return changed
  }
}
