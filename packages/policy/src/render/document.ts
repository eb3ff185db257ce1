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

/** Words that lead somewhere: `#part`, a path of this site, `mailto:` or another site. */
export interface Link {
  readonly text: string
  readonly href: string
}

/** A line of text, with links in it or without. */
export type Line = string | NonEmpty<string | Link>

/** What can be linked to has an id: the anchor of the part of the policy that it says. */
interface Placed {
  readonly id?: string | undefined
}

export type Block = Placed &
  (
    | { readonly kind: 'paragraph'; readonly text: Line }
    | { readonly kind: 'list'; readonly items: NonEmpty<Item> }
    /** A part of a section with a heading of its own: `text` is read first, `facts` by who wants to know more. */
    | { readonly kind: 'entry'; readonly heading: string; readonly text: Line; readonly facts: NonEmpty<Fact> }
    | { readonly kind: 'facts'; readonly facts: NonEmpty<Fact> }
    | { readonly kind: 'table'; readonly head: NonEmpty<string>; readonly rows: NonEmpty<Row> }
  )

export interface Item extends Placed {
  readonly text: Line
}

export interface Fact extends Placed {
  readonly term: string
  readonly text: Line
}

export interface Row extends Placed {
  readonly cells: NonEmpty<Line>
}

/** A test that showed a claim to be so in this build. */
export interface Proof {
  /** The test's title. */
  readonly test: string
  /** Where the test can be read. */
  readonly link: string
  readonly provedAt: Date
}

/** Which version is rendered: counted from 1 on this installation, the hash of its facts. */
export interface Publication {
  readonly number: number
  readonly hash: string
  readonly effectiveAt: Date
  /** It was announced, and is not in effect: then the page names no day since when it is. */
  readonly isUpcoming?: boolean | undefined
  /** Proofs for this build, by kind of claim; a claim without one says so. */
  readonly proofs?: ReadonlyMap<string, Proof> | undefined
}

/** The list as one that can't be empty, or null where it is: a section without content is not rendered. */
export function filled<T>(items: readonly T[]): NonEmpty<T> | null {
  const [first, ...rest] = items
  return first === undefined ? null : [first, ...rest]
}

/** The words of a line, without where they lead. */
export function plain(line: Line): string {
  return typeof line === 'string' ? line : line.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

/** Every id of a document: its sections', and those of what stands in them. */
export function idsOf(document: PolicyDocument): ReadonlySet<string> {
  const inside = document.sections.flatMap(({ id, blocks }) => [id, ...blocks.flatMap(idsWithin)])
  return new Set(inside)
}

function idsWithin(block: Block): string[] {
  const parts: readonly Placed[] =
    block.kind === 'list'
      ? block.items
      : block.kind === 'table'
        ? block.rows
        : block.kind === 'paragraph'
          ? []
          : block.facts
  return [block, ...parts].flatMap(({ id }) => id ?? [])
}
