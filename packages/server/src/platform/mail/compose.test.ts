import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { verifyDkim } from '../../../test/mail/verify-dkim.ts'
import { sampleMessage } from '../../../test/mail/sample-message.ts'
import { composeMail } from './compose.ts'
import { MailRefused } from './mail-error.ts'

const always = ['content-language', 'from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']

/** The parser ends every text by one line feed more. */
const ended = (text: string): string => `${text}\n`

test('a mail has these headers and no others, and both its texts', async () => {
  const message = sampleMessage()
  for (const readable of [true, false]) {
    const mail = await PostalMime.parse(await composeMail(message, { readable }))
    expect(mail.headers.map(({ key }) => key).sort()).toEqual([...always].sort())
    expect(mail).toMatchObject({
      from: { name: 'Skolen på Åsen', address: 'post@skole.example' },
      to: [{ name: '', address: 'kari@hjem.example' }],
      subject: 'Møtet på fredag',
      messageId: `<${message.id}@skole.example>`,
      date: '2026-06-01T09:00:00.000Z',
      text: ended(message.text),
      html: ended(message.html),
      attachments: [],
    })
  }
})

test('a readable mail stands in its file as it was written; one for the wire is ASCII in short lines', async () => {
  const message = sampleMessage({ text: `Blåbær ${'x'.repeat(500)}\n` })
  const readable = (await composeMail(message, { readable: true })).toString()
  for (const word of message.text.trim().split(' ')) expect(readable).toContain(word)
  const wire = (await composeMail(message)).toString('latin1')
  expect(wire).toMatch(/^[\r\n\t -~]*$/)
  expect(Math.max(...wire.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
})

test('no line is longer than a mail’s may be, whatever somebody wrote, and nothing of it is lost', async () => {
  const long = 'å'.repeat(5_000)
  for (const readable of [true, false]) {
    const raw = await composeMail(sampleMessage({ text: `${long}\n.\n\nFrom me\n` }), { readable })
    expect(
      Math.max(
        ...raw
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998)
    expect((await PostalMime.parse(raw)).text?.trimEnd()).toBe(`${long}\n.\n\nFrom me`)
  }
})

test('a thread is named, an answer goes where it should, and machines are told that it is a machine’s', async () => {
  const message = sampleMessage({
    thread: ['<first@hjem.example>', '<second@skole.example>'],
    replyTo: 'support@skole.example',
    autoSubmitted: 'auto-replied',
  })
  const mail = await PostalMime.parse(await composeMail(message))
  expect(mail).toMatchObject({
    inReplyTo: '<second@skole.example>',
    references: '<first@hjem.example> <second@skole.example>',
    replyTo: [{ address: 'support@skole.example' }],
  })
  expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-replied' }))
})

test('a newsletter names its list and unsubscribes by one click', async () => {
  const link = `https://skole.example/unsubscribe/${'x'.repeat(120)}`
  const message = sampleMessage({ list: 'newsletter.skole.example', unsubscribe: link })
  const headers = (await PostalMime.parse(await composeMail(message))).headers
  const of = (name: string) => headers.filter(({ key }) => key === name).map(({ value }) => value)
  expect(of('list-unsubscribe')).toEqual([`<${link}>`])
  expect(of('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
  expect(of('list-id')).toEqual(['<newsletter.skole.example>'])
})

test('a signature covers the headers that matter, both for unsubscribing among them, and verifies', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const dkim = { selector: 'samtale', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
  const message = sampleMessage({ list: 'newsletter.skole.example', unsubscribe: 'https://skole.example/u/x' })
  const raw = (await composeMail(message, { dkim })).toString('latin1')
  const { domain, selector, signed, valid } = verifyDkim(raw, publicKey)
  expect({ domain, selector, valid }).toEqual({ domain: 'skole.example', selector: 'samtale', valid: true })
  expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']))
  expect(verifyDkim(raw.replace('One-Click', 'Two-Click'), publicKey).valid).toBe(false)
  expect(verifyDkim(raw.replace('fredag', 'lordag'), publicKey).valid).toBe(false)
})

test('no value adds a header or a recipient: it is refused or stays a value', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.string(),
        fc.constantFrom('\r\n', '\n', '\r', ', ', '; ', '<', '>', '"'),
        fc.constantFrom('Bcc: x@evil.example', 'x@evil.example'),
      )
      .map((parts) => parts.join('')),
  )
  const place = fc.constantFrom('subject', 'to', 'replyTo', 'list', 'unsubscribe', 'name', 'address', 'thread')
  await fc.assert(
    fc.asyncProperty(place, nasty, async (where, value) => {
      const from = { name: 'Skolen', address: 'post@skole.example' }
      const given =
        where === 'name' || where === 'address'
          ? { from: { ...from, [where]: value } }
          : { [where]: where === 'thread' ? [value] : value }
      const message = sampleMessage({ unsubscribe: 'https://skole.example/u/x', ...given })
      const raw = await composeMail(message).catch((error: unknown) => error)
      if (raw instanceof MailRefused) return
      if (!(raw instanceof Buffer)) throw raw
      const mail = await PostalMime.parse(raw)
      const allowed = [
        ...always,
        'list-unsubscribe',
        'list-unsubscribe-post',
        'reply-to',
        'in-reply-to',
        'references',
        'list-id',
      ]
      expect(mail.headers.map(({ key }) => key).filter((key) => !allowed.includes(key))).toEqual([])
      expect(new Set(mail.headers.map(({ key }) => key)).size).toBe(mail.headers.length)
      expect(mail.to).toHaveLength(1)
      expect([mail.cc, mail.bcc]).toEqual([undefined, undefined])
      expect(mail.text).toBe(ended(message.text))
    }),
    { numRuns: 1_000 },
  )
})
