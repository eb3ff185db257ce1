import type { RowBindings } from '@samtale/policy'
import type { JSONColumnType } from 'kysely'

/** Table `policy_version`: every version of the policy that this installation has shown. */
export interface PolicyVersionRow {
  /** Counted from 1. */
  version: number
  hash: string
  facts: JSONColumnType<object>
  controller_named: boolean
  effective_at: Date
}

export interface PrivacyTables {
  policy_version: PolicyVersionRow
}

export const policyVersionColumns = {
  version: { nothingPersonal: 'number of the version' },
  hash: { nothingPersonal: 'SHA-256 of what the policy says' },
  facts: { nothingPersonal: 'what the policy says, without the controller' },
  controller_named: { nothingPersonal: 'whether somebody was named as controller' },
  effective_at: { nothingPersonal: 'when the version was first shown' },
} as const satisfies RowBindings<PolicyVersionRow>
