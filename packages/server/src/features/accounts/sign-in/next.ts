import type { Language } from '@samtale/policy'

/** Where somebody goes after signing in who came for nothing else. */
export const home = '/account'

const longest = 500
/** What a part of a page's path is made of: letters of any script, digits, and `-._~` inside. */
const part = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._~-]*$/u
/** Nobody wants to come back to these. */
const notPages = ['api', 'sign-in', 'sign-out', 'sign-up', 'ws']

/**
 * Where somebody goes after signing in: the page of ours that they came for. A path and nothing else, whatever they were
 * sent with, so that a link to the sign-in page leads to no other site (CWE-601). It is taken apart and put together
 * again: what browsers read otherwise than we do (`//`, `\`, dots, control characters, encoded ones) has no place in it.
 */
export function nextPage(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > longest || !asked.startsWith('/')) return home
  const parts = asked.slice(1).split('/').map(decoded)
  if (!parts.every((one) => one !== null && part.test(one)) || notPages.includes(parts[0]?.toLowerCase() ?? ''))
    return home
  return parts.map((one) => `/${encodeURIComponent(one ?? '')}`).join('')
}

/** The address of a page, in a language. What stands after `#` in the browser stays there (RFC 9110 §10.2.2). */
export function inLanguage(page: string, language: Language, next: string = home): string {
  return `${page}?lang=${language}${next === home ? '' : `&next=${encodeURIComponent(next)}`}`
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The page that a request was sent on the way to. */
export function nextOf({ url }: { readonly url: string }): string {
  return nextPage(new URLSearchParams(url.split('?')[1] ?? '').get('next'))
}
