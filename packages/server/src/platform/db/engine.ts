import type { PostgresPool } from 'kysely'
import type { Channel } from './statements/channel.ts'

/** A copy of a whole database, as its engine makes one: a tar of its folder, or what pg_dump writes. */
export interface DatabaseCopy {
  readonly engine: 'embedded' | 'server'
  /** Nobody else speaks to an embedded database meanwhile. @throws ProgramFailed */
  bytes(): AsyncIterable<Uint8Array>
}

/** A database that is open, for its owner first and then for nobody but purposes. */
export interface Engine {
  readonly copy: DatabaseCopy
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
