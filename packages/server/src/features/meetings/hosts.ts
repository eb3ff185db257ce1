import type { NewEvent } from '@samtale/protocol'
import type { Participant } from './participant.ts'
import { isHost, type Standing } from './rights/meeting-rights.ts'

export interface HostsOptions {
  /** In the order they came. */
  people: ReadonlyMap<string, Participant>
  owned(): boolean
  post(event: NewEvent): void
  /** They weren't before, and see from now on who waits at the door. */
  becameHost(participant: Participant): void
}

/** Who hosts one meeting (rule H1). */
export class Hosts {
  readonly #options: HostsOptions

  constructor(options: HostsOptions) {
    this.#options = options
  }

  standingOf(participant: Participant): Standing {
    if (participant.claimed === 'host') return 'claim'
    if (!this.#options.owned() && this.#eldest() === participant) return 'eldest'
    return participant.promoted ? 'promoted' : 'guest'
  }

  present(): boolean {
    return this.#all().length > 0
  }

  /** Somebody new: their role is known before anybody hears of them. */
  welcome(participant: Participant): void {
    participant.role = this.#roleOf(participant)
  }

  /** Tells everybody whose role has changed. */
  review(): void {
    for (const participant of this.#options.people.values()) {
      const role = this.#roleOf(participant)
      if (role === participant.role) continue
      participant.role = role
      this.#options.post({ type: 'role.changed', participantId: participant.id, role })
      if (role === 'host') this.#options.becameHost(participant)
    }
  }

  tell(event: NewEvent): void {
    for (const { outbox } of this.#all()) outbox.post(event)
  }

  /** Hosts by the room's record. */
  tellOwners(event: NewEvent): void {
    for (const host of this.#all()) if (this.standingOf(host) === 'claim') host.outbox.post(event)
  }

  #all(): Participant[] {
    return [...this.#options.people.values()].filter((participant) => participant.role === 'host')
  }

  #roleOf(participant: Participant): 'host' | 'guest' {
    return isHost(this.standingOf(participant)) ? 'host' : 'guest'
  }

  #eldest(): Participant | undefined {
    return this.#options.people.values().next().value
  }
}
