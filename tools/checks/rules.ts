import type { SourceFile } from './source-files.ts'

/**
 * The protocol's rules against the tests that hold them: every rule of SPEC.md has a test whose title begins with its
 * number, and no title cites a rule that isn't there.
 */
export function unheldRules(spec: string, files: readonly SourceFile[]): string[] {
  const rules = new Set([...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? ''))
  const cited = new Map(files.flatMap((file) => citations(file)))
  return [
    ...[...rules]
      .filter((rule) => !cited.has(rule))
      .map((rule) => `packages/protocol/SPEC.md: no test holds rule ${rule}`),
    ...[...cited]
      .filter(([rule]) => !rules.has(rule))
      .map(([rule, place]) => `${place}: a test cites rule ${rule}, which SPEC.md doesn't have`),
  ]
}

/** The rules at the beginning of titles, as in `J3, J4: …` or `M1 …`. */
function citations({ place, code }: SourceFile): [rule: string, place: string][] {
  if (!/\.(test|spec)\.ts$/.test(place)) return []
  const titles = code.matchAll(/\b(?:test|it)(?:\.\w+)*\([^'"`\n]*?['"`]((?:[A-Z]\d+\b(?:,? and |, | )?)+)/g)
  return [...titles].flatMap((title) => (title[1] ?? '').match(/[A-Z]\d+/g) ?? []).map((rule) => [rule, place])
}
