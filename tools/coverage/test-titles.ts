import { parseSync, Visitor, type Argument, type Expression } from 'oxc-parser'
import { isTest, type SourceFile } from '../checks/source-files.ts'

/** A test's title, and the rows that it says it proves: `row R08: …`, `rows C01, C02 and K11: …`. */
export interface TitledTest {
  readonly place: string
  readonly title: string
  readonly rows: readonly string[]
}

const runners = new Set(['test', 'it'])

/** Every test of ours that names rows. */
export function testsOfRows(files: readonly SourceFile[]): TitledTest[] {
  return files
    .filter(({ place }) => isTest(place))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .flatMap(({ place, text }) => titlesIn(place, text).map((title) => ({ place, title, rows: rowsIn(title) })))
    .filter(({ rows }) => rows.length > 0)
}

/** The titles of a file's tests, whatever table they are made from. */
function titlesIn(place: string, text: string): string[] {
  const titles: string[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      if (runners.has(nameOf(callee)) && first !== undefined) titles.push(...textOf(first))
    },
  }).visit(parseSync(place, text).program)
  return titles
}

/** `test` of `test(…)`, `test.each(…)(…)` and ``test.each`…`(…)``. */
function nameOf(callee: Expression): string {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type === 'MemberExpression') return nameOf(callee.object)
  if (callee.type === 'CallExpression') return nameOf(callee.callee)
  return callee.type === 'TaggedTemplateExpression' ? nameOf(callee.tag) : ''
}

function textOf(argument: Argument): string[] {
  if (argument.type === 'Literal' && typeof argument.value === 'string') return [argument.value]
  if (argument.type !== 'TemplateLiteral') return []
  return [argument.quasis.map(({ value }) => value.cooked ?? '').join('…')]
}

function rowsIn(title: string): string[] {
  const lists = title.matchAll(/\brows? ((?:[A-Z]\d{2}\b(?:, and |, | and )?)+)/g)
  return [...lists].flatMap(([, list = '']) => list.match(/[A-Z]\d{2}/g) ?? [])
}
