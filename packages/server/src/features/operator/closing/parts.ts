import type { Suspensions } from '../../suspension/index.ts'

/** Somebody's account, opened with a reason. */
export interface SeenAccount {
  readonly account: string
  readonly email: string
  readonly name: string
  readonly role: string
}

/** What closing accounts and rooms needs. */
export interface ClosingParts {
  readonly suspensions: Suspensions
  /** The number of the account behind an address; null where there is none. */
  accountAt(address: string): Promise<string | null>
  see(account: string): Promise<SeenAccount | null>
  /** Whether another operator than this one could decide. */
  othersThan(account: string): Promise<boolean>
  /** How a room stands; null where nobody made one of this name. */
  roomAt(name: string): Promise<{ readonly name: string; readonly status: string } | null>
  /** Has a room answer as closed, or as open again. */
  closeRoom(name: string, isClosed: boolean): Promise<void>
}
