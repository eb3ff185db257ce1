import { spellingsOf } from './spellings.ts'

/** Something that was sought and found. */
export interface Found {
  name: string
  spelling: string
}

interface Pattern extends Found {
  bytes: Buffer
}

/**
 * Looks for secrets and words in any spelling, all in one walk: few places begin like any of them.
 * @param sought by name, at least eight bytes each, else chance finds them
 */
export function createSearch(sought: ReadonlyMap<string, Uint8Array>) {
  const patterns = [...sought].flatMap(([name, bytes]) => spellingsOf(bytes).map((spelled) => ({ name, ...spelled })))
  const firstThree = (bytes: Buffer) => ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0)
  // Of eight bytes: text has few different threes.
  const hash = (bytes: Buffer, at: number) =>
    Math.imul(bytes.readInt32LE(at), 0x9e3779b1) ^ Math.imul(bytes.readInt32LE(at + 4), 0x85ebca6b)
  const begins = new Uint8Array(1 << 21)
  const byBeginning = new Map<number, Pattern[]>()
  for (const pattern of patterns) {
    const beginning = firstThree(pattern.bytes)
    const key = hash(pattern.bytes, 0)
    begins[beginning >> 3] = (begins[beginning >> 3] ?? 0) | (1 << (beginning & 7))
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), pattern])
  }
  return {
    in(chunk: Buffer): Pattern[] {
      const found: Pattern[] = []
      let window = 0
      for (let at = 0; at < chunk.length; at += 1) {
        window = ((window << 8) | (chunk[at] ?? 0)) & 0xff_ffff
        if (((begins[window >> 3] ?? 0) & (1 << (window & 7))) === 0 || at < 2 || at + 6 > chunk.length) continue
        for (const pattern of byBeginning.get(hash(chunk, at - 2)) ?? []) {
          if (chunk.subarray(at - 2, at - 2 + pattern.bytes.length).equals(pattern.bytes)) found.push(pattern)
        }
      }
      return found
    },
  }
}

/** Which of these words stand somewhere, in the order in which they are named. */
export function wordsIn(hay: string | Buffer, words: Readonly<Record<string, string>>): string[] {
  const sought = new Map(Object.entries(words).map(([name, word]) => [name, Buffer.from(word)]))
  const found = new Set(
    createSearch(sought)
      .in(Buffer.from(hay))
      .map(({ name }) => name),
  )
  return Object.keys(words).filter((name) => found.has(name))
}
