import type { Text } from './text.ts'

/** What personal data is used for (GDPR art. 5(1)(b), 13(1)(c)). */
export interface Purpose {
  /** Key of the fideslang taxonomy's data uses, such as `essential.service`. */
  readonly fides: string
  /** Term of DPV's purposes, such as `dpv:RequestedServiceProvision`. */
  readonly dpv: `dpv:${string}`
  readonly title: Text
}
