import type { Language } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { withPageStorage, type Storage } from './page-storage.ts'

/** How somebody wants pages to be. */
interface Chosen {
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: Language
}

/** The app's page with that: it needs no cookie and no storage of its own for it. */
export function withChosen(page: string, chosen: Chosen | null): string {
  if (chosen === null) return page
  const { theme, language } = chosen
  return page.replace('<html ', `<html data-account-theme="${theme}" data-account-language="${language}" `)
}

/** What stands on the front page beside the web app, made safe: what others load there, and the question whether they may. */
export interface FrontPageParts {
  consentsOf(request: FastifyRequest): ReadonlySet<string>
  /** A browser that says “don't follow me” is heard before anything is shown. */
  honourSignal(request: FastifyRequest, reply: FastifyReply): Promise<void>
  around(request: FastifyRequest): { head: string; foot: string }
  /** Whether somebody who has rooms asks: the front page then leads to them. */
  hasRooms?(request: FastifyRequest, reply: FastifyReply): Promise<boolean>
  /** Whether there are accounts: the front page then leads guests to where they sign in. */
  readonly canSignIn?: boolean
  /** What somebody who is signed in chose for their account; null for a guest. */
  personOf?(request: FastifyRequest): Chosen | null
  /** Answers in place of the app at an address that leads nowhere any more; null where it does. */
  closed?(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | null>
}

/**
 * What others load gets no cookies of theirs from the browser and leaves none there (HTML §7.1.4, `credentialless`):
 * what may be kept is what the policy declares for this site, and we can remove it again.
 */
export const withoutCredentials = { 'cross-origin-embedder-policy': 'credentialless' } as const

/**
 * The app's page at `/`, with the parts of others that this visitor let in. Rooms have another document, which nobody
 * else is ever let into.
 */
export function frontPage(page: string, storage: Storage, parts: FrontPageParts) {
  return (request: FastifyRequest): string => {
    const { head, foot } = parts.around(request)
    const own = withPageStorage(page, storage, parts.consentsOf(request))
    if (head === '' && foot === '') return own
    const sheet = '<link rel="stylesheet" href="/consent.css">'
    return own.replace('</head>', () => `${sheet}${head}</head>`).replace('<noscript>', () => `${foot}<noscript>`)
  }
}
