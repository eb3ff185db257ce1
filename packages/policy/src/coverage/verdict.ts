import { isError, type FindingCode } from '../check/findings.ts'
import { partOf, type Compiled } from '../profile/compile.ts'
import { anchorOf } from '../render/anchor.ts'
import type { PlacedStatement } from '../statement.ts'

/** What becomes of a line of a policy: where it stands on the policy page, and why parts that say it are refused. */
export interface Verdict {
  /** Anchors on the page of the parts that say it; none, where all that says it is refused. */
  readonly stated: readonly string[]
  readonly refused: readonly FindingCode[]
  /** What is told of it and refuses nothing. */
  readonly warned: readonly FindingCode[]
}

type Judged = Pick<Compiled, 'refused' | 'findings'>

/** A line with a refused part is refused as a whole, by the mistakes that began it. */
export function judgeStatement(compiled: Judged, { by, part: own }: Pick<PlacedStatement, 'by' | 'part'>): Verdict {
  const refused = unique([...by, own].flatMap((part) => causesOf(part, compiled.refused)))
  const warned = compiled.findings.filter((finding) => !isError(finding) && by.includes(partOf(finding.path ?? [])))
  return {
    stated: refused.length === 0 ? by.map(anchorOf) : [],
    refused,
    warned: unique(warned.map(({ code }) => code)),
  }
}

/** What becomes of a row: all lines that a policy has for it, together; null where it has none. */
export function judgeRow(compiled: Compiled, row: string): Verdict | null {
  const verdicts = compiled.statements
    .filter((statement) => statement.row === row)
    .map((statement) => judgeStatement(compiled, statement))
  if (verdicts.length === 0) return null
  return {
    stated: unique(verdicts.flatMap(({ stated }) => stated)),
    refused: unique(verdicts.flatMap(({ refused }) => refused)),
    warned: unique(verdicts.flatMap(({ warned }) => warned)),
  }
}

/** The codes of a refused part: its own mistakes, and in place of consequences the mistakes behind them. */
function causesOf(
  part: string,
  refused: Compiled['refused'],
  seen: ReadonlySet<string> = new Set(),
): readonly FindingCode[] {
  if (seen.has(part)) return []
  const findings = refused.get(part) ?? []
  return findings.flatMap(({ code, because = [] }) =>
    because.length === 0 ? [code] : because.flatMap((cause) => causesOf(cause, refused, new Set([...seen, part]))),
  )
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
