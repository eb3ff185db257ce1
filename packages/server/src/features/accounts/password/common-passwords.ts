/**
 * Beginnings of the passwords that are guessed first: keyboards, counts, and the words that lists of leaked passwords begin
 * with, in the three languages. What is left of a long password without them has to be worth something by itself.
 */
const guessedFirst = [
  ...[
    'password',
    'passord',
    'passwort',
    'losenord',
    'lösenord',
    'passphrase',
    'hemmelig',
    'hemlig',
    'secret',
    'letmein',
  ],
  ...[
    'welcome',
    'velkommen',
    'välkommen',
    'admin',
    'administrator',
    'iloveyou',
    'jegelskerdeg',
    'jagalskardig',
    'sunshine',
  ],
  ...[
    'princess',
    'football',
    'fotball',
    'fotboll',
    'baseball',
    'dragon',
    'monkey',
    'master',
    'superman',
    'batman',
    'pokemon',
  ],
  ...[
    'sommer',
    'sommar',
    'summer',
    'winter',
    'vinter',
    'januar',
    'januari',
    'january',
    'norge',
    'norway',
    'sverige',
    'sweden',
  ],
  ...[
    'samtale',
    'samtal',
    'videocall',
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'asdfgh',
    'zxcvbnm',
    'azerty',
    'qazwsx',
    'edcrfv',
  ],
  ...[
    '1q2w3e4r5t6y',
    '1q2w3e4r',
    '1qaz2wsx',
    'abcdefghijkl',
    'abcdef',
    'abc123',
    'changeme',
    'trustno',
    'whatever',
    'starwars',
  ],
  ...[
    'michael',
    'jordan',
    'charlie',
    'jennifer',
    'login',
    'test',
    'guest',
    'hello',
    'internet',
    'computer',
    'liverpool',
  ],
].sort((a, b) => b.length - a.length)

/** How much has to be left: fewer letters than that are tried in no time. */
const enough = 6

/** Whether a password is among those that are guessed first: such a word or a row of keys, with little around it. */
export function isCommon(password: string): boolean {
  const spoken = password
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._!?@#*-]+/g, '')
  const swapped = spoken
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
    .replaceAll('$', 's')
  return [spoken, swapped].some((one) => new Set(withoutRows(withoutWords(one))).size < enough)
}

function withoutWords(text: string): string {
  return guessedFirst.reduce((left, word) => left.replaceAll(word, ''), text)
}

/** Without letters or digits that follow on each other, and years. */
function withoutRows(text: string): string {
  const left = text.replace(/(?:19|20)\d\d/g, '')
  return [...left].filter((letter, at, all) => !isNext(all[at - 1] ?? '', letter)).join('')
}

function isNext(before: string, letter: string): boolean {
  return Math.abs((before.codePointAt(0) ?? 0) - (letter.codePointAt(0) ?? 0)) <= 1
}
