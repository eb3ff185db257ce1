import type { Link } from './document.ts'

/**
 * The id on a page of a part of the policy, such as `processings.newsletter`: the part's own name. White space, which no
 * id can have (WHATWG HTML §3.2.6), is written as its code; no two parts have the same id.
 */
export function anchorOf(part: string): string {
  return part.replace(/[\s~]/g, (character) => `~${character.charCodeAt(0).toString(16)}~`)
}

/** Words that lead to a part on the same page. */
export function linkTo(part: string, text: string): Link {
  return { text, href: `#${encodeURIComponent(anchorOf(part))}` }
}
