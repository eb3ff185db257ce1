import type { Recipient } from '@samtale/policy'

/** Recipients of the policy in force, by key. */
export type Recipients = Readonly<Record<string, Pick<Recipient, 'browser'>>>

export interface Opened {
  /** What this person said yes to. */
  readonly consents: ReadonlySet<string>
  /** Recipients that this page is for, since somebody clicked to have them. */
  readonly clicked?: readonly string[]
}

/** Everything comes from this origin, nothing is inline, nobody frames it (W3C CSP3). */
const own: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'media-src': ["'self'", 'blob:'],
  'frame-src': [],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/**
 * No text becomes code (W3C Trusted Types): the one policy is that of the storage border, which lets workers of our own
 * through. Scripts of others don't know it, so a page that one of them was let into goes without.
 */
const trustedTypes = ["require-trusted-types-for 'script'", 'trusted-types default']

/**
 * The Content Security Policy of a page: the strictest that the web app runs under, and beside it just the hosts that
 * recipients of the policy have in browsers, each for its directives: those without a consent always, the others once it
 * was given; those that a click loads on pages of their own.
 * @throws TypeError where a host is none, such as `*`, a scheme or a keyword
 */
export function contentSecurityPolicy(recipients: Recipients, { consents, clicked = [] }: Opened): string {
  const open = new Map<string, string[]>(Object.entries(own).map(([directive, sources]) => [directive, [...sources]]))
  for (const [key, { browser }] of Object.entries(recipients)) {
    if (browser === undefined || (browser.consent !== undefined && !consents.has(browser.consent))) continue
    if (browser.onClick === true && !clicked.includes(key)) continue
    for (const directive of browser.directives) open.get(directive)?.push(...browser.hosts.map(sourceOf))
  }
  const strangers = (open.get('script-src')?.length ?? 0) > 1
  const lines = [...open].filter(([, sources]) => sources.length > 0).map((line) => line.flat().join(' '))
  return [...lines, ...(strangers ? [] : trustedTypes)].join('; ')
}

const host = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?::\d{1,5})?$/i
const ownMachine = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/

function sourceOf(name: string): string {
  if (ownMachine.test(name)) return `http://${name}`
  if (host.test(name)) return `https://${name}`
  throw new TypeError('A host of a recipient is no host name.')
}
