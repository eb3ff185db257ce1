import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'

/** One file of ours. `place` is its path from the root, with slashes. */
export interface SourceFile {
  place: string
  text: string
  /** The text with every comment blanked out, lines and columns as before. */
  code: string
  imports: readonly Import[]
}

export interface Import {
  /** What stands in the import: a package, or a path that begins with a dot. */
  from: string
  line: number
  /** The file of ours that it leads to, if it does. */
  to: string | null
}

const folders = ['packages', 'e2e', 'tools']
const leftOut = new Set(['node_modules', 'dist', 'dist-next', 'dist-last', 'data', 'test-results'])

/** Every source file under `root`, parsed. */
export function readSourceFiles(root: string): SourceFile[] {
  const places = folders.flatMap((folder) => filesUnder(root, folder, /\.(ts|tsx|mjs)$/))
  const known = new Set(places)
  return places.map((place) => readSourceFile(root, place, known))
}

/** Every style sheet and page under `root`. */
export function readPages(root: string): Pick<SourceFile, 'place' | 'text'>[] {
  const places = folders.flatMap((folder) => filesUnder(root, folder, /\.(css|html|svg)$/))
  return places.map((place) => ({ place, text: readFileSync(path.join(root, place), 'utf8') }))
}

function filesUnder(root: string, folder: string, names: RegExp): string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true, recursive: false })
  return entries.flatMap((entry) => {
    const place = `${folder}/${entry.name}`
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : filesUnder(root, place, names)
    return names.test(entry.name) ? [place] : []
  })
}

function readSourceFile(root: string, place: string, known: ReadonlySet<string>): SourceFile {
  const text = readFileSync(path.join(root, place), 'utf8')
  const { comments, module } = parseSync(place, text)
  let code = text
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)
  }
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest),
    ...module.staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest)),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => literalAt(text, start, end)),
  ]
  const imports = requests.flatMap((request) =>
    request
      ? [{ from: request.value, line: lineAt(text, request.start), to: targetOf(place, request.value, known) }]
      : [],
  )
  return { place, text, code, imports }
}

function literalAt(text: string, start: number, end: number): { value: string; start: number } | null {
  const literal = /^(['"])(.*)\1$/.exec(text.slice(start, end))
  return literal?.[2] === undefined ? null : { value: literal[2], start }
}

function targetOf(place: string, from: string, known: ReadonlySet<string>): string | null {
  const own = /^@samtale\/([a-z]+)$/.exec(from)
  const target = own ? `packages/${own[1]}/src/index.ts` : path.posix.join(path.posix.dirname(place), from)
  return (own || from.startsWith('.')) && known.has(target) ? target : null
}

/** The number of the line, from 1, that holds the character at `offset`. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

export function isTest(place: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(place) || /^packages\/[a-z]+\/test\//.test(place) || place.startsWith('e2e/')
}
