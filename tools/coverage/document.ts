import type { RowCoverage } from '../../packages/policy/src/coverage/coverage.ts'
import { policies, policyNumbers, type PolicyNumber } from '../../packages/policy/src/coverage/policies.ts'
import type { Verdict } from '../../packages/policy/src/coverage/verdict.ts'

/** What stands in `docs/coverage.md`. */
export function coverageDocument(coverage: readonly RowCoverage[]): string {
  const waiting = coverage.filter(({ waitsFor }) => waitsFor !== null)
  const open = coverage.filter(({ waitsFor, tests }) => waitsFor === null && tests.length === 0)
  const text = [
    '# What the five policies ask for, and what becomes of it',
    `${waiting.length} of ${coverage.length} rows wait for a feature that isn’t built.`,
    open.length === 0
      ? 'Every other row is proved by a test.'
      : `Stated, and not yet proved by a test that names the row: ${open.map(({ row }) => row.id).join(', ')}.`,
    'Made by `node tools/coverage/main.ts --write` from the profiles in `profiles/` and the titles of all tests; `npm run check` fails when it is stale. A row is _stated_ where the policy page says it, and _refused_ where the profile says it and contradicts itself or the law. A test proves a row by naming it: `row R08: …`.',
    '## Rows',
    table(
      ['Row', 'About', ...policyNumbers, 'Tests, or waits for'],
      coverage.map(({ row, verdicts, tests, waitsFor }) => [
        row.id,
        row.title,
        ...policyNumbers.map((number) => inShort(verdicts[number])),
        howProved(tests, waitsFor),
      ]),
    ),
    ...policyNumbers.flatMap((number) => ofPolicy(coverage, number)),
    '## Tests',
    coverage.flatMap(({ row, tests }) => tests.map((title) => `- ${row.id}: ${escaped(title)}`)).join('\n'),
  ]
  return `${text.join('\n\n')}\n`
}

function howProved(tests: readonly string[], waitsFor: RowCoverage['waitsFor']): string {
  const proofs = tests.length === 0 ? [] : [tests.length === 1 ? '1 test' : `${tests.length} tests`]
  const waits = waitsFor === null ? [] : [`waits for ${waitsFor.title.en}`]
  return [...waits, ...proofs].join('; ')
}

function inShort(verdict: Verdict | null): string {
  if (verdict === null) return ''
  return [
    ...(verdict.stated.length > 0 ? ['stated'] : []),
    ...verdict.refused.map((reason) => `refused: ${code(reason)}`),
    ...verdict.warned.map((reason) => `told: ${code(reason)}`),
  ].join('<br>')
}

function ofPolicy(coverage: readonly RowCoverage[], number: PolicyNumber): string[] {
  const { profile, about } = policies[number]
  const lines = coverage.flatMap(({ row, verdicts }) => {
    const verdict = verdicts[number]
    return verdict === null ? [] : [`- ${row.id} ${atLength(verdict)}`]
  })
  return [
    `## ${number}: ${about}`,
    `[\`profiles/${profile}.yaml\`](../profiles/${profile}.yaml). A row is stated at these anchors of the policy page.`,
    lines.join('\n'),
  ]
}

function atLength({ stated, refused }: Verdict): string {
  return [
    ...(stated.length > 0 ? [stated.map(code).join(', ')] : []),
    ...(refused.length > 0 ? [`**refused** for ${refused.map(code).join(', ')}`] : []),
  ].join('; ')
}

function code(text: string): string {
  return `\`${text}\``
}

function escaped(text: string): string {
  return text.replace(/[|<>*_`[\]\\]/g, (character) => `\\${character}`)
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n')
}
