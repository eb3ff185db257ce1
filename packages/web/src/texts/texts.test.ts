import { languages } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { en, type Texts } from './en.ts'
import { languageFor, languageNames, offeredLanguages } from './language.ts'
import { nb } from './nb.ts'
import { listIn, pluralIn } from './plural.ts'
import { sv } from './sv.ts'

const all = { en, nb, sv } satisfies Record<(typeof languages)[number], Texts>
const samples = ['Ada', 3, ['Ada', 'Bo']]

/** Every text by its path, functions called with something of each kind they may take. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (isSaying(value)) return [[path, spoken(value)]]
  return Object.entries(value ?? {}).flatMap(([key, part]) => texts(part, `${path}.${key}`))
}

type Saying = (...parameters: unknown[]) => unknown

function isSaying(value: unknown): value is Saying {
  return typeof value === 'function'
}

function spoken(say: Saying): string {
  for (const first of samples) {
    try {
      return String(say(first, 'Bo'))
    } catch {
      // Another kind of parameter, then.
    }
  }
  throw new Error('No sample fits')
}

test('a missing text does not compile', () => {
  const { chat, ...withoutChat } = nb
  // @ts-expect-error the part `chat` is missing
  const parts: Texts = withoutChat
  const { send, ...withoutSend } = sv.chat
  // @ts-expect-error the text `chat.send` is missing
  const lines: Texts = { ...sv, chat: withoutSend }
  // @ts-expect-error a function of another parameter
  const other: Texts['left']['text'] = (seconds: number) => `${seconds}`
  expect([chat.send, send, parts, lines, other]).toHaveLength(5)
})

test('every language has the same texts, and none is empty', () => {
  const paths = texts(en, 'en').map(([path]) => path.replace('en', ''))
  expect(paths.length).toBeGreaterThan(150)
  for (const language of languages) {
    const own = texts(all[language], language)
    expect(own.map(([path]) => path.replace(language, ''))).toEqual(paths)
    for (const [path, text] of own) expect(text.trim(), path).not.toBe('')
  }
})

test('what is translated is not English any more', () => {
  const english = new Map(texts(en, '').filter(([, text]) => text.includes(' ')))
  for (const language of ['nb', 'sv'] as const) {
    const same = texts(all[language], '').filter(([path, text]) => english.get(path) === text)
    expect(same.filter(([path]) => path !== '.titles.unread')).toEqual([])
  }
})

test('the accessible names that outsiders rely on stand as promised', () => {
  const { short, bar, more, ...names } = en.controls
  expect([en.join.yourName, en.join.join, en.chat.log]).toEqual(['Your name', 'Join', 'Chat messages'])
  expect(Object.values(names).toSorted()).toEqual(
    [
      'Leave',
      'Mute',
      'Unmute',
      'Turn off camera',
      'Turn on camera',
      'Share screen',
      'Stop sharing',
      'Chat',
      'Participants',
      'Raise hand',
      'Lower hand',
      'Settings',
    ].toSorted(),
  )
  expect(en.call.you('Ola')).toBe('Ola (you)')
  expect([short.chat, bar, more]).toEqual(['Chat', 'Call controls', 'More'])
})

test('what a button shows is part of its name, for who speaks to it', () => {
  for (const { controls } of Object.values(all)) {
    const { short } = controls
    const pairs = [
      [short.mute, controls.mute],
      [short.unmute, controls.unmute],
      [short.camera, controls.cameraOff],
      [short.camera, controls.cameraOn],
      [short.share, controls.share],
      [short.stopSharing, controls.stopSharing],
      [short.chat, controls.chat],
      [short.leave, controls.leave],
    ] as const
    for (const [shown, name] of pairs) expect(name.toLowerCase()).toContain(shown.toLowerCase())
  }
})

test('the truth about the router is told', () => {
  expect(en.path.routerText).toContain('passes them on and cannot open them')
  expect(nb.path.routerText).toContain('sender dem videre og kan ikke åpne dem')
  expect(sv.path.routerText).toContain('skickar dem vidare och kan inte öppna dem')
})

test('before joining by a bare name it is said who could listen', () => {
  for (const { join } of [en, nb, sv])
    expect(join.protection.none).toMatch(/a server that lies|server som lyver|server som ljuger/)
})

test('counts and lists follow the language', () => {
  expect(en.call.people(1)).toBe('1 person')
  expect(nb.call.people(12)).toBe('12 personer')
  expect(pluralIn('sv')(0, { one: '# rum', other: '# rum' })).toBe('0 rum')
  expect(en.call.came(['Ada', 'Bo', 'Cy'])).toBe('Ada, Bo and Cy came in')
  expect(listIn('nb')(['Ada', 'Bo'])).toBe('Ada og Bo')
  expect(listIn('sv')(['Ada', 'Bo'])).toBe('Ada och Bo')
})

test.each([
  ['nb', [], 'nb'],
  [null, ['nn-NO', 'en'], 'nb'],
  [null, ['no'], 'nb'],
  [null, ['de-DE', 'sv-FI'], 'sv'],
  [null, ['de', 'fr'], 'en'],
  ['klingon', ['sv'], 'sv'],
  ['en', ['nb'], 'en'],
] as const)('chosen %s, browser %j: %s', (chosen, browser, expected) => {
  expect(languageFor(chosen, browser)).toBe(expected)
})

test('every language of the protocol is offered, by its own name', () => {
  expect(offeredLanguages).toEqual(languages)
  expect(Object.keys(languageNames)).toEqual([...languages])
})
