import type { PostgresPool } from 'kysely'
import type { Channel } from './statements/channel.ts'

/** A database that is open, for its owner first and then for nobody but purposes. */
export interface Engine {
  /** Everything is allowed; until `enter`. */
  readonly owner: PostgresPool
  /** What a server keeps of the login's password; null where it needs none. */
  verifierOf(login: string): string | null
  /**
   * Ends the owner's time.
   * @param resetPassword gives the login the password again
   * @throws StartupError `db.login-refused`
   */
  enter(login: string, resetPassword: (verifier: string) => Promise<void>): Promise<Channel>
  /** Where `enter` was never reached. */
  abandon(): Promise<void>
}
