import type { Language } from '@samtale/policy'
import { isAPIError } from 'better-auth/api'
import { newId } from '../../../platform/ids.ts'
import type { Mailer } from '../../../platform/mail/mailer.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import type { SmsGateway } from '../../../platform/sms/gateway.ts'
import { underWay, type UnderWay } from '../adapter/under-way.ts'
import type { Auth } from '../auth.ts'
import type { accountMailKinds } from '../mail-kinds.ts'
import type { AccountParts, Tables } from '../parts.ts'
import { phoneOf } from '../phone/phone-number.ts'
import { smsText } from '../phone/sms-words.ts'
import { accountCategory, codeCategory } from '../tables.ts'

export type AccountMailer = Mailer<typeof accountMailKinds, Tables>

/** How codes are sent. */
export interface CodeWays {
  readonly mailer: AccountMailer
  readonly sms: SmsGateway
  /** What people know the service by. */
  readonly serviceName: string
  readonly publicUrl: URL
}

/**
 * Sends the code that better-auth made, in the language of the page where it was asked for. It belongs to the short-lived
 * record of the code, and is deleted with it.
 */
export function createCodeSender({ database, clock }: AccountParts, ways: CodeWays) {
  const { mailer, sms, serviceName, publicUrl } = ways
  return async (address: string, code: string): Promise<void> => {
    const asking = underWay.getStore()
    if (asking === undefined || asking.record === null) throw new TypeError('Nobody asked for a code.')
    const phone = phoneOf(address)
    if (phone !== null) {
      const said = smsText[asking.language].replace('{service}', serviceName.slice(0, 40)).replace('{code}', code)
      return sms.send({
        to: new Personal(accountCategory, phone),
        text: new Personal(codeCategory, `${said}\n\n@${publicUrl.hostname} #${code}`),
        kind: 'account.code',
        record: asking.record,
      })
    }
    const mail = await mailer.prepare({
      kind: 'account.code',
      record: asking.record,
      occasion: newId(clock.now()),
      to: new Personal(accountCategory, address),
      language: asking.language,
      values: { code: new Personal(accountCategory, code) },
    })
    await database.transaction((transaction) => mailer.queue(transaction, mail))
  }
}

/** Makes a code for an address and sends it: the same work whether or not it has an account. */
export async function askForCode(auth: Auth, address: Personal<string>, language: Language): Promise<void> {
  // A number is nobody's address: requests about all that is one's own are made by mail.
  const mailed = phoneOf(reveal(address)) === null ? address : null
  const asking: UnderWay = { address: mailed, record: null, language }
  const body = { email: reveal(address), type: 'sign-in' } as const
  await underWay.run(asking, () => auth.api.sendVerificationOTP({ body }))
}

/** Signs in with a code; the headers carry the new session's cookie. Null where the code isn't right or isn't any more. */
export async function signInWithCode(
  auth: Auth,
  { address, code, language }: { address: Personal<string>; code: string; language: Language },
): Promise<Headers | null> {
  const body = { email: reveal(address), otp: code, name: '' }
  try {
    const asked = { body, headers: new Headers(), returnHeaders: true } as const
    const { headers } = await underWay.run({ address, language, record: null }, () => auth.api.signInEmailOTP(asked))
    return headers
  } catch (error) {
    if (isAPIError(error)) return null
    throw error
  }
}
