import { limits } from './limits.ts'

// Control and format characters except the joiners that emoji and some scripts need (ZWJ, ZWNJ).
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * A person's name as it is shown: NFC, without invisible or direction-turning characters, single spaces,
 * at most 64 grapheme clusters and 16 UTF-16 units a cluster (against towers of combining marks).
 * Returns an empty string where nothing visible is left.
 */
export function cleanDisplayName(input: string): string {
  const visible = input.slice(0, 4_096).replace(/\s+/gu, ' ').replace(invisible, '')
  // Only now: what stood apart may stand beside each other.
  const text = visible.normalize('NFC').replace(/ +/g, ' ').trim()
  const clusters: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    if (clusters.length === limits.nameGraphemes) break
    // A cut may leave half a character.
    clusters.push(segment.slice(0, 16).replace(/\p{Cs}/u, ''))
  }
  return clusters.join('').trim()
}
