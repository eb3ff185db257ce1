import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasCardNumber, holdsCardNumber } from './card-numbers.ts'

/** Well-known test numbers of card schemes, of every length. */
const cards = [
  '4222222222222',
  '30569309025904',
  '378282246310005',
  '4111111111111111',
  '5555555555554444',
  '2223003122003222',
  '6011111111111117',
  '4000000000000000006',
]

test.each(cards)('%s is found, wherever it stands and however it is written', (card) => {
  const groups = card.match(/.{1,4}/g) ?? []
  for (const written of [
    card,
    groups.join(' '),
    groups.join('-'),
    groups.join('.'),
    groups.join('\u00a0'),
    groups.join(' – '),
    [...card].join(' '),
    groups.join('\u200b'),
    card.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    card.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    `No. ${card}, exp. 12/27, 123`,
    `${groups.join(' ')} 12/27 123`,
    `x${card}x`,
    `+${card}`.padEnd(16, ' '),
    `12 ${groups.join(' ')}`,
    `+${card.slice(0, 8)} - ${card.slice(8)}`,
  ]) {
    const isPhone = written === `+${card}`.padEnd(16, ' ') && card.length <= 13
    expect([written, hasCardNumber(written)]).toEqual([written, !isPhone])
  }
})

test('however a card number is cut into groups, it is found', () => {
  const cuts = fc.array(fc.boolean(), { minLength: 19, maxLength: 19 })
  const between = fc.constantFrom(' ', '-', '.', ' - ', '\u00a0', '–')
  fc.assert(
    fc.property(fc.constantFrom(...cards), cuts, between, (card, isCut, separator) => {
      expect(hasCardNumber([...card].map((digit, at) => digit + (isCut[at] ? separator : '')).join(''))).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  '',
  '22 00 00 00',
  '+47 22 00 00 00',
  '+4915123456789',
  '0047 22 00 00 00',
  '999 999 999',
  'NO 999 999 999 MVA',
  '01019012345',
  '010190 12345',
  'NO93 8601 1117 947',
  'SE35 5000 0000 0549 1000 0003',
  '1234.56.78903',
  '2026-11-22T12:30:00.000Z',
  '12.11.2026 kl. 10.30, ring 22 33 44 55',
  '12.11.2026 - 13.11.2026',
  '0000000000000000',
  '4111111111111112',
  '411111111111',
  'Møtet 22.11.2026, org.nr. 918 470 573, tlf. +47 918 47 057',
])('“%s” is let pass', (text) => {
  expect(hasCardNumber(text)).toBe(false)
})

test('nothing with fewer than 13 digits is ever taken for one', () => {
  const character = fc.constantFrom(...'0123456789 .-+aNO')
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
      const text = characters.join('')
      fc.pre(text.replace(/\D/g, '').length < 13)
      expect(hasCardNumber(text)).toBe(false)
    }),
  )
})

test('of other numbers of that length about one in ten is taken, and no more', () => {
  const numbers = Array.from({ length: 5_000 }, (_, index) =>
    String(2_000_000_000_000_000n + BigInt(index) * 987_654_321n),
  )
  const taken = numbers.filter((number) => hasCardNumber(number)).length
  expect(taken).toBeGreaterThan(400)
  expect(taken).toBeLessThan(600)
})

test('times in milliseconds and microseconds, and days with a time of day, are none', () => {
  for (let passed = 0; passed < 1_000; passed += 1) {
    const at = new Date(Date.UTC(2026, 10, 22) + passed * 86_399_989)
    const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14)
    for (const text of [`kari-${at.getTime()}@hjem.example`, `${at.getTime()}000`, `rom-${stamp}`])
      expect([text, hasCardNumber(text)]).toEqual([text, false])
  }
})

test('in what a request brought, every text, number and key is looked at, however deep', () => {
  const card = '4111 1111 1111 1111'
  expect(holdsCardNumber({ a: [{ b: `x ${card}` }] })).toBe(true)
  expect(holdsCardNumber({ [card]: 1 })).toBe(true)
  expect(holdsCardNumber({ a: 4_111_111_111_111_111 })).toBe(true)
  expect(holdsCardNumber(JSON.parse(`${'['.repeat(30_000)}"${card}"${']'.repeat(30_000)}`))).toBe(true)
  expect(holdsCardNumber({ a: [null, undefined, true, Number.POSITIVE_INFINITY, 12, 'x'] })).toBe(false)
})

test('a long text is looked through in no time that grows with its square', () => {
  for (const text of ['1'.repeat(60_000), '1 '.repeat(30_000), '+1'.repeat(30_000), 'NO12 '.repeat(12_000)]) {
    expect(typeof hasCardNumber(text)).toBe('boolean')
  }
})
