import { createHmac } from 'node:crypto'
import { newId, randomText } from '../../../platform/ids.ts'
import { Personal } from '../../../platform/personal.ts'
import { idleSeconds, oldestMs, type Auth } from '../auth.ts'
import { sessionModel } from '../adapter/session.ts'
import type { AccountParts } from '../parts.ts'
import { phoneOf } from '../phone/phone-number.ts'
import { sessionCookie } from '../personal-data.ts'
import { sessionStore, type Session } from './session-store.ts'
import { accountCategory, sessionCategory, type Way } from '../tables.ts'

/** Somebody who is signed in. */
export interface SignedIn {
  readonly account: string
  readonly session: string
  /** Empty where they have a phone number alone. */
  readonly email: Personal<string>
  /** Where they have no address. */
  readonly phone: Personal<string> | null
  readonly name: Personal<string>
  /** Still without the second factor that the account asks for: nothing of the account is open to them. */
  readonly waiting: boolean
  /** Showed within the last ten minutes that they are it: asked for before what can't be undone. */
  readonly fresh: boolean
  /** How many factors they showed since they signed in. */
  readonly factors: 1 | 2
}

/** Who is behind a request, and cookies for the answer: a session that is used lasts longer. */
export interface Found {
  readonly who: SignedIn | null
  readonly cookies: readonly string[]
}

const freshMs = 10 * 60_000

/** Where people are signed in. The token is in their cookie and nowhere else; lists and ends go by ids. */
export function createSessions(parts: AccountParts, auth: Auth, asksForFactor: (account: string) => Promise<boolean>) {
  const { database, seals, clock } = parts
  const store = sessionStore(database)
  const cookieKey = seals.secret('sign-in.cookies').toString('hex')
  /** The token, signed as better-auth reads it. */
  const cookieOf = (token: string): string => {
    const signature = createHmac('sha256', cookieKey).update(token).digest('base64')
    return `${sessionCookie}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${idleSeconds}`
  }
  return {
    /** Signs somebody in who showed who they are in a way that better-auth doesn't know. Gives the cookie. */
    begin: async (account: string, way: Way): Promise<string> => {
      const token = randomText(43)
      const now = clock.now()
      await sessionModel(parts).create({
        id: newId(now),
        userId: account,
        token,
        way,
        waiting: await asksForFactor(account),
        createdAt: now,
        updatedAt: now,
        expiresAt: new Date(now.getTime() + idleSeconds * 1_000),
      })
      return cookieOf(token)
    },

    find: async (cookie: string): Promise<Found> => {
      if (!cookie.includes(sessionCookie)) return { who: null, cookies: [] }
      const headers = new Headers({ cookie })
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
      if (response === null) return { who: null, cookies: answered.getSetCookie() }
      const { session } = response
      if (clock.now().getTime() - session.createdAt.getTime() > oldestMs) {
        await store.end(session.id, clock.now())
        return { who: null, cookies: [] }
      }
      return { who: signedIn(response, clock.now()), cookies: answered.getSetCookie() }
    },

    /** The second factor was shown: the session is open, under another token (OWASP, session fixation). Gives its cookie. */
    open: async (session: string): Promise<string> => {
      const token = randomText(43)
      const now = clock.now()
      await store.change(session, {
        token_index: seals.index(sessionCategory, token),
        waiting: false,
        factors: 2,
        shown_at: now,
        updated_at: now,
      })
      return cookieOf(token)
    },

    ...ownSessions(parts),
  }
}

/** The sessions of one account: listed, ended, and held back. */
function ownSessions({ database, clock }: AccountParts) {
  const store = sessionStore(database)
  return {
    /** From now on nothing is open to an account's sessions in which one factor was shown, until the second is. */
    askForFactor: async (account: string): Promise<void> => {
      const own = await store.ofAccount(account)
      for (const { id, factors } of own) if (factors === 1) await store.change(id, { waiting: true })
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

/** Who better-auth found, as the pages know them. */
function signedIn({ session, user }: FoundByAuth, now: Date): SignedIn {
  const phone = phoneOf(user.email)
  return {
    account: user.id,
    session: session.id,
    email: new Personal(accountCategory, phone === null ? user.email : ''),
    phone: phone === null ? null : new Personal(accountCategory, phone),
    name: new Personal(accountCategory, user.name),
    waiting: session.waiting,
    fresh: now.getTime() - new Date(session.shownAt ?? 0).getTime() <= freshMs,
    factors: session.factors === 2 ? 2 : 1,
  }
}

type FoundByAuth = NonNullable<Awaited<ReturnType<Auth['api']['getSession']>>>

/** What removes the cookie. */
export const noSession = `${sessionCookie}=; Max-Age=0`
