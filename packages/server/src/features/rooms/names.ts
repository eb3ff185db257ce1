import { canonicalRoomName, limits, reservedNames } from '@samtale/protocol'
import { hasCardNumber } from '../../platform/card-numbers.ts'
import { refusedWords } from './refused-words.ts'
import { looksLike, wordsIn } from './spoken.ts'

export type NameProblem = 'empty' | 'too-long' | 'invalid' | 'reserved' | 'mixed' | 'refused' | 'card-number' | 'taken'
export type CheckedName =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: NameProblem }

/** Whether a name may be that of a room which somebody makes; `taken` is found out elsewhere. */
export type CheckName = (input: string) => CheckedName

/** Checks names, with words that the operator refuses beside our own. */
export function createNameCheck(more: readonly string[] = []): CheckName {
  const refused = new Set([...refusedWords, ...more.flatMap((word) => [...wordsIn(word.trim().toLowerCase())])])
  return (input) => {
    const canonical = canonicalRoomName(input)
    if (!canonical.ok) return { ok: false, problem: spelt(input, canonical.problem) }
    const { name } = canonical
    if (isReserved(looksLike(name))) return { ok: false, problem: 'reserved' }
    if (name.split('-').some(mixesScripts)) return { ok: false, problem: 'mixed' }
    if (hasCardNumber(name)) return { ok: false, problem: 'card-number' }
    if ([...wordsIn(name)].some((word) => refused.has(word))) return { ok: false, problem: 'refused' }
    return { ok: true, name }
  }
}

function spelt(input: string, problem: 'room.name-invalid' | 'room.name-reserved'): NameProblem {
  if (problem === 'room.name-reserved') return 'reserved'
  if (input.trim() === '') return 'empty'
  return input.trim().length > limits.roomNameCharacters ? 'too-long' : 'invalid'
}

function isReserved(name: string): boolean {
  return (reservedNames as readonly string[]).includes(name)
}

/** A word in letters of two alphabets that look alike is made to be taken for another (Unicode TS 39 §5). */
function mixesScripts(word: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
  return scripts.filter((script) => script.test(word)).length > 1
}
