import { languages } from '@samtale/policy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleKinds } from '../../../test/mail/sample-kinds.ts'
import type { MailKind } from './kinds.ts'
import { mailParts, type Wording } from './parts.ts'
import { renderHtml, renderText } from './render.ts'

const wording: Wording = {
  language: 'nb',
  values: { about: 'Møtet', answer: 'Hei!\nVi sees.', page: 'https://skole.example/tickets/x' },
  senderName: 'Åsen skole',
  publicUrl: new URL('https://skole.example'),
  unsubscribe: null,
}
const reply: MailKind = sampleKinds['contact.reply']
const news: MailKind = sampleKinds['newsletter.issue']

test('a mail says what it is about, who sends it and why, and where to read more', () => {
  expect(renderText(mailParts(reply, wording))).toBe(
    `Hei!
Vi sees.

Åpne:
https://skole.example/tickets/x

-- 
Åsen skole
Du får denne fordi du skrev til oss.
Slik bruker vi personopplysninger:
https://skole.example/privacy
`,
  )
})

test.for(languages)('text and HTML say the same, in %s', (language) => {
  const parts = mailParts(news, {
    ...wording,
    language,
    values: { title: 'Juni', words: 'Sommer!' },
    unsubscribe: 'https://skole.example/unsubscribe/x',
  })
  const [text, html] = [renderText(parts), renderHtml(parts)]
  for (const part of [...parts.body, ...parts.foot]) {
    expect(text).toContain(part.text)
    expect(html).toContain(part.text)
    if ('to' in part) expect([text.includes(part.to), html.includes(`href="${part.to}"`)]).toEqual([true, true])
  }
  expect(html).toContain(`<html lang="${language}">`)
  expect(parts.foot.map(({ text: words }) => words)).toContain(
    { en: 'Unsubscribe', nb: 'Meld deg av', sv: 'Avsluta prenumerationen' }[language],
  )
})

test('HTML fetches nothing and runs nothing, whatever the values are', () => {
  const nasty = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<img src=https://evil.example/x>',
      '"><script>alert(1)</script>',
      "' onload='x",
      '{about}',
      '&lt;',
      '<a href="javascript:x">',
    ),
  )
  fc.assert(
    fc.property(nasty, nasty, nasty, (about, answer, senderName) => {
      const values = { ...wording.values, about, answer }
      const html = renderHtml(mailParts(reply, { ...wording, values, senderName }))
      const tags = [...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, name]) => name)
      expect(new Set(tags)).toEqual(
        new Set([
          '!doctype',
          'html',
          'head',
          'meta',
          'title',
          'style',
          'body',
          'div',
          'p',
          'a',
          ...(html.includes('<br>') ? ['br'] : []),
        ]),
      )
      const inTags = (html.match(/<[^>]*>|<style>[^<]*/g) ?? []).join('')
      const links = [...inTags.matchAll(/(?:href|src|url)\s*[=(]\s*"?([^")\s]+)/gi)].map(([, to]) => to)
      expect(links.filter((to) => !to?.startsWith('https://skole.example/'))).toEqual([])
      expect(html).not.toMatch(/<[^>]*\son\w+=/i)
    }),
  )
})

test('a link leads to this installation and names nobody', () => {
  for (const page of [
    'https://evil.example/',
    'http://skole.example/',
    'https://skole.example.evil.example/',
    'https://skole.example@evil.example/',
    'https://skole.example/?to=kari@hjem.example',
    'https://skole.example/?to=kari%40hjem.example',
    'javascript:alert(1)',
    '/tickets/x',
    'https://skole.example/\r\nBcc: x',
    '',
  ]) {
    expect(() => mailParts(reply, { ...wording, values: { ...wording.values, page } }), page).toThrow(
      expect.objectContaining({ name: 'MailRefused' }),
    )
  }
})

test('values are exactly those declared, and a line is one', () => {
  const given = (values: Record<string, string>) => () => mailParts(reply, { ...wording, values })
  const { page = '', ...others } = wording.values
  expect(given(others)).toThrow(expect.objectContaining({ code: 'mail.value-missing' }))
  expect(given({ ...wording.values, more: 'x' })).toThrow(expect.objectContaining({ code: 'mail.value-missing' }))
  expect(given({ ...others, toString: page })).toThrow(expect.objectContaining({ code: 'mail.value-missing' }))
  expect(given({ ...wording.values, about: 'a\r\nBcc: x@evil.example' })).toThrow(
    expect.objectContaining({ code: 'mail.value-unsafe' }),
  )
})

test('a value that looks like another stays what it is', () => {
  const parts = mailParts(reply, { ...wording, values: { ...wording.values, about: '{answer} {page}' } })
  expect(parts.subject).toBe('Re: {answer} {page}')
})

test('mail that can be refused says how, and no other', () => {
  const values = { title: 'Juni', words: 'Sommer!' }
  expect(() => mailParts(news, { ...wording, values })).toThrow(expect.objectContaining({ code: 'mail.kind-mismatch' }))
  expect(() => mailParts(reply, { ...wording, unsubscribe: 'https://skole.example/u' })).toThrow(
    expect.objectContaining({ code: 'mail.kind-mismatch' }),
  )
})

test('what somebody calls themselves becomes no link, and turns no text around', () => {
  const kind: MailKind = { ...reply, values: { ...reply.values, about: 'name' } }
  const subject = (about: string) => mailParts(kind, { ...wording, values: { ...wording.values, about } }).subject
  const shown = (about: string) => subject(about).replaceAll('\u2060', '')
  for (const name of ['evil.example/win', 'https://evil.example', 'a@evil.example', 'Møte 3.2: “Ola & Co.”']) {
    expect(shown(name)).toBe(`Re: ${name}`)
    expect(subject(name)).not.toMatch(/evil\.example|https:\/\/\w|a@e/)
  }
  expect(subject('Møte. Nå')).toBe('Re: Møte. Nå')
  expect(subject('\u202emoc.live\u202c \u2066x\u2069')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  const turned = mailParts(reply, { ...wording, values: { ...wording.values, answer: 'a\u202eb', about: '\u2067c' } })
  expect(renderText(turned) + renderHtml(turned) + turned.subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
})
