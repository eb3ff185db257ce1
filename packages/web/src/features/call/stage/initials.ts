const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const grounds = 6

/** First letters of a name's first and last word; the whole of an emoji. */
export function initialsOf(name: string): string {
  const words = name.split(' ').filter((word) => word !== '')
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1)
  return chosen
    .map((word) => firstOf(word ?? ''))
    .join('')
    .toLocaleUpperCase()
}

function firstOf(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment
  return ''
}

/** Which of the grounds in `tokens.css` somebody has, 1 to 6: always the same for one name. */
export function groundOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return (sum % grounds) + 1
}
