import {
  compileProfile,
  hashPolicy,
  idsOf,
  renderPolicyPage,
  type Compiled,
  type Declarations,
  type Language,
  type PolicyDocument,
} from '@samtale/policy'
import { mostFindings, mostLines, verdicts, type Counts, type JudgedLine, type Judgement } from './judgement.ts'
import { ownLines } from './own-lines.ts'
import { shortenPage } from './shorten.ts'
import { Findings, judgeLine, judgeOwnLine, plainFinding } from './verdict.ts'

/** What a judgement is made beside: what the server's code declares, and the day (`YYYY-MM-DD`). */
export interface Bench {
  readonly system: Declarations
  readonly today: string
}

/** Compiles a policy's text as a server does, and says of each of its lines what becomes of it. */
export async function judgePolicy(text: string, { system, today }: Bench): Promise<Judgement> {
  const compiled = compileProfile(text, { system, today })
  const pages = await renderPages(compiled, today)
  const lines = judgeLines(compiled, text, pages)
  const told = new Set(lines.flatMap((line) => line.findings.map(({ code, at }) => `${code} ${at}`)))
  const findings = compiled.findings.map(plainFinding)
  return {
    name: compiled.head?.profile ?? null,
    title: compiled.head?.title ?? null,
    languages: compiled.head?.languages ?? [],
    lines: lines.slice(0, mostLines),
    counts: countLines(lines),
    findings: findings.slice(0, mostFindings),
    findingCounts: {
      errors: findings.filter(({ isError, because }) => isError && because.length === 0).length,
      consequences: findings.filter(({ because }) => because.length > 0).length,
      warnings: findings.filter(({ isError }) => !isError).length,
    },
    otherFindings: findings
      .filter(({ code, at, because }) => because.length === 0 && !told.has(`${code} ${at}`))
      .slice(0, mostFindings),
    pages: Object.fromEntries(Object.entries(pages).map(([language, page]) => [language, shortenPage(page)])),
  }
}

type Pages = Partial<Record<Language, PolicyDocument>>

function judgeLines(compiled: Compiled, text: string, pages: Pages): readonly JudgedLine[] {
  const [page] = Object.values(pages)
  const ids = page === undefined ? new Set<string>() : idsOf(page)
  const findings = new Findings(compiled)
  if (compiled.statements.length === 0) {
    return ownLines(compiled, text).map((own) => judgeOwnLine(compiled, own, { findings, ids }))
  }
  const seen = new Map<string, number>()
  return compiled.statements.map((statement) => {
    const times = (seen.get(statement.row) ?? 0) + 1
    seen.set(statement.row, times)
    const id = times === 1 ? statement.row : `${statement.row}-${times}`
    return judgeLine(compiled, statement, { id, findings, ids })
  })
}

async function renderPages(compiled: Compiled, today: string): Promise<Pages> {
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
