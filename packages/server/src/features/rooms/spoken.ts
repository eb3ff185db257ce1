// Letters of other scripts that look like ours (Unicode TS 39, confusables), as far as they stand in names.
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', н: 'h', о: 'o', р: 'p' },
  ...{ ԛ: 'q', г: 'r', ѕ: 's', т: 't', у: 'y', х: 'x', ԝ: 'w', ѵ: 'v', ё: 'e', п: 'n' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y', ω: 'w' },
  ...{ ı: 'i', ɑ: 'a', ɡ: 'g', ǀ: 'l', ո: 'n', ս: 'u', օ: 'o', հ: 'h' },
}

/** Digits that stand for letters. Some stand for two. */
const digits: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' }

/** What a name looks like to somebody who reads it: lookalikes as the Latin letters that they look like. */
export function looksLike(name: string): string {
  return [...name].map((letter) => lookalikes[letter] ?? letter).join('')
}

/**
 * The words that somebody hears in a name: between its hyphens, with digits that stand for letters among letters, letters
 * that were drawn out, and words that were spelt out or parted by hyphens. Never part of a word: Scunthorpe is a town.
 */
export function wordsIn(name: string): ReadonlySet<string> {
  const parts = looksLike(name).split('-')
  const joined = [parts.join(''), ...runsOfSingles(parts), ...pairs(parts)]
  return new Set([...parts, ...joined].flatMap((part) => readings(part)))
}

function readings(part: string): string[] {
  const plain = withoutMarks(part)
  const spelt = /\p{L}/u.test(plain) ? plain.replace(/\d/g, (digit) => digits[digit] ?? digit) : plain
  const asL = plain.replaceAll('1', 'l').replace(/\d/g, (digit) => digits[digit] ?? digit)
  return [part, plain, spelt, asL].flatMap((one) => [
    one,
    one.replace(/(.)\1{2,}/gu, '$1'),
    one.replace(/(.)\1{2,}/gu, '$1$1'),
  ])
}

/** Marks that were put on letters to hide them; å, ä, ö and ø are letters of their own. */
function withoutMarks(text: string): string {
  return [...text]
    .map((letter) => (/[åäö]/u.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')))
    .join('')
}

function runsOfSingles(parts: readonly string[]): string[] {
  const spelt = parts.map((part) => ([...part].length === 1 ? part : ' ')).join('')
  return spelt.split(' ').filter((run) => run.length > 1)
}

function pairs(parts: readonly string[]): string[] {
  return parts.slice(1).map((part, at) => `${parts[at] ?? ''}${part}`)
}
