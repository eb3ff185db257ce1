import { isTest, lineAt, type SourceFile } from './source-files.ts'

/** Something that may stand in few places only. */
interface Rule {
  what: RegExp
  /** Where it may stand; everywhere else it is reported. */
  only: readonly RegExp[]
  says: string
  /** Also in comments, and also in tests. */
  everywhere?: true
}

const tools = /^(tools|e2e)\//

const rules: readonly Rule[] = [
  {
    what: /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^>]*>)?`|\bsql\.\w+\(/g,
    only: [
      /^packages\/server\/src\/(features|platform)\/[^/]+\/([a-z-]+\/)?([a-z]+-)*store\.ts$/,
      /^packages\/server\/src\/platform\/db\//,
      tools,
    ],
    says: 'SQL stands in a store.ts or in platform/db',
  },
  {
    what: /\bMath\.random\(/g,
    // Spreads reconnections; nothing secret.
    only: [/^packages\/client\/src\/connection\/connection\.ts$/, tools],
    says: 'identifiers come from platform/ids, other chance from crypto.getRandomValues',
  },
  {
    what: /\bas unkn[o]wn as\b/g,
    only: [],
    says: 'a double cast hides a mistake',
    everywhere: true,
  },
  {
    what: /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fixme|fails)\b/g,
    only: [],
    says: 'every test runs',
    everywhere: true,
  },
  {
    what: /\b(TO[D]O|FIX[M]E|X[X]X)\b/g,
    only: [],
    says: 'what is left to do is an issue, not a comment',
    everywhere: true,
  },
  {
    what: /(oxlint|eslint)-disab[l]e|@ts-(ig[n]ore|noch[e]ck)|prettier-ig[n]ore/g,
    only: [],
    says: 'no check is switched off in place',
    everywhere: true,
  },
]

/** Every thing that stands where it may not, one sentence each. */
export function misplaced(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => rules.flatMap((rule) => violations(rule, file)))
}

function violations(rule: Rule, { place, text, code }: SourceFile): string[] {
  if (rule.only.some((allowed) => allowed.test(place))) return []
  if (isTest(place) && !rule.everywhere) return []
  const found = (rule.everywhere ? text : code).matchAll(rule.what)
  return [...found].map((match) => `${place}:${lineAt(text, match.index)} ${match[0].trim()}: ${rule.says}`)
}
