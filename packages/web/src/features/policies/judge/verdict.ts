import { anchorOf, isError, partOf, type Compiled } from '@samtale/policy'
import { judgeStatement, testsOfRow, waitsFor } from '@samtale/policy/coverage'
import type { Finding, JudgedLine, VerdictKind } from './judgement.ts'
import type { OwnLine } from './own-lines.ts'
import { topicOfRow } from './topics.ts'

type Statement = Compiled['statements'][number]
type CompiledFinding = Compiled['findings'][number]

/** Finds what is to be told of parts. */
export class Findings {
  readonly #byPart: ReadonlyMap<string, readonly CompiledFinding[]>

  constructor({ findings }: Compiled) {
    this.#byPart = Map.groupBy(findings, ({ path = [] }) => partOf(path))
  }

  /** The mistakes behind a part's refusal, in place of what only followed from them, and its warnings; each once. */
  of(parts: readonly string[]): readonly CompiledFinding[] {
    const seen = new Set<string>()
    const found = new Set<CompiledFinding>()
    const follow = (part: string): void => {
      if (seen.has(part)) return
      seen.add(part)
      for (const finding of this.#byPart.get(part) ?? []) {
        if (finding.because === undefined) found.add(finding)
        else for (const cause of finding.because) follow(cause)
      }
    }
    for (const part of parts) follow(part)
    return [...found]
  }
}

/** What becomes of a line, and why. @param ids what the rendered page has, at whose anchors lines stand */
export function judgeLine(
  compiled: Compiled,
  statement: Statement,
  { id, findings, ids }: { id: string; findings: Findings; ids: ReadonlySet<string> },
): JudgedLine {
  const { stated, refused } = judgeStatement(compiled, statement)
  const tests = testsOfRow(statement.row)
  const feature = waitsFor(statement.row)
  const isRefused = refused.length > 0 || statement.by.some((part) => compiled.refused.has(part))
  const own = findings.of([...statement.by, statement.part])
  return {
    id,
    row: statement.row,
    topic: topicOfRow(statement.row),
    says: statement.says,
    verdict: kindOf(isRefused, feature !== null, tests.length > 0),
    fileLine: statement.line,
    findings: own.filter((finding) => isRefused || !isError(finding)).map(plainFinding),
    anchors: stated.filter((anchor) => ids.has(anchor)),
    tests,
    waitsFor: feature?.title ?? null,
  }
}

/** What becomes of a line that the policy has of itself. */
export function judgeOwnLine(
  { refused }: Compiled,
  own: OwnLine,
  { findings, ids }: { findings: Findings; ids: ReadonlySet<string> },
): JudgedLine {
  const isRefused = refused.has(own.part)
  return {
    id: `said-${anchorOf(own.part)}`,
    row: null,
    topic: own.topic,
    says: own.says,
    verdict: isRefused ? 'refused' : 'stated',
    fileLine: own.line,
    findings: findings.of([own.part]).map(plainFinding),
    anchors: [anchorOf(own.onPage)].filter((anchor) => !isRefused && ids.has(anchor)),
    tests: [],
    waitsFor: null,
  }
}

function kindOf(isRefused: boolean, waits: boolean, isProved: boolean): VerdictKind {
  if (isRefused) return 'refused'
  if (waits) return 'waiting'
  return isProved ? 'enforced' : 'stated'
}

/** A finding as plain data. */
export function plainFinding(finding: CompiledFinding): Finding {
  const { code, at, message, line = 1, because = [] } = finding
  return { code, at, message, line, isError: isError(finding), because }
}
