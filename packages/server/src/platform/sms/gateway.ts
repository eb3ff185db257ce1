import type { Clock } from '../clock.ts'
import { reveal, type Personal } from '../personal.ts'

/** A text message. */
export interface Sms {
  /** E.164, such as `+4791234567`. */
  readonly to: Personal<string>
  readonly text: Personal<string>
  /** What it is about, as of a mail, and the record that it belongs to. */
  readonly kind: string
  readonly record: string
}

/** How text messages leave. */
export interface SmsGateway {
  /** @throws SmsFailed */
  send(sms: Sms): Promise<void>
}

/** A message didn't leave. It says neither to whom nor what. */
export class SmsFailed extends Error {
  readonly code = 'sms.not-sent'
  override readonly name = 'SmsFailed'
}

/** Who answers at the gateway's address. */
interface Door {
  fetch(address: URL, sent: Sent): Promise<{ readonly ok: boolean }>
}

interface Sent {
  readonly method: 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A gateway that is spoken to by HTTP. */
export interface HttpGatewaySettings {
  readonly address: URL
  /** For `Authorization: Bearer`; null where it asks for none. */
  readonly token: string | null
  /** Who messages come from: a number, or up to eleven letters. */
  readonly from: string
}

/**
 * Gives each message to a gateway as JSON, `{ "to", "from", "text" }`, and takes any 2xx for an answer (docs/configuration.md).
 * Whoever runs one that speaks otherwise puts a few lines of translation in front of it.
 */
export function createHttpGateway({ address, token, from }: HttpGatewaySettings, door: Door): SmsGateway {
  const headers = {
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
  return {
    send: async ({ to, text }) => {
      const body = JSON.stringify({ to: reveal(to), from, text: reveal(text) })
      const answer = await door.fetch(address, { method: 'POST', headers, body }).catch(() => null)
      if (answer?.ok !== true) throw new SmsFailed()
    },
  }
}

/** Messages as files beside the mail, for an installation without a gateway: to try Samtale out, and for tests. */
export function createOutboxGateway(
  outbox: { keepSms(sms: Sms, at: Date): Promise<void> },
  clock: Pick<Clock, 'now'>,
): SmsGateway {
  return { send: (sms) => outbox.keepSms(sms, clock.now()).catch(() => Promise.reject(new SmsFailed())) }
}
