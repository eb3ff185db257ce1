import { diffPolicies } from '@samtale/policy/diff'
import { stepOf } from './course.ts'
import type { StoredVersion } from './version.ts'

/** Questions that a version has made into other ones, and since when they are. */
export function askedAgain(versions: readonly StoredVersion[]): ReadonlyMap<string, Date> {
  const since = new Map<string, Date>()
  const entered = versions
    .flatMap((version) => {
      const step = stepOf(version, 'in-force')
      return step === null || version.class !== 'material' ? [] : [{ version, at: step.at }]
    })
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (const { version, at } of entered) {
    const before = versions.find((one) => one.version === version.follows)
    if (before === undefined) continue
    for (const question of diffPolicies(before.policy, version.policy).consents) since.set(question, at)
  }
  return since
}
