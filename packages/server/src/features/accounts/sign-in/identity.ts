import { domainToASCII } from 'node:url'
import * as z from 'zod'
import { Personal } from '../../../platform/personal.ts'
import { isAddress } from '../../../platform/written.ts'
import { asLogin, isPhoneLogin, readPhone } from '../phone/phone-number.ts'
import { accountCategory } from '../tables.ts'

/** By what somebody is found who signs in: an e-mail address in lower case, or a phone number as `asLogin` writes it. */
export interface Identity {
  readonly kind: 'address' | 'phone'
  readonly login: Personal<string>
  /** As it is shown to whoever wrote it. */
  readonly shown: string
}

/**
 * Reads what somebody wrote in the one field for both. An address is one that mail can be sent to; a number is one of the
 * international plan, or of the country that the installation is in.
 * @param country ISO 3166-1 alpha-2
 */
export function readIdentity(text: string, country: string | null): Identity | null {
  const written = text.trim()
  if (written.includes('@')) {
    const address = asMailed(written)
    return address === null ? null : { kind: 'address', login: new Personal(accountCategory, address), shown: address }
  }
  const phone = readPhone(written, country)
  return phone === null ? null : { kind: 'phone', login: new Personal(accountCategory, asLogin(phone)), shown: phone }
}

/**
 * An address in its one spelling: lower case, its domain as the DNS has it (RFC 5891). Two spellings of which a mail server
 * makes one address would else be two people, or one person's mail another's (CWE-178): before `@` stand ASCII's letters
 * alone, which is also all that better-auth takes.
 */
function asMailed(written: string): string | null {
  const at = written.lastIndexOf('@')
  const [local, host] = [written.slice(0, at), written.slice(at + 1)]
  if (!isAddress(written) || host.normalize('NFKC').toLowerCase() !== host.toLowerCase()) return null
  const address = `${local}@${domainToASCII(host)}`
  // Lower case only now: some letters outside ASCII have one that is inside it, such as the Kelvin sign.
  if (!z.email().safeParse(address).success || isPhoneLogin(address.toLowerCase())) return null
  return address.toLowerCase()
}
