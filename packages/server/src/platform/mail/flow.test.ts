import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { sampleMessage } from '../../../test/mail/sample-message.ts'
import { composeMail } from './compose.ts'
import { flow } from './flow.ts'

const sentence =
  'Når møtet er slutt, er det som ble sagt, borte, og ingen kan hente det fram igjen uansett hvem som spør.'

test('a long paragraph is broken into short lines, a link is not', () => {
  const link = `https://skole.example/${'x'.repeat(120)}`
  const lines = flow(`${sentence}\n\n${link}\n\n-- \nÅsen skole\n`).split('\n')
  expect(lines.filter((line) => line.length > 76)).toEqual([link])
  expect(lines.length).toBeGreaterThan(7)
  expect(lines).toContain('-- ')
})

test('what somebody wrote is no quotation, no signature and no other mail', () => {
  expect(flow('> sitat\nFrom oss\n  innrykk')).toBe(' > sitat\n From oss\n   innrykk')
})

test('every text comes out as it went in, whatever stands in it, on the wire and in a file', async () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('>', '--', 'From', '-- ', ' ', '.', 'x'.repeat(90), '\n', '\n\n', sentence),
  )
  const texts = fc.array(word, { maxLength: 20 }).map((words) =>
    words
      .join(' ')
      .split('\n')
      .map((line) => (line === '-- ' ? line : line.trimEnd()))
      .join('\n')
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u0085]/gu, (found) => (found === '\n' ? found : '')),
  )
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), async (text, readable) => {
      const mail = await PostalMime.parse(
        await composeMail(sampleMessage({ text: `Hei.\n${text}\nSlutt.` }), { readable }),
      )
      expect(mail.text?.trimEnd()).toBe(`Hei.\n${text}\nSlutt.`)
    }),
    { numRuns: 200 },
  )
})
