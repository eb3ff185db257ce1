import { randomText, sha256 } from '../../platform/ids.ts'
import type { Person } from './doorkeeper.ts'

interface Admission {
  /** The account it belongs to; null for a guest, whom nothing but the token tells. */
  account: string | null
  /** They were made a host. */
  promoted: boolean
  /** The stay that uses it. */
  participantId: string | null
}

/**
 * Who may pass one meeting's locked door (rule N5), and who may not come at all (H8). Of a token only the hash is kept.
 * All of it ends with the meeting.
 */
export class Admissions {
  readonly #admissions = new Map<string, Admission>()
  readonly #blockedPeople = new Set<string>()
  readonly #blockedTokens = new Set<string>()

  /** A new one, which no stay uses yet. */
  give(person: Person | null): { token: string; hash: string } {
    const token = randomText(32)
    const hash = sha256(token)
    this.#admissions.set(hash, { account: accountOf(person), promoted: false, participantId: null })
    return { token, hash }
  }

  /** The hash of a token that opens the door for this person now, or null. @param isHere whether a stay still lasts. */
  accepted(token: string | undefined, person: Person | null, isHere: (id: string) => boolean): string | null {
    if (token === undefined) return null
    const hash = sha256(token)
    const admission = this.#admissions.get(hash)
    if (admission === undefined || admission.account !== accountOf(person)) return null
    return admission.participantId !== null && isHere(admission.participantId) ? null : hash
  }

  /**
   * A stay begins, with an admission of its own in place of the one that opened the door.
   * Returns whether its owner had been made a host.
   */
  renew(passed: string | null, hash: string, participantId: string): boolean {
    const promoted = passed !== null && (this.#admissions.get(passed)?.promoted ?? false)
    if (passed !== null) this.#admissions.delete(passed)
    const admission = this.#admissions.get(hash)
    if (admission !== undefined) Object.assign(admission, { participantId, promoted })
    return promoted
  }

  promote(hash: string): void {
    const admission = this.#admissions.get(hash)
    if (admission !== undefined) admission.promoted = true
  }

  withdraw(hash: string): void {
    this.#admissions.delete(hash)
  }

  block(hash: string, person: Person | null): void {
    this.withdraw(hash)
    this.#blockedTokens.add(hash)
    if (person !== null) this.#blockedPeople.add(keyOf(person))
  }

  isBlocked(token: string | undefined, person: Person | null): boolean {
    if (token !== undefined && this.#blockedTokens.has(sha256(token))) return true
    return person !== null && this.#blockedPeople.has(keyOf(person))
  }

  /** The meeting is over. What was given to who is on the way in stays. */
  clear(kept: ReadonlySet<string>): void {
    for (const hash of this.#admissions.keys()) if (!kept.has(hash)) this.#admissions.delete(hash)
    this.#blockedPeople.clear()
    this.#blockedTokens.clear()
  }
}

function accountOf(person: Person | null): string | null {
  return person?.kind === 'account' ? person.key : null
}

function keyOf({ kind, key }: Person): string {
  return `${kind} ${key}`
}
