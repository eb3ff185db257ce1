import type { Compiled } from '@samtale/policy'
import type { Finding, JudgedLine, VerdictKind } from './judgement.ts'

type Statement = Compiled['statements'][number]

/** What becomes of a line: a part that is refused refuses it, whatever else says it. */
export function judgeLine(line: {
  statement: Statement
  id: string
  findings: readonly Finding[]
  anchors: readonly string[]
}): JudgedLine {
  const { statement, id, findings, anchors } = line
  const tests: string[] = []
  const waitsFor = null
  return {
    id,
    row: statement.row,
    says: statement.says,
    verdict: verdictOf(findings, waitsFor !== null, tests.length > 0),
    findings,
    anchors,
    tests,
    waitsFor,
  }
}

function verdictOf(findings: readonly Finding[], waits: boolean, isProved: boolean): VerdictKind {
  if (findings.some(({ isError }) => isError)) return 'refused'
  if (waits) return 'waiting'
  return isProved ? 'enforced' : 'stated'
}
