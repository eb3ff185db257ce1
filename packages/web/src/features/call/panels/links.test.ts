import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkParts } from './links.ts'

const linksIn = (text: string) => linkParts(text).flatMap((part) => (part.isLink ? [part.text] : []))

test('web addresses are links, without the punctuation after them', () => {
  expect(linksIn('See https://example.com/a?b=c#d, or http://example.org.')).toEqual([
    'https://example.com/a?b=c#d',
    'http://example.org',
  ])
  expect(linksIn('(https://example.com)')).toEqual(['https://example.com'])
})

test('nothing but http and https is a link', () => {
  expect(linksIn('javascript:alert(1) data:text/html,x file:///etc ftp://example.com mailto:a@example.com')).toEqual([])
})

test('the parts make up the text, and every link can be opened', () => {
  const pieces = fc.constantFrom(
    'https://',
    'HTTP://',
    'a.example',
    '/b?c=d#e',
    'ø',
    '[',
    ':99999',
    '.',
    ')',
    '"',
    '<',
    ' ',
    '\n',
    '💬',
  )
  const texts = fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
      for (const link of linksIn(text)) expect(['http:', 'https:']).toContain(new URL(link).protocol)
    }),
  )
})
