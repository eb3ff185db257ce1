import type { ConsentScopes, Policy, RowBindings } from '@samtale/policy'
import type { JSONColumnType } from 'kysely'
import type { StepKind } from './versions/course.ts'
import type { VersionClass } from './versions/version.ts'

/** Table `policy_version`: every version of the policy that this installation has shown or announced. */
export interface PolicyVersionRow {
  /** Counted from 1. */
  version: number
  /** Random. */
  id: string
  hash: string
  facts: JSONColumnType<object>
  controller_named: boolean
  profile: string | null
  class: VersionClass
  follows: number | null
  scopes: JSONColumnType<ConsentScopes>
  made_at: Date
}

/** Table `policy_step`: what became of each version. */
export interface PolicyStepRow {
  version: number
  step: StepKind
  at: Date
  effective_at: Date | null
  told: number | null
  unreached: number | null
}

/** Table `policy_controller`: who was named in a version. */
export interface PolicyControllerRow {
  version: number
  controller: string
}

export interface PrivacyTables {
  policy_version: PolicyVersionRow
  policy_step: PolicyStepRow
  policy_controller: PolicyControllerRow
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

const policyVersionColumns = {
  version: { nothingPersonal: 'number of the version' },
  id: { nothingPersonal: 'random id of the version' },
  hash: { nothingPersonal: 'SHA-256 of what the policy says' },
  facts: {
    nothingPersonal: 'what the policy says, without the controller',
    paths: ['controller', ...Object.keys(factParts).map((part) => `${part}.**`)],
  },
  controller_named: { nothingPersonal: 'whether somebody was named as controller' },
  profile: { nothingPersonal: 'the file that it was compiled from, without the controller' },
  class: { nothingPersonal: 'how much it changed' },
  follows: { nothingPersonal: 'number of the version that was in force before' },
  scopes: { nothingPersonal: 'what answers to its questions are recognised by', paths: ['*'] },
  made_at: { nothingPersonal: 'when the version was written down' },
} as const satisfies RowBindings<PolicyVersionRow>

const policyStepColumns = {
  version: { nothingPersonal: 'number of the version' },
  step: { nothingPersonal: 'what became of it' },
  at: { nothingPersonal: 'when' },
  effective_at: { nothingPersonal: 'when it takes effect at the earliest' },
  told: { nothingPersonal: 'how many were told' },
  unreached: { nothingPersonal: 'how many could not be reached' },
} as const satisfies RowBindings<PolicyStepRow>

const policyControllerColumns = {
  version: { nothingPersonal: 'number of the version' },
  controller: {
    nothingPersonal: 'who was named on the public page, which the law asks for, sealed under the installation’s secret',
  },
} as const satisfies RowBindings<PolicyControllerRow>

export const policyColumns = {
  policy_version: policyVersionColumns,
  policy_step: policyStepColumns,
  policy_controller: policyControllerColumns,
} as const

/** The same as the database's rights have it. */
export const policyTables = {
  policy_version: { columns: policyVersionColumns, appendOnly: true },
  policy_step: { columns: policyStepColumns, appendOnly: true },
  policy_controller: { columns: policyControllerColumns },
} as const
