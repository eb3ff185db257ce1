import { MailRefused } from './mail-error.ts'

/** Control characters (line breaks among them), what Unicode breaks lines at besides, and halves of surrogate pairs. */
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029]/u

/**
 * A text of one line, as it may stand in a header: with a line break in it, whoever wrote it could add headers and
 * recipients of their own (CWE-93).
 * @throws MailRefused `mail.value-unsafe`
 */
export function oneLine(text: string): string {
  if (unsafe.test(text)) throw new MailRefused('mail.value-unsafe')
  return text
}

/** A text of several lines, each ended by a line feed, without other control characters. */
export function severalLines(text: string): string {
  return unturned(text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, ''))
}

/** Without what turns the direction of what follows (Unicode TR 9 §2): with it `moc.live` reads as another address. */
export function unturned(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
}

/**
 * What somebody called themselves or something of theirs. Mail programs make links of whatever looks like an address: who
 * is called “visit evil.example” would have us send their link. A word joiner, which nobody sees, keeps it text.
 */
export function namedText(text: string): string {
  return unturned(oneLine(text)).replace(/(?<=[\p{L}\p{N}])([.:@/]+)(?=[\p{L}\p{N}])/gu, '$1\u2060')
}

const localPart = /^[^\p{Cc}\p{Cs}\p{Z}<>()[\]\\,;:@"]{1,64}$/u
const domain =
  /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

/**
 * One e-mail address and nothing else, not in quotation marks and without a name (RFC 5321 §4.1.2, RFC 6531).
 * @throws MailRefused `mail.address-invalid`
 */
export function oneAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const [local, host] = [address.slice(0, at), address.slice(at + 1)]
  if (at < 1 || address.length > 254 || !localPart.test(local) || !domain.test(host)) {
    throw new MailRefused('mail.address-invalid')
  }
  return address
}

/** A message's identifier, such as `<id@example.org>` (RFC 5322 §3.6.4). @throws MailRefused `mail.value-unsafe` */
export function messageId(text: string): string {
  if (!/^<[!-;=?-~]{1,400}@[!-;=?-~]{1,255}>$/.test(text)) throw new MailRefused('mail.value-unsafe')
  return text
}
