import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileProfile } from '@samtale/policy'
import { PolicySummary } from '@samtale/protocol'

/** A policy that lies in the project's folder of profiles. */
export interface PolicyText {
  readonly key: string
  /** YAML. */
  readonly text: string
}

/** The profile that an installation has where its operator names none. */
const defaultProfile = 'samtale'
const fileName = /^([a-z0-9-]+)\.yaml$/

/** The policies of a folder, the default first, then by name; none where there is no such folder. */
export function readPolicies(folder: string): readonly PolicyText[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .flatMap((name) => fileName.exec(name)?.[1] ?? [])
    .filter((key) => key !== 'system')
    .sort((one, other) => Number(other === defaultProfile) - Number(one === defaultProfile) || (one < other ? -1 : 1))
    .map((key) => ({ key, text: readFileSync(path.join(folder, `${key}.yaml`), 'utf8') }))
}

/** What a list tells of a policy. One whose file can't be read goes by its key, so that it can be looked at all the same. */
export function summaryOf({ key, text }: PolicyText): PolicySummary {
  const { head } = compileProfile(text)
  return {
    key,
    title: head?.title ?? { en: key, nb: key, sv: key },
    languages: [...(head?.languages ?? [])],
    kind: key === defaultProfile ? 'default' : 'real',
  }
}
