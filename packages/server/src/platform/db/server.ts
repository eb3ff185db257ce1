import type pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { derivePassword, scramVerifier } from './access/login.ts'
import type { Engine } from './engine.ts'
import { dumpServer } from './server-copy.ts'
import { ServerChannel } from './server-channel.ts'
import { connectPool, loginOf, openServerPool, type ServerLogin } from './server-pool.ts'
import { sqlStateOf } from './statements/database-error.ts'

/** Opens a database on a server. @throws StartupError `db.unreachable` */
export async function openServer(url: string): Promise<Engine> {
  const owner = await openServerPool(url)
  const address = loginOf(url)
  const verifierOf = (login: string) => {
    const password = derivePassword(address.password, login)
    return password === null ? null : scramVerifier(password, login)
  }
  return {
    copy: { engine: 'server', bytes: () => dumpServer(url) },
    owner,
    verifierOf,
    enter: async (login, resetPassword) => {
      const verifier = verifierOf(login)
      const own = { ...address, user: login, password: derivePassword(address.password, login) ?? undefined }
      const pool = await logIn(own, () => (verifier === null ? Promise.resolve() : resetPassword(verifier)))
      await owner.end()
      return new ServerChannel(pool)
    },
    abandon: () => owner.end(),
  }
}

/** The owner's password may have changed since, and so what is derived from it. */
async function logIn(login: ServerLogin, resetPassword: () => Promise<void>): Promise<pg.Pool> {
  try {
    return await connectPool(login)
  } catch (error) {
    if (!isRefusal(error)) throw refused(login, error)
  }
  await resetPassword()
  return connectPool(login).catch((error: unknown) => {
    throw refused(login, error)
  })
}

// Class 28 of appendix A: wrong password, or no rule in pg_hba.conf.
function isRefusal(error: unknown): boolean {
  return sqlStateOf(error)?.startsWith('28') === true
}

function refused({ user, host, port }: ServerLogin, error: unknown): StartupError {
  const state = sqlStateOf(error)
  const why = state === null ? 'no answer' : `SQLSTATE ${state}`
  return new StartupError('db.login-refused', `${host}:${port} does not let in the role ${user ?? ''} (${why}).`)
}
