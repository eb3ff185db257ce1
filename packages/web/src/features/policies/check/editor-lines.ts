/** Where a line of a text begins and ends, without its break. @param line from 1; one past the end is the last. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  let start = 0
  for (let number = 1; number < line; number += 1) {
    const next = text.indexOf('\n', start)
    if (next === -1) break
    start = next + 1
  }
  const end = text.indexOf('\n', start)
  return { start, end: end === -1 ? text.length : end }
}

export function lineCount(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** The lines in sight of a scrolled box, from 1, and how far above its edge the first begins. All lengths in pixels. */
export function linesInSight(box: { top: number; height: number; lineHeight: number }, lines: number) {
  const above = Math.floor(box.top / box.lineHeight)
  const first = Math.min(above + 1, lines)
  const last = Math.min(lines, above + Math.ceil(box.height / box.lineHeight) + 1)
  return { first, last, offset: box.top - (first - 1) * box.lineHeight }
}
