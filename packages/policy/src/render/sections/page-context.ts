import type { Policy } from '../../policy.ts'
import type { Language, Text } from '../../text.ts'
import { anchorOf, linkTo } from '../anchor.ts'
import {
  filled,
  type Block,
  type Fact,
  type Item,
  type Line,
  type Link,
  type Proof,
  type Publication,
} from '../document.ts'
import { words } from '../words/words-by-language.ts'
import type { Words } from '../words/words.ts'

/** What a section of a page is made from. */
export interface PageContext {
  readonly policy: Policy
  readonly language: Language
  readonly say: Words
  readonly proofs: ReadonlyMap<string, Proof>
  /** Whether every part stands on this page, so that titles can lead to it. */
  readonly isWhole: boolean
}

/** In a language that the policy isn't written in, the first that it is. */
export function contextOf(
  policy: Policy,
  asked: Language,
  { proofs = new Map() }: Pick<Publication, 'proofs'>,
  isWhole: boolean,
): PageContext {
  const language = languageOf(policy, asked)
  return { policy, language, say: words[language], proofs, isWhole }
}

/** The language asked for, where the policy is written in it; else the first that it is written in. */
export function languageOf({ edition }: Policy, asked: Language): Language {
  if (edition === undefined || edition.languages.includes(asked)) return asked
  return edition.languages[0]
}

/** Sections of a policy whose parts have a title that links to them are made of. */
type Titled = 'categories' | 'purposes' | 'processings' | 'recipients' | 'consents' | 'laws' | 'mails' | 'documents'

/** The title of a part; its key, where the policy doesn't have it. */
export function titleOf({ policy, language }: PageContext, section: Titled, key: string): string {
  const parts: Readonly<Record<string, { readonly title: Text }>> = policy[section] ?? {}
  return (Object.hasOwn(parts, key) ? parts[key]?.title[language] : undefined) ?? key
}

/** The title of a part, leading to it where it is on the page. */
export function linkTitle(context: PageContext, section: Titled, key: string): string | Link {
  return linkPart(context, `${section}.${key}`, titleOf(context, section, key))
}

export function linkPart({ isWhole }: PageContext, part: string, text: string): string | Link {
  return isWhole ? linkTo(part, text) : text
}

/** Titles of parts, each leading to its own, separated by semicolons. */
export function linkTitles(context: PageContext, section: Titled, keys: readonly string[]): Line {
  const links = keys.flatMap((key, index) => [...(index === 0 ? [] : ['; ']), linkTitle(context, section, key)])
  return filled(links) ?? ''
}

/** A paragraph, or nothing where there is nothing to say. */
export function paragraph(text: Line, id?: string): Block {
  return { kind: 'paragraph', text, ...(id === undefined ? {} : { id }) }
}

/** A list, or nothing where it would be empty. */
export function list(items: readonly Item[]): Block[] {
  const content = filled(items)
  return content === null ? [] : [{ kind: 'list', items: content }]
}

/** The texts of a section that is a list of texts, each at its own anchor. */
export function texts({ policy, language }: PageContext, section: 'inShort' | 'rights' | 'scope'): Item[] {
  return (policy[section] ?? []).map((text, index) => ({
    text: text[language],
    id: anchorOf(`${section}.${index}`),
  }))
}

/** A fact, where there is something to tell. */
export function fact(term: string, text: Line | undefined): Fact[] {
  return text === undefined || text.length === 0 ? [] : [{ term, text }]
}

/** A part with a heading of its own; its heading and text alone, where there are no facts. */
export function entry(part: string, heading: string, text: Line, facts: readonly Fact[]): Block {
  const id = anchorOf(part)
  const content = filled(facts)
  if (content !== null) return { kind: 'entry', id, heading, text, facts: content }
  const said: Line = typeof text === 'string' ? `${heading}: ${text}` : [`${heading}: `, ...text]
  return paragraph(text.length === 0 ? heading : said, id)
}

/** Addresses in a text, of sites and of mail, as links. */
export function linked(text: string): Line {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;)]|[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,})/i)
  const links = parts.map((part, index) => (index % 2 === 0 ? part : part.includes('@') ? mailTo(part) : toSite(part)))
  return filled(links.filter((part) => part !== '')) ?? ''
}

function toSite(address: string): Link {
  return { text: address, href: address }
}

export function mailTo(address: string): Link {
  return { text: address, href: `mailto:${encodeURIComponent(address).replace('%40', '@')}` }
}
