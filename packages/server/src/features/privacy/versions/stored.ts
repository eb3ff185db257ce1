import { canonicalJson, policyFacts, type Policy } from '@samtale/policy'
import type { Insertable, Selectable } from 'kysely'
import type { PolicyControllerRow, PolicyStepRow, PolicyVersionRow } from '../tables.ts'
import type { Step } from './course.ts'
import { openController } from './sealed-controller.ts'
import type { NewVersion, StoredVersion } from './version.ts'

/** The tables' rows, as they were read. */
export interface VersionRows {
  readonly versions: readonly Selectable<PolicyVersionRow>[]
  readonly steps: readonly Selectable<PolicyStepRow>[]
  readonly controllers: readonly Selectable<PolicyControllerRow>[]
}

/** The versions that rows are of, by number. @param secret null while the installation has none */
export function versionsOf({ versions, steps, controllers }: VersionRows, secret: Buffer | null): StoredVersion[] {
  const named = new Map(controllers.map(({ version, controller }) => [version, controller]))
  return versions
    .toSorted((one, other) => one.version - other.version)
    .map((row) => {
      const { version, id, hash, profile, class: weight, follows, scopes, made_at: madeAt } = row
      const sealed = named.get(version)
      const controller = sealed === undefined || secret === null ? null : openController(secret, version, sealed)
      // Written by `rowOf`.
      const policy = { ...(row.facts as Policy), controller }
      const own = steps.filter((step) => step.version === version).map(stepOfRow)
      return { version, id, hash, policy, profile, class: weight, follows, scopes, madeAt, steps: own }
    })
}

function stepOfRow({ version, step, at, effective_at: effectiveAt, told, unreached }: Selectable<PolicyStepRow>): Step {
  return { version, step, at, effectiveAt, told, unreached }
}

export function rowOf(made: NewVersion): Insertable<PolicyVersionRow> {
  return {
    version: made.version,
    id: made.id,
    hash: made.hash,
    facts: canonicalJson(policyFacts({ ...made.policy, controller: null })),
    controller_named: made.policy.controller !== null,
    profile: made.source.profile,
    class: made.class,
    follows: made.follows,
    scopes: JSON.stringify(made.scopes),
    made_at: made.madeAt,
  }
}

export function rowOfStep({ version, step, at, effectiveAt, told, unreached }: Step): Insertable<PolicyStepRow> {
  return { version, step, at, effective_at: effectiveAt, told, unreached }
}
