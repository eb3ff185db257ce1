import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { addressKind } from '../address-kind.ts'
import type { DkimKey } from '../mail/compose.ts'
import type { MailStream } from '../mail/kinds.ts'
import type { Mailbox } from '../mail/message.ts'
import { oneAddress, oneLine } from '../mail/safe-text.ts'
import type { Senders } from '../mail/senders.ts'
import type { SmtpSettings } from '../mail/smtp.ts'
import { StartupError } from '../startup-error.ts'
import type { VariableName } from './variables.ts'

/** How mail leaves. */
export interface MailSettings {
  /** null: into the outbox. */
  readonly smtp: SmtpSettings | null
  /** Whether the controller runs that server itself; else whoever does gets personal data. */
  readonly runByUs: boolean
  readonly senders: Senders
  readonly dkim: DkimKey | null
}

interface Read {
  optional(name: VariableName): string | null
}

/** @throws StartupError `config.invalid`; a password is never repeated. */
export function readMailSettings({ optional }: Read, publicUrl: URL): MailSettings {
  const smtp = readSmtp(optional('SAMTALE_SMTP_URL'), publicUrl)
  const given = optional('SAMTALE_MAIL_FROM')
  if (smtp !== null && given === null)
    throw invalid(
      'SAMTALE_MAIL_FROM',
      'has to be set where SAMTALE_SMTP_URL is: a mail server sends for its own addresses',
    )
  const from = readMailbox('SAMTALE_MAIL_FROM', given) ?? { name: '', address: `samtale@${domainOf(publicUrl)}` }
  const beside = (local: string): Mailbox => ({
    name: from.name,
    address: `${local}@${from.address.replace(/^.*@/, '')}`,
  })
  return {
    smtp,
    runByUs: readRunBy(optional('SAMTALE_SMTP_RUN_BY')),
    dkim: readDkim(optional('SAMTALE_DKIM_KEY_FILE'), optional('SAMTALE_DKIM_SELECTOR') ?? ''),
    senders: sendersOf(optional('SAMTALE_MAIL_BOUNCES_TO'), {
      transactional: from,
      news: readMailbox('SAMTALE_MAIL_NEWS_FROM', optional('SAMTALE_MAIL_NEWS_FROM')) ?? beside('news'),
      breach: readMailbox('SAMTALE_MAIL_BREACH_FROM', optional('SAMTALE_MAIL_BREACH_FROM')) ?? beside('breach'),
    }),
  }
}

function readSmtp(value: string | null, publicUrl: URL): SmtpSettings | null {
  if (value === null) return null
  const url = smtpUrl(value)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const security = url.protocol === 'smtps:' ? 'tls' : addressKind(host) === 'loopback' ? 'none' : 'starttls'
  const login = { user: decoded(url.username), password: decoded(url.password) }
  return {
    host,
    port: Number(url.port) || usualPorts[security],
    security,
    name: domainOf(publicUrl),
    login: login.user === '' && login.password === '' ? null : login,
  }
}

function readRunBy(value: string | null): boolean {
  if (value === null || value === 'us') return value === 'us'
  throw invalid('SAMTALE_SMTP_RUN_BY', 'takes “us” or nothing; who else runs the mail server, the policy names')
}

/** RFC 8314 §3.3, RFC 6409 §3.1, RFC 5321 §4.5.4.2. */
const usualPorts = { tls: 465, starttls: 587, none: 25 } as const

function smtpUrl(value: string): URL {
  const url = URL.parse(value)
  const known = url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== ''
  if (known && /^\/?$/.test(url.pathname + url.search + url.hash)) return url
  throw invalid('SAMTALE_SMTP_URL', 'takes smtps://user:password@host:port, or smtp:// for a server with STARTTLS')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw invalid('SAMTALE_SMTP_URL', 'has a % that is no part of an encoded character; % itself is %25')
  }
}

/** `Name <address>`, or an address alone. */
function readMailbox(variable: VariableName, value: string | null): Mailbox | null {
  if (value === null) return null
  const [, name = '', inBrackets] = /^(.*?)\s*<([^<>]*)>$/.exec(value) ?? []
  try {
    return { name: oneLine(name.replace(/^"(.*)"$/, '$1')), address: oneAddress(inBrackets ?? value) }
  } catch {
    throw invalid(variable, 'takes an address, such as “Example School <post@example.org>”')
  }
}

function sendersOf(bounces: string | null, from: Readonly<Record<MailStream, Mailbox>>): Senders {
  const sender = (stream: MailStream) => {
    const to = readMailbox('SAMTALE_MAIL_BOUNCES_TO', bounces?.replaceAll('{stream}', stream) ?? null)
    return { from: from[stream], returnPath: (to ?? from[stream]).address }
  }
  return { transactional: sender('transactional'), news: sender('news'), breach: sender('breach') }
}

/** RSA, since that is what every receiver verifies; shorter keys than 2048 bits are not safe (RFC 8301 §3.2). */
function readDkim(file: string | null, selector: string): DkimKey | null {
  if (file === null) return null
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(selector))
    throw invalid('SAMTALE_DKIM_SELECTOR', 'takes the name under which the key is in the DNS, such as samtale')
  try {
    const privateKey = readFileSync(file, 'utf8')
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(privateKey)
    if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048)
      return { selector, privateKey }
  } catch {
    // Told below: what is wrong with a key is nothing to quote.
  }
  throw invalid(
    'SAMTALE_DKIM_KEY_FILE',
    'takes a file with a private RSA key of at least 2048 bits, in PEM, without password',
  )
}

/** The domain of our own addresses: the public host, or for an address in numbers this machine. */
function domainOf({ hostname }: URL): string {
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) > 0 ? 'localhost' : hostname
}

function invalid(name: VariableName, takes: string): StartupError {
  return new StartupError('config.invalid', `${name} ${takes}.`)
}
