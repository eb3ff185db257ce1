import { places, qualities, things } from './words.ts'

/** A readable room name, as `quiet-birch-lantern`. */
export function suggestRoomName(): string {
  return [qualities, places, things].map(oneOf).join('-')
}

function oneOf(words: readonly string[]): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  const word = words[random % words.length]
  if (word === undefined) throw new Error('A word list is empty')
  return word
}
