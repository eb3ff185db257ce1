import type { Text } from './text.ts'

/** What personal data is used for (GDPR art. 5(1)(b), 13(1)(c)). */
export interface Purpose {
  /** Key of the fideslang taxonomy's data uses, such as `essential.service`. */
  readonly fides: string
  /** Term of DPV's purposes, such as `dpv:RequestedServiceProvision`. */
  readonly dpv: `dpv:${string}`
  readonly title: Text
  /** The operator's role (GDPR art. 4(7)–(8)); controller, where it isn't said. */
  readonly role?: 'controller' | 'processor' | undefined
  /** Decisions by a machine alone, with legal or similar effect (art. 22); none, where it isn't said. */
  readonly automatedDecision?: { readonly logic: Text; readonly consequence: Text } | undefined
}

/** Whether a purpose is direct marketing or advertising (art. 21(2)). */
export function isMarketing({ fides }: Pick<Purpose, 'fides'>): boolean {
  return /^(?:marketing|personalize\.advertising|third_party_sharing\.advertising)\b/.test(fides)
}

/** Whether a purpose is to give people the rights that they ask for (art. 12–22). */
export function fulfilsRights({ dpv }: Pick<Purpose, 'dpv'>): boolean {
  return dpv === 'dpv:RightsFulfilment'
}

/** Whether a purpose watches behaviour rather than gives what was asked for. */
export function isTracking(purpose: Pick<Purpose, 'fides'>): boolean {
  return isMarketing(purpose) || /^(?:analytics|personalize)\b/.test(purpose.fides)
}
