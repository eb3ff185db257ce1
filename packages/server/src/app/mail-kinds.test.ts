import { languages } from '@samtale/policy'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { policyInForce } from '../features/privacy/index.ts'
import { newId } from '../platform/ids.ts'
import { composeMail } from '../platform/mail/compose.ts'
import type { MailKind, ValueShape } from '../platform/mail/kinds.ts'
import { checkMailKinds } from '../platform/mail/lint.ts'
import { mailParts } from '../platform/mail/parts.ts'
import { renderHtml, renderText } from '../platform/mail/render.ts'
import { mailKinds } from './mail-kinds.ts'
import { declarations } from './personal-data.ts'

const kinds = Object.entries<MailKind>(mailKinds)
const publicUrl = new URL('https://meet.example.org')
const unsubscribe = 'https://meet.example.org/unsubscribe/token'
const samples: Record<ValueShape, string> = {
  text: 'Kåre Ångström',
  name: 'Rom <3',
  lines: 'Første linje\nandre linje',
  link: 'https://meet.example.org/page/token',
}

/** Headers that a mail may have; whoever adds one says here what for. */
const allowed = new Set([
  ...['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'content-language'],
  ...['auto-submitted', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post'],
])

test('every kind of mail is what the default policy says of it', () => {
  const { policy } = policyInForce({ file: null, system: declarations, today: '2026-11-22' })
  expect(checkMailKinds(mailKinds, policy)).toEqual([])
})

test('every mail, in every language, is text and HTML that fetches nothing, with the headers it may have', async () => {
  for (const [key, kind] of kinds) {
    for (const language of languages) {
      const values = Object.fromEntries(Object.entries(kind.values).map(([name, shape]) => [name, samples[shape]]))
      const refusable = kind.basis === 'service' ? null : unsubscribe
      const wording = { language, values, senderName: 'Example School', publicUrl, unsubscribe: refusable }
      const parts = mailParts(kind, wording)
      const mail = await PostalMime.parse(
        await composeMail({
          id: newId(),
          from: { name: 'Example School', address: 'post@example.org' },
          to: 'kare@example.test',
          subject: parts.subject,
          date: new Date('2026-06-01T09:00:00Z'),
          language,
          text: renderText(parts),
          html: renderHtml(parts),
          replyTo: null,
          thread: [],
          unsubscribe: refusable,
          list: refusable === null ? null : `${kind.purpose}.example.org`,
          autoSubmitted: kind.autoSubmitted,
        }),
      )
      const headers = mail.headers.map(({ key: name }) => name)
      expect([key, headers.filter((name) => !allowed.has(name))]).toEqual([key, []])
      expect([key, headers.includes('list-unsubscribe-post')]).toEqual([key, refusable !== null])
      expect([key, mail.text?.includes('undefined'), mail.html?.includes(`lang="${language}"`)]).toEqual([
        key,
        false,
        true,
      ])
      expect(mail.html).not.toMatch(/<(?:img|script|link|iframe|object|video|audio|form|input)\b|url\(|@import|srcset/i)
      for (const part of [...parts.body, ...parts.foot]) expect(mail.text).toContain(part.text)
    }
  }
})
