import type { JudgedLine, VerdictKind } from '../judge/judgement.ts'
import { verdicts } from '../judge/judgement.ts'

export type Filter = 'all' | VerdictKind

/** @param search as in `location.search`; what is no verdict shows all. */
export function filterIn(search: string): Filter {
  const asked = new URLSearchParams(search).get('show')
  return verdicts.find((kind) => kind === asked) ?? 'all'
}

/** The query that asks for a filter. */
export function searchFor(filter: Filter): string {
  return filter === 'all' ? '' : `?show=${filter}`
}

/** The lines that a filter lets through, and the one that the address names whatever the filter. */
export function shownLines(lines: readonly JudgedLine[], filter: Filter, named: string | null): readonly JudgedLine[] {
  return lines.filter(({ id, verdict }) => filter === 'all' || verdict === filter || id === named)
}

/** What rows are about, by the letter of their number, in the order in which a policy is read. */
export const topics = ['S', 'D', 'P', 'R', 'X', 'T', 'G', 'C', 'K', 'N', 'Q', 'L', 'A'] as const
export type Topic = (typeof topics)[number]

export interface TopicLines {
  /** Null for rows of a letter that isn't among the topics. */
  readonly topic: Topic | null
  readonly lines: readonly JudgedLine[]
}

/** The lines by topic and row; topics without a line are left out. */
export function byTopic(lines: readonly JudgedLine[]): readonly TopicLines[] {
  const ordered = lines.toSorted((one, other) => one.row.localeCompare(other.row, 'en'))
  const topicOf = ({ row }: JudgedLine): Topic | null => topics.find((topic) => row.startsWith(topic)) ?? null
  return [...topics, null].flatMap((topic) => {
    const own = ordered.filter((line) => topicOf(line) === topic)
    return own.length === 0 ? [] : [{ topic, lines: own }]
  })
}
