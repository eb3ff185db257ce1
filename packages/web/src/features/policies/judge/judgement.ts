import type { FindingCode, Language, PolicyDocument, Text } from '@samtale/policy'
import type { Topic } from './topics.ts'

/**
 * What becomes of a line of a policy. `refused`: a part that says it has an error. `waiting`: it needs a feature that
 * isn't built. `enforced`: it stands on the policy page, and tests prove that the system does it. `stated`: it stands on
 * the policy page.
 */
export const verdicts = ['refused', 'waiting', 'enforced', 'stated'] as const
export type VerdictKind = (typeof verdicts)[number]

/** A finding of the compiler, as plain data that crosses from the worker. */
export interface Finding {
  readonly code: FindingCode
  /** Names from the outside in, such as `processings.newsletter.retention`. */
  readonly at: string
  /** The compiler's own sentence, in English. */
  readonly message: string
  /** From 1. */
  readonly line: number
  /** Whether it refuses the part; else it is told and nothing follows. */
  readonly isError: boolean
  /** Refused parts that alone brought it about; none, where it is a mistake of its own. */
  readonly because: readonly string[]
}

/** A line of a policy with its verdict. */
export interface JudgedLine {
  /** The row's number, with `-2` and so on where a policy has several lines for one row; `said-…` where it has none. */
  readonly id: string
  /** Number of the requirement, such as `R06`; null for a line that the policy has of itself. */
  readonly row: string | null
  readonly topic: Topic | null
  readonly says: Text
  readonly verdict: VerdictKind
  /** Where the line stands in the file, from 1. */
  readonly fileLine: number
  /** The mistakes that refuse it, and warnings about the parts that say it. */
  readonly findings: readonly Finding[]
  /** Where on the rendered page it stands. */
  readonly anchors: readonly string[]
  /** Titles of tests that prove it. */
  readonly tests: readonly string[]
  /** What it waits for. */
  readonly waitsFor: Text | null
}

export type Counts = Readonly<Record<VerdictKind, number>>

/** A whole policy, judged: plain data, so that it crosses from the worker. */
export interface Judgement {
  /** What it calls itself, such as `klikk`. */
  readonly name: string | null
  readonly title: Text | null
  /** Languages that it is written in; none where the file can't be read. */
  readonly languages: readonly Language[]
  /** At most `mostLines` of them. */
  readonly lines: readonly JudgedLine[]
  readonly counts: Counts
  /** In the file's order, at most `mostFindings` of them. */
  readonly findings: readonly Finding[]
  /** Mistakes, what went with refused parts, and what is told without refusing. */
  readonly findingCounts: { readonly errors: number; readonly consequences: number; readonly warnings: number }
  /** Mistakes and warnings that no line tells of. */
  readonly otherFindings: readonly Finding[]
  /** The policy page in each of its languages. */
  readonly pages: Readonly<Partial<Record<Language, PolicyDocument>>>
}

/** More are counted and not handed on: a large file can have as many mistakes as lines. */
export const mostFindings = 1_000
export const mostLines = 1_000
