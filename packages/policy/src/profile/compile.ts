import { checkPolicy } from '../check/check.ts'
import { isError, type Finding } from '../check/findings.ts'
import type { Path } from '../path.ts'
import type { Declarations, Policy } from '../policy.ts'
import type { PlacedStatement } from '../statement.ts'
import { withCauses } from './because.ts'
import { decodeProfile, type ProfileHead } from './decode.ts'
import { mergePolicy } from './merge.ts'
import { readSource } from './source.ts'
import { unsaid } from './unsaid.ts'
import { withoutParts } from './without.ts'

/** A compiled profile: what of it holds, and what was refused and why. */
export interface Compiled {
  /** Null where the file can't be read at all. */
  readonly head: ProfileHead | null
  /** The parts that hold, with the system's own; null where the file can't be read at all. */
  readonly policy: Policy | null
  readonly statements: readonly PlacedStatement[]
  /** Everything that was found, in the order of the file. */
  readonly findings: readonly Finding[]
  /** Parts that were refused, such as `processings.newsletter`, each with the findings that refuse it. */
  readonly refused: ReadonlyMap<string, readonly Finding[]>
}

/** What the checks can't know from the file alone. */
export interface Surroundings {
  /** What the system itself declares; nothing, where a profile is looked at alone. */
  readonly system?: Declarations | undefined
  /** `YYYY-MM-DD`, for reviews that are due. */
  readonly today?: string | undefined
}

/**
 * Compiles a profile's text. A part with an error is refused and left out; what referred to it is refused with it, and
 * nothing else: one refusal hides no other.
 */
export function compileProfile(text: string, surroundings: Surroundings = {}): Compiled {
  const source = readSource(text)
  if (Array.isArray(source)) return { head: null, policy: null, statements: [], findings: source, refused: new Map() }
  const { head, policy: profile, statements, findings } = decodeProfile(source.value as object)
  const all: Finding[] = [...findings]
  const known = new Set(all.map(identity))
  const within = (part: Policy): Policy =>
    surroundings.system === undefined ? part : mergePolicy(surroundings.system, part)
  let held = profile
  // Leaving a part out can break what refers to it, so until nothing new is found. Each round leaves out a part at least.
  for (;;) {
    const fresh = checkPolicy(within(held), { today: surroundings.today, languages: head.languages })
      .filter((finding) => !known.has(identity(finding)))
      // A section that refusals have emptied is no mistake of its own; one that the file leaves empty was found before.
      .filter(({ code, path = [] }) => code !== 'section.empty' || path.length > 1)
    for (const finding of fresh) {
      all.push(finding)
      known.add(identity(finding))
    }
    const refused = fresh.filter(isError)
    if (refused.length === 0) break
    held = withoutParts(
      held,
      refused.map(({ path = [] }) => path),
    )
  }
  const policy = within(held)
  all.push(...unsaid(statements, policy, source.value as object))
  const names = new Set(byPart(all).keys())
  const placed = withCauses(all, names, source.value as object)
    .map((finding) => ({ ...finding, line: source.lineOf(finding.path ?? []) }))
    .toSorted((one, other) => one.line - other.line)
  const said = statements.map(([index, statement]) => {
    const path = ['statements', index]
    return { ...statement, part: partOf(path), line: source.lineOf(path) }
  })
  return { head, policy, statements: said, findings: placed, refused: byPart(placed) }
}

function identity({ at, code }: Finding): string {
  return `${code} ${at}`
}

function byPart(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const parts = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (!isError(finding)) continue
    const part = partOf(finding.path ?? [])
    const found = parts.get(part)
    if (found === undefined) parts.set(part, [finding])
    else found.push(finding)
  }
  return parts
}

const singles = new Set(['controller', 'notices', 'signals', 'regions'])

/** The part that a path leads into: `processings.newsletter`, or a section that is one part itself. */
export function partOf([section = '', key]: Path): string {
  return key === undefined || singles.has(String(section)) ? String(section) : `${section}.${key}`
}
