import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The code of a test, as it stands in its file; null where it isn't found there. */
export function excerptOf(
  root: string,
  { file, title }: { readonly file: string; readonly title: string },
): string | null {
  const lines = linesOf(path.join(root, file))
  const named = lines.findIndex((line) => line.includes(title))
  if (named === -1) return null
  // The title of a test with values stands below its `test.each([…])(`.
  const first = lines.findLastIndex((line, index) => index <= named && /^\s*test\b/.test(line))
  const indent = /^\s*/.exec(lines[first] ?? '')?.[0] ?? ''
  const last = lines.findIndex((line, index) => index >= named && line.startsWith(`${indent}}`))
  if (first === -1 || last === -1) return null
  return lines
    .slice(first, last + 1)
    .map((line) => line.slice(indent.length))
    .join('\n')
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)
  } catch {
    return []
  }
}
