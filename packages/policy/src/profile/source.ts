import {
  isMap,
  isNode,
  isPair,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml'
import type { Finding } from '../check/findings.ts'
import type { Path } from '../path.ts'

/** A file that was read: its value, and on which line each part of it stands. */
export interface Source {
  readonly value: unknown
  /** Line from 1 of a part; of the nearest part around it that exists, where it is missing. */
  lineOf(path: Path): number
}

/** Characters that a profile may have; the longest of ours has a tenth. */
const mostCharacters = 1_000_000

/**
 * Reads YAML 1.2 (so JSON too), core schema, without anchors: what is written is what there is.
 * A file that can't be read gives findings, each with its line, in place of a source.
 */
export function readSource(text: string): Source | Finding[] {
  if (text.length > mostCharacters) {
    return [{ code: 'profile.too-large', at: '', message: `More than ${mostCharacters} characters.`, line: 1 }]
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: false, prettyErrors: false })
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  const findings = [
    ...document.errors.map(({ code, pos }) => syntax(lineAt(pos[0]), code.toLowerCase().replaceAll('_', ' '))),
    ...anchors(document).map((offset) => syntax(lineAt(offset), 'anchors and aliases are not part of the language')),
    ...repeated(document).map((offset) => syntax(lineAt(offset), 'duplicate key')),
  ]
  if (findings.length > 0) return findings.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
  if (!isMap(document.contents)) return [syntax(1, 'a policy is a list of names with values')]
  const { contents } = document
  const entryOf = entryFinder()
  return {
    value: document.toJS() as unknown,
    lineOf: (path) => lineAt(offsetOf(contents, path, entryOf)),
  }
}

function syntax(line: number, what: string): Finding {
  return { code: 'profile.syntax', at: '', message: `Line ${line}: ${what}.`, line }
}

function anchors(document: Document): number[] {
  const found: number[] = []
  visit(document, {
    Alias: (_key, node) => {
      found.push(node.range?.[0] ?? 0)
    },
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor !== undefined) found.push(node.range?.[0] ?? 0)
    },
  })
  return found
}

// The parser's own check compares each name with all before it, which a large file makes long.
function repeated(document: Document): number[] {
  const found: number[] = []
  visit(document, {
    Map: (_key, { items }) => {
      const names = new Set<string>()
      for (const { key } of items) {
        const name = keyOf(key)
        if (names.has(name) && isNode(key)) found.push(key.range?.[0] ?? 0)
        names.add(name)
      }
    },
  })
  return found
}

type EntryFinder = (map: YAMLMap, name: string) => unknown

/** Entries by name, each map gone through once: a file can have as many mistakes as lines. */
function entryFinder(): EntryFinder {
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, unknown>>()
  return (map, name) => {
    const entries = known.get(map) ?? new Map(map.items.map((item) => [keyOf(item.key), item]))
    known.set(map, entries)
    return entries.get(name)
  }
}

function offsetOf(node: Node, path: Path, entryOf: EntryFinder): number {
  const [first, ...rest] = path
  const start = startOf(node)
  if (first === undefined) return start
  const child = isMap(node) ? entryOf(node, String(first)) : isSeq(node) ? node.items[Number(first)] : undefined
  if (!isPair(child)) return isNode(child) ? offsetOf(child, rest, entryOf) : start
  const here = isNode(child.key) ? startOf(child.key) : start
  if (rest.length === 0 || !isNode(child.value)) return here
  // A value that is missing stands where its name does; the name of a map's entry is a better place than its first line.
  const offset = offsetOf(child.value, rest, entryOf)
  return offset === startOf(child.value) ? here : offset
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

function keyOf(key: unknown): string {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key)
}
