import type { Language, NonEmpty } from '../text.ts'

/** A rendered policy: structure and words, no markup. */
export interface PolicyDocument {
  readonly language: Language
  readonly title: string
  /** Version number and since when, as a sentence. */
  readonly version: string
  readonly sections: NonEmpty<Section>
}

export interface Section {
  /** Stable in every language, so that others can link to it. */
  readonly id: string
  readonly heading: string
  readonly blocks: NonEmpty<Block>
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: NonEmpty<string> }
  /** A part of a section with a heading of its own: `text` is read first, `facts` by who wants to know more. */
  | { readonly kind: 'entry'; readonly heading: string; readonly text: string; readonly facts: NonEmpty<Fact> }
  | { readonly kind: 'facts'; readonly facts: NonEmpty<Fact> }
  | { readonly kind: 'table'; readonly head: NonEmpty<string>; readonly rows: NonEmpty<NonEmpty<string>> }

export interface Fact {
  readonly term: string
  readonly text: string
  /** Where the text is an e-mail address. */
  readonly mail?: true
}

/** Which version is rendered: counted from 1 on this installation, the hash of its facts. */
export interface Publication {
  readonly number: number
  readonly hash: string
  readonly effectiveAt: Date
}

/** The list as one that can't be empty, or null where it is: a section without content is not rendered. */
export function filled<T>(items: readonly T[]): NonEmpty<T> | null {
  const [first, ...rest] = items
  return first === undefined ? null : [first, ...rest]
}
