/** A run of words of a text that stayed, came or went. */
export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Above so many pairs of words two texts are shown whole: nobody reads a diff of everything. */
const mostPairs = 4_000_000

/**
 * What came and went between two texts, word by word, in the order of reading: a longest common subsequence, with what
 * went before what came in its place. Joined without what was removed it is the new text, without what was added the old.
 */
export function wordDiff(before: string, after: string): TextPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1
  let end = 0
  const most = Math.min(old.length, now.length) - start
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return joined([
    ...old.slice(0, start).map((text): TextPart => ({ kind: 'same', text })),
    ...middle,
    ...old.slice(old.length - end).map((text): TextPart => ({ kind: 'same', text })),
  ])
}

// A word and the space behind it are one; a line that ends stands by itself, so that lists don't run together.
function wordsOf(text: string): string[] {
  return text.match(/\n+|[^\s]+[^\S\n]*|[^\S\n]+/g) ?? []
}

function between(old: readonly string[], now: readonly string[]): TextPart[] {
  const whole = (kind: 'added' | 'removed', words: readonly string[]) => words.map((text): TextPart => ({ kind, text }))
  if (old.length * now.length === 0 || old.length * now.length > mostPairs)
    return [...whole('removed', old), ...whole('added', now)]
  const wide = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * wide)
  const length = (row: number, column: number) => lengths[row * wide + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      lengths[row * wide + column] =
        old[row] === now[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1))
  const parts: TextPart[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    const [was, is] = [old[row], now[column]]
    if (was !== undefined && was === is) {
      parts.push({ kind: 'same', text: was })
      row += 1
      column += 1
    } else if (was !== undefined && (is === undefined || length(row + 1, column) >= length(row, column + 1))) {
      parts.push({ kind: 'removed', text: was })
      row += 1
    } else {
      parts.push({ kind: 'added', text: is ?? '' })
      column += 1
    }
  }
  return parts
}

/** Neighbours of one kind as one, and of a stretch that changed first all that went and then all that came. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = []
  let gone = ''
  let come = ''
  const close = () => {
    if (gone !== '') result.push({ kind: 'removed', text: gone })
    if (come !== '') result.push({ kind: 'added', text: come })
    gone = ''
    come = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') gone += text
    else if (kind === 'added') come += text
    else {
      close()
      const last = result.at(-1)
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text }
      else result.push({ kind, text })
    }
  }
  close()
  return result
}
