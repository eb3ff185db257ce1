import { readSource, type Compiled, type Policy, type Text } from '@samtale/policy'
import type { Topic } from './topics.ts'

/** A line that a policy has of itself: a part of it that tells people something. */
export interface OwnLine {
  /** Such as `claims.never-sold`. */
  readonly part: string
  /** The same part as the page has it: what is refused leaves a list, and those after it move up. */
  readonly onPage: string
  readonly topic: Topic
  /** Its words; the part's name, where it was refused and has none that can be relied on. */
  readonly says: Text
  /** In the file, from 1. */
  readonly line: number
}

interface Section {
  readonly topic: Topic
  readonly isList?: true
  words(policy: Policy, key: string): Text | undefined
}

/** Sections whose parts are lines, what they are about, and their words. */
const sections: Readonly<Record<string, Section>> = {
  inShort: { topic: 'S', isList: true, words: (policy, key) => policy.inShort[Number(key)] },
  processings: { topic: 'P', words: (policy, key) => policy.processings[key]?.title },
  rights: { topic: 'G', isList: true, words: (policy, key) => policy.rights[Number(key)] },
  claims: { topic: 'N', words: (policy, key) => policy.claims?.[key]?.says },
}

/** The lines of a policy that names none of a text that it was written after: Samtale's own, or one that people write. */
export function ownLines({ policy, refused }: Compiled, text: string): readonly OwnLine[] {
  const source = readSource(text)
  if (Array.isArray(source) || policy === null) return []
  return Object.entries(sections).flatMap(([section, { topic, isList, words }]) => {
    let held = -1
    return keysOf(source.value, section).map((key) => {
      const part = `${section}.${key}`
      const isRefused = refused.has(part)
      if (!isRefused) held += 1
      const name = isList ? String(held) : key
      const says = (isRefused ? undefined : words(policy, name)) ?? { en: part, nb: part, sv: part }
      return { part, onPage: `${section}.${name}`, topic, says, line: source.lineOf([section, key]) }
    })
  })
}

function keysOf(file: unknown, section: string): readonly string[] {
  const parts: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, section) : undefined
  return typeof parts === 'object' && parts !== null ? Object.keys(parts) : []
}
