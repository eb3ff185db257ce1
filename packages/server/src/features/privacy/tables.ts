import type { Policy, RowBindings } from '@samtale/policy'
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

/** Every part of a policy but its controller, who may be a person: of that there is null. */
const factParts: Readonly<Record<Exclude<keyof Policy, 'controller'>, true>> = {
  addresses: true,
  authorities: true,
  categories: true,
  claims: true,
  columns: true,
  consents: true,
  documents: true,
  edition: true,
  events: true,
  inShort: true,
  laws: true,
  lists: true,
  live: true,
  mails: true,
  media: true,
  notices: true,
  processings: true,
  purposes: true,
  recipients: true,
  regions: true,
  reviews: true,
  rights: true,
  scope: true,
  signals: true,
  storage: true,
  transfers: true,
}

export const policyVersionColumns = {
  version: { nothingPersonal: 'number of the version' },
  hash: { nothingPersonal: 'SHA-256 of what the policy says' },
  facts: {
    nothingPersonal: 'what the policy says, without the controller',
    paths: ['controller', ...Object.keys(factParts).map((part) => `${part}.**`)],
  },
  controller_named: { nothingPersonal: 'whether somebody was named as controller' },
  effective_at: { nothingPersonal: 'when the version was first shown' },
} as const satisfies RowBindings<PolicyVersionRow>
