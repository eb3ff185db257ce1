import type { JudgedLine, VerdictKind } from '../judge/judgement.ts'
import { verdicts } from '../judge/judgement.ts'
import { topics, type Topic } from '../judge/topics.ts'

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

export interface TopicLines {
  /** Null for rows of a letter that isn't among the topics. */
  readonly topic: Topic | null
  readonly lines: readonly JudgedLine[]
}

/** The lines by topic, those of a row in the order of the rows; topics without a line are left out. */
export function byTopic(lines: readonly JudgedLine[]): readonly TopicLines[] {
  const ordered = lines.toSorted((one, other) => (one.row ?? '').localeCompare(other.row ?? '', 'en'))
  return [...topics, null].flatMap((topic) => {
    const own = ordered.filter((line) => line.topic === topic)
    return own.length === 0 ? [] : [{ topic, lines: own }]
  })
}
