import type { Language } from '@samtale/policy'
import { hasCardNumber } from '../../platform/card-numbers.ts'
import { Personal } from '../../platform/personal.ts'
import { fieldsOf, trapField, type Sent, type Wrong } from '../pages/index.ts'
import { category } from './tables.ts'
import { words } from './words.ts'
import type { NewTicket } from './writers.ts'
import { faultOf, isAddress, tidyMessage, tidyName } from '../../platform/written.ts'

type Read<Value> =
  | { readonly kind: 'wrong'; readonly sent: Sent; readonly wrong: Wrong }
  | { readonly kind: 'read'; readonly sent: Sent; readonly value: Value; readonly trapped: boolean }

/** The contact form, as it was sent. */
export function readContactForm(body: unknown, language: Language): Read<NewTicket> {
  const sent = fieldsOf(body)
  const address = (sent['email'] ?? '').trim()
  const name = tidyName(sent['name'] ?? '')
  const message = tidyMessage(sent['message'] ?? '')
  const fault = faultOf(message)
  const wrong: Wrong = {
    ...(isAddress(address) ? {} : { email: words.addressWrong }),
    ...(hasCardNumber(address) ? { email: words['card-number'] } : {}),
    ...(hasCardNumber(name) ? { name: words['card-number'] } : {}),
    ...(fault === null ? {} : { message: words[fault] }),
  }
  if (Object.keys(wrong).length > 0) return { kind: 'wrong', sent, wrong }
  const value = {
    address: new Personal(category, address),
    name: name === '' ? null : new Personal(category, name),
    message: new Personal(category, message),
    language,
  }
  return { kind: 'read', sent, value, trapped: isTrapped(sent) }
}

/** The form under a conversation, as it was sent. */
export function readThreadForm(body: unknown): Read<Personal<string>> & { readonly token: string } {
  const sent = fieldsOf(body)
  const token = sent['t'] ?? ''
  const message = tidyMessage(sent['message'] ?? '')
  const fault = faultOf(message)
  if (fault !== null) return { kind: 'wrong', sent, wrong: { message: words[fault] }, token }
  return { kind: 'read', sent, value: new Personal(category, message), trapped: isTrapped(sent), token }
}

/** The token of a form that has nothing else. */
export function readToken(body: unknown): string {
  return fieldsOf(body)['t'] ?? ''
}

function isTrapped(sent: Sent): boolean {
  return (sent[trapField] ?? '') !== ''
}
