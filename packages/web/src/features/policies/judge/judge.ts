import {
  compileProfile,
  hashPolicy,
  isError,
  partOf,
  renderPolicyPage,
  type Compiled,
  type Declarations,
  type Language,
  type PolicyDocument,
} from '@samtale/policy'
import { anchorsFor } from './anchors.ts'
import { mostFindings, verdicts, type Counts, type Finding, type JudgedLine, type Judgement } from './judgement.ts'
import { judgeLine } from './verdict.ts'

/** What a judgement is made beside: what the server's code declares, and the day (`YYYY-MM-DD`). */
export interface Bench {
  readonly system: Declarations
  readonly today: string
}

type CompiledFinding = Compiled['findings'][number]

/** Compiles a policy's text as a server does, and says of each of its lines what becomes of it. */
export async function judgePolicy(text: string, { system, today }: Bench): Promise<Judgement> {
  const compiled = compileProfile(text, { system, today })
  const findings = compiled.findings.map(plain)
  const byPart = Map.groupBy(compiled.findings, ({ path = [] }) => partOf(path))
  const pages = await renderPages(compiled, today)
  const [shown] = Object.values(pages)
  const seen = new Map<string, number>()
  const lines = compiled.statements.map((statement): JudgedLine => {
    const times = (seen.get(statement.row) ?? 0) + 1
    seen.set(statement.row, times)
    return judgeLine({
      statement,
      id: times === 1 ? statement.row : `${statement.row}-${times}`,
      findings: statement.by.flatMap((part) => byPart.get(part) ?? []).map(plain),
      anchors: shown === undefined ? [] : anchorsFor(shown, statement.by),
    })
  })
  const told = new Set(compiled.statements.flatMap(({ by }) => by))
  const others = [...byPart].flatMap(([part, found]) => (told.has(part) ? [] : found))
  return {
    name: compiled.head?.profile ?? null,
    title: compiled.head?.title ?? null,
    languages: compiled.head?.languages ?? [],
    lines,
    counts: countLines(lines),
    findings: findings.slice(0, mostFindings),
    findingCounts: countFindings(findings),
    otherFindings: others.slice(0, mostFindings).map(plain),
    pages,
  }
}

function plain(finding: CompiledFinding): Finding {
  const { code, at, message, line = 1 } = finding
  return { code, at, message, line, isError: isError(finding) }
}

async function renderPages(compiled: Compiled, today: string): Promise<Partial<Record<Language, PolicyDocument>>> {
  const { policy, head } = compiled
  if (policy === null || head === null) return {}
  const effectiveAt = new Date(`${policy.edition?.effective ?? today}T00:00:00Z`)
  const publication = { number: 1, hash: await hashOf(compiled), effectiveAt }
  return Object.fromEntries(
    head.languages.map((language) => [language, renderPolicyPage(policy, language, publication)]),
  )
}

// Browsers hash on secure pages only (W3C Web Crypto §10).
async function hashOf({ policy }: Compiled): Promise<string> {
  return policy !== null && 'subtle' in crypto ? hashPolicy(policy) : '–'
}

function countLines(lines: readonly JudgedLine[]): Counts {
  const of = (kind: (typeof verdicts)[number]) => lines.filter(({ verdict }) => verdict === kind).length
  return { refused: of('refused'), waiting: of('waiting'), enforced: of('enforced'), stated: of('stated') }
}

function countFindings(findings: readonly Finding[]): Judgement['findingCounts'] {
  const errors = findings.filter((finding) => finding.isError).length
  return { errors, warnings: findings.length - errors }
}
