import { expect, test } from 'vitest'
import { sampleKinds } from '../../../test/mail/sample-kinds.ts'
import type { MailKind } from './kinds.ts'
import { checkParts, checkRendered } from './lint-parts.ts'
import { mailParts } from './parts.ts'
import { renderHtml, renderText } from './render.ts'

const reply: MailKind = sampleKinds['contact.reply']
const parts = mailParts(reply, {
  language: 'nb',
  values: { about: 'x', answer: 'Hei <der>\nSer deg.', page: 'https://samtale.example/t/x?a=1&b=2' },
  senderName: 'Åsen',
  publicUrl: new URL('https://samtale.example'),
  unsubscribe: null,
})
const [text, html] = [renderText(parts), renderHtml(parts)]
const wrongs = (changed: string, refusable: string | null = null) =>
  checkRendered(text, changed, { language: 'nb', refusable })

test('the mails of every kind say the same in both parts', () => {
  expect(Object.entries<MailKind>(sampleKinds).flatMap(([key, kind]) => checkParts(key, kind))).toEqual([])
  expect(wrongs(html)).toEqual([])
})

test.for([
  ['a word more', (whole: string) => whole.replace('Hei', 'Hei hei')],
  ['a picture', (whole: string) => whole.replace('</p>', '<img alt="x"></p>')],
  ['a picture of one dot', (whole: string) => whole.replace('</p>', '<img width="1" height="1" alt=""></p>')],
  ['a script', (whole: string) => whole.replace('</head>', '<script></script></head>')],
  ['a font', (whole: string) => whole.replace('<style>', '<style>@import "https://samtale.example/f.css";')],
  ['a background', (whole: string) => whole.replace('style="', 'style="background: url(//evil.example/x); ')],
  ['a handler', (whole: string) => whole.replace('<p ', '<p onclick="x" ')],
  ['a form', (whole: string) => whole.replace('<p ', '<form></form><p ')],
  ['a link elsewhere', (whole: string) => whole.replace('https://samtale.example/t', 'https://evil.example/t')],
  ['a link by another scheme', (whole: string) => whole.replace('https://samtale.example/t', 'javascript:x')],
  ['no language', (whole: string) => whole.replace('<html lang="nb">', '<html>')],
  [
    'a way out of what can’t be left',
    (whole: string) =>
      whole.replace('https://samtale.example/t/x?a=1&amp;b=2', 'https://samtale.example/unsubscribe/x'),
  ],
] satisfies [string, (whole: string) => string][])('%s is found', ([, change]) => {
  expect(change(html)).not.toBe(html)
  expect(wrongs(change(html))).not.toEqual([])
})

test('mail that can be refused has to say how', () => {
  expect(wrongs(html, 'https://samtale.example/unsubscribe/x')).toHaveLength(1)
})
