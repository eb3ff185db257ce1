import { createTransport } from 'nodemailer'
import { composeMail, type DkimKey } from './compose.ts'
import { DeliveryFailed, type Delivery, type DeliveryFailureCode } from './delivery.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /**
   * `tls`: from the first byte (RFC 8314). `starttls`: required before anything is said (RFC 3207). Both verify the
   * certificate against the host's name. `none`: on this very machine only.
   */
  readonly security: 'tls' | 'starttls' | 'none'
  /** What we call ourselves (RFC 5321 §4.1.1.1): the public host, since the machine's own name is nobody's business. */
  readonly name: string
  readonly login: { readonly user: string; readonly password: string } | null
  /** Certificates to trust beside the system's, PEM. */
  readonly trusted?: string
}

const secondsMs = 1_000

/**
 * Sends mail by a mail server (RFC 5321), one connection a mail. Where the connection breaks after the mail was handed
 * over and before the answer, it is sent again under the same `Message-ID`: twice is possible, lost is not.
 */
export function createSmtpDelivery(settings: SmtpSettings, keyFor: (domain: string) => DkimKey | null): Delivery {
  const { host, port, security, name, login, trusted } = settings
  const transport = createTransport({
    host,
    port,
    name,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(trusted === undefined ? {} : { ca: trusted }) },
    dnsTimeout: 15 * secondsMs,
    connectionTimeout: 15 * secondsMs,
    greetingTimeout: 30 * secondsMs,
    socketTimeout: 120 * secondsMs,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    deliver: async ({ message, returnPath }, signal) => {
      const domain = message.from.address.slice(message.from.address.lastIndexOf('@') + 1)
      const raw = await composeMail(message, { dkim: keyFor(domain) })
      try {
        await transport.sendMail({ raw, envelope: { from: returnPath ?? false, to: [message.to] }, signal })
      } catch (error) {
        throw new DeliveryFailed(failureOf(error))
      }
    },
    withdraw: async () => {},
  }
}

/** By the command that failed and its reply (RFC 5321 §4.2.1); a reply's text is not looked at. */
function failureOf(error: unknown): DeliveryFailureCode {
  const { code, cause, command, responseCode } = factsOf(error)
  if (responseCode >= 400 && responseCode < 500) return 'mail.server-busy'
  if (code === 'ETLS' || ofTls.test(cause)) return 'mail.tls-failed'
  if (code === 'EAUTH') return 'mail.login-refused'
  if (responseCode < 500 || responseCode === 503) return 'mail.server-away'
  if (command === 'MAIL FROM') return 'mail.sender-refused'
  // Anything that refuses before the mail is named refuses us, not the mail.
  return command === 'RCPT TO' || command === 'DATA' ? 'mail.refused' : 'mail.server-away'
}

/** Codes of OpenSSL and of Node's check of host names. */
const ofTls = /CERT|TLS|SSL|UNABLE_TO_VERIFY|SELF_SIGNED/

function factsOf(error: unknown): { code: string; cause: string; command: string; responseCode: number } {
  if (!(error instanceof Error)) return { code: '', cause: '', command: '', responseCode: 0 }
  const text = (name: string): string => {
    const value = name in error ? Reflect.get(error, name) : ''
    return typeof value === 'string' ? value : ''
  }
  const reply = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  // nodemailer's own code stands in front of that of OpenSSL or the system.
  return { code: text('code'), cause: text('originalCode'), command: text('command'), responseCode: reply }
}
