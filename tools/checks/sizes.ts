import { isTest, type SourceFile } from './source-files.ts'

/** Lines of the source files that are no tests: what docs/architecture.md aims at. */
export interface Sizes {
  files: number
  lines: number
  median: number
  percentile95: number
  largest: readonly { place: string; lines: number }[]
}

const mostLines = 400
const largestShown = 5

/** Files past the hard limit, tests too. */
export function oversized(files: readonly SourceFile[]): string[] {
  const all = files.map(({ place, text }) => ({ place, lines: lineCount(text) }))
  return all
    .filter(({ lines }) => lines > mostLines)
    .map(({ place, lines }) => `${place} has ${lines} lines; ${mostLines} is the most`)
}

export function measure(files: readonly SourceFile[]): Sizes {
  const sized = files
    .filter(({ place }) => place.startsWith('packages/') && !isTest(place))
    .map(({ place, text }) => ({ place, lines: lineCount(text) }))
    .sort((a, b) => b.lines - a.lines)
  const at = (part: number): number => sized[Math.floor(sized.length * (1 - part))]?.lines ?? 0
  return {
    files: sized.length,
    lines: sized.reduce((sum, { lines }) => sum + lines, 0),
    median: at(0.5),
    percentile95: at(0.95),
    largest: sized.slice(0, largestShown),
  }
}

/** The measure as one line, and the largest files below it. */
export function describeSizes({ files, lines, median, percentile95, largest }: Sizes): string {
  const list = largest.map(({ place, lines: count }) => `  ${count} ${place}`).join('\n')
  return `${files} files, ${lines} lines; median ${median}, 95th percentile ${percentile95}\n${list}`
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
