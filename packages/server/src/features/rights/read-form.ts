import type { Language, Text } from '@samtale/policy'
import { hasCardNumber } from '../../platform/card-numbers.ts'
import { Personal } from '../../platform/personal.ts'
import { faultOf, isAddress, tidyMessage } from '../../platform/written.ts'
import { fieldsOf, trapField, type Sent, type Wrong } from '../pages/index.ts'
import type { NewClaim } from './claims.ts'
import { restrictionGrounds, objectionScopes, rightKinds, type RightKind, type Scope } from './kinds.ts'
import { pageWords as words } from './page-words.ts'
import { claimCategory } from './tables.ts'

export type ReadForm =
  | { readonly kind: 'wrong'; readonly sent: Sent; readonly wrong: Wrong }
  | { readonly kind: 'read'; readonly sent: Sent; readonly claim: NewClaim; readonly trapped: boolean }

/** The form for requests, as it was sent. */
export function readRightsForm(body: unknown, language: Language): ReadForm {
  const sent = fieldsOf(body)
  const kind = rightKinds.find((one) => one === sent['right'])
  const address = (sent['email'] ?? '').trim()
  const text = tidyMessage(sent['wish'] ?? '')
  const wishFault = wrongWish(text, kind)
  const wrong: Wrong = {
    ...(kind === undefined ? { right: words.rightWrong } : {}),
    ...(isAddress(address) ? {} : { email: words.addressWrong }),
    ...(hasCardNumber(address) ? { email: words['card-number'] } : {}),
    ...(wishFault === null ? {} : { wish: wishFault }),
  }
  if (kind === undefined || Object.keys(wrong).length > 0) return { kind: 'wrong', sent, wrong }
  const wish = text === '' ? null : new Personal(claimCategory, text)
  const claim = { kind, address: new Personal(claimCategory, address), wish, language }
  return { kind: 'read', sent, claim, trapped: (sent[trapField] ?? '') !== '' }
}

// Nobody can correct what isn't said; for all the others, nothing has to be.
function wrongWish(text: string, kind: RightKind | undefined): Text | null {
  const fault = faultOf(text)
  if (fault === 'empty') return kind === 'rectification' ? words.wishMissing : null
  return fault === null ? null : words[fault]
}

export interface ReadButton {
  readonly token: string
  readonly scope: Scope | null
  readonly consent: string
}

/** What a button sends. */
export function readButton(body: unknown): ReadButton {
  const sent = fieldsOf(body)
  const scope = [...restrictionGrounds, ...objectionScopes].find((one) => one === sent['scope']) ?? null
  return { token: sent['t'] ?? '', scope, consent: sent['consent'] ?? '' }
}
