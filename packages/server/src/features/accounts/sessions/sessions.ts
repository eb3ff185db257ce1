import { createHmac } from 'node:crypto'
import { randomText } from '../../../platform/ids.ts'
import { Personal } from '../../../platform/personal.ts'
import { idleSeconds, oldestMs, type Auth } from '../auth.ts'
import type { AccountParts } from '../parts.ts'
import { sessionCookie } from '../personal-data.ts'
import { sessionStore, type Session } from './session-store.ts'
import { accountCategory, sessionCategory } from '../tables.ts'

/** Somebody who is signed in. */
export interface SignedIn {
  readonly account: string
  readonly session: string
  readonly email: Personal<string>
  readonly name: Personal<string>
  /** Still without the second factor that the account asks for: nothing of the account is open to them. */
  readonly waiting: boolean
  /** Showed within the last ten minutes that they are it: asked for before what can't be undone. */
  readonly fresh: boolean
  /** Signed in with a passkey, which stands for two factors; and when they last showed that they are it. */
  readonly byPasskey: boolean
  readonly shownAt: Date
}

/** Who is behind a request, and cookies for the answer: a session that is used lasts longer. */
export interface Found {
  readonly who: SignedIn | null
  readonly cookies: readonly string[]
}

const freshMs = 10 * 60_000

/** Where people are signed in. The token is in their cookie and nowhere else; lists and ends go by ids. */
export function createSessions(parts: AccountParts, auth: Auth) {
  const { database, seals, clock } = parts
  const store = sessionStore(database)
  const cookieKey = seals.secret('sign-in.cookies').toString('hex')
  return {
    find: async (cookie: string): Promise<Found> => {
      if (!cookie.includes(sessionCookie)) return { who: null, cookies: [] }
      const headers = new Headers({ cookie })
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
      if (response === null) return { who: null, cookies: answered.getSetCookie() }
      const { session, user } = response
      const now = clock.now().getTime()
      if (now - session.createdAt.getTime() > oldestMs) {
        await store.end(session.id, clock.now())
        return { who: null, cookies: [] }
      }
      const shownAt = new Date(session.shownAt ?? 0)
      const who = {
        account: user.id,
        session: session.id,
        email: new Personal(accountCategory, user.email),
        name: new Personal(accountCategory, user.name),
        waiting: session.waiting,
        fresh: now - shownAt.getTime() <= freshMs,
        byPasskey: session.way === 'passkey',
        shownAt,
      }
      return { who, cookies: answered.getSetCookie() }
    },

    /** The second factor was shown: the session is open, under another token (OWASP, session fixation). Gives its cookie. */
    open: async (session: string): Promise<string> => {
      const token = randomText(43)
      const now = clock.now()
      await store.change(session, {
        token_index: seals.index(sessionCategory, token),
        waiting: false,
        shown_at: now,
        updated_at: now,
      })
      const signature = createHmac('sha256', cookieKey).update(token).digest('base64')
      return `${sessionCookie}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${idleSeconds}`
    },

    /** Oldest first; without those that lapsed. */
    list: async (account: string): Promise<Session[]> => {
      const now = clock.now()
      const sessions = await store.ofAccount(account)
      return sessions.filter(({ expires_at, waiting }) => expires_at > now && !waiting)
    },

    /** Ends one of an account's; false where it is somebody else's or over. */
    end: async (account: string, session: string): Promise<boolean> => {
      const own = await store.ofAccount(account)
      return own.some(({ id }) => id === session) && store.end(session, clock.now())
    },

    endOthers: async (account: string, except: string): Promise<void> => {
      for (const { id } of await store.ofAccount(account)) if (id !== except) await store.end(id, clock.now())
    },
  }
}

/** What removes the cookie. */
export const noSession = `${sessionCookie}=; Max-Age=0`
