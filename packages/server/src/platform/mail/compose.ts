import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'
import { flow } from './flow.ts'
import { messageIdOf, type Message } from './message.ts'
import { messageId, oneAddress, oneLine } from './safe-text.ts'

/** Signs mail for a domain (RFC 6376). */
export interface DkimKey {
  readonly selector: string
  /** PEM. */
  readonly privateKey: string
}

/** What the signature covers. By default the one-click header would not be among it, which RFC 8058 §4 asks for. */
const signedHeaders = [
  ...['From', 'To', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'MIME-Version'],
  ...['Content-Type', 'Content-Language', 'Auto-Submitted', 'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':')

type PartType = 'plain' | 'html'

const contentTypes: Readonly<Record<PartType, string>> = {
  plain: 'text/plain; charset=utf-8; format=flowed',
  html: 'text/html; charset=utf-8',
}

/**
 * The mail as it goes over the wire (RFC 5322, 2045), in lines of ASCII; with `readable` in UTF-8 as it was written, so
 * that a file of it can be read and searched.
 * @throws MailRefused `mail.value-unsafe`, `mail.address-invalid`
 */
export async function composeMail(message: Message, options: { readable?: boolean; dkim?: DkimKey | null } = {}) {
  const part = (type: PartType, content: string) =>
    options.readable === true && fitsLines(content)
      ? { raw: rawPart(type, content) }
      : { content, contentType: contentTypes[type] }
  const composer = new MailComposer({
    from: mailbox(message.from.name, message.from.address),
    to: mailbox('', message.to),
    ...(message.replyTo === null ? {} : { replyTo: mailbox('', message.replyTo) }),
    subject: oneLine(message.subject),
    messageId: messageIdOf(message.id, message.from),
    date: message.date,
    ...threadOf(message),
    headers: [
      { key: 'Content-Language', value: message.language },
      ...(message.autoSubmitted === 'no' ? [] : [{ key: 'Auto-Submitted', value: message.autoSubmitted }]),
      ...listHeaders(message),
    ],
    alternatives: [part('plain', flow(message.text)), part('html', message.html)],
    baseBoundary: message.id,
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const raw = await composer.compile().build()
  return options.dkim ? sign(raw, message, options.dkim) : raw
}

function mailbox(name: string, address: string) {
  return { name: oneLine(name), address: oneAddress(address) }
}

function threadOf({ thread }: Message) {
  const references = thread.map(messageId)
  const last = references.at(-1)
  return last === undefined ? {} : { inReplyTo: last, references }
}

// One header with the address in it (RFC 2369), and the one that makes it one click (RFC 8058 §3.1).
function listHeaders({ list, unsubscribe }: Message) {
  const id = list === null ? [] : [prepared('List-Id', `<${list}>`)]
  if (unsubscribe === null) return id
  return [
    ...id,
    prepared('List-Unsubscribe', `<${unsubscribe}>`),
    prepared('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
  ]
}

function prepared(key: string, value: string) {
  return { key, value: { prepared: true, foldLines: true, value: oneLine(value) } }
}

// RFC 5322 §2.1.1.
function fitsLines(content: string): boolean {
  return content.split('\n').every((line) => Buffer.byteLength(line) <= 998)
}

function rawPart(type: PartType, content: string): string {
  const headers = `Content-Type: ${contentTypes[type]}\r\nContent-Transfer-Encoding: 8bit\r\n`
  return `${headers}\r\n${content.replaceAll('\n', '\r\n')}`
}

function sign(raw: Buffer, { from }: Message, { selector, privateKey }: DkimKey): Promise<Buffer> {
  const domainName = from.address.slice(from.address.lastIndexOf('@') + 1)
  const signer = new DKIM({ domainName, keySelector: selector, privateKey, headerFieldNames: signedHeaders })
  return buffer(signer.sign(raw))
}
