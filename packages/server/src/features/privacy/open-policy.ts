import { hashPolicy } from '@samtale/policy'
import type { FirstLook } from '../../platform/db/first-look.ts'
import { withoutController, type PolicyFile } from './policy-file.ts'
import type { PolicyInForce } from './policy-in-force.ts'
import { versionsOf, type VersionRows } from './versions/stored.ts'
import { decide, type Situation, type VersionInForce } from './versions/decide.ts'
import type { CompiledPolicy } from './versions/version.ts'

/** Compiles a file as this program does. @throws StartupError `policy.file-invalid` */
export type Compile = (file: PolicyFile) => Promise<PolicyInForce>

/** What an operator's file says, ready to be written down as a version. */
export async function asCompiled(file: PolicyFile, { policy }: Pick<PolicyInForce, 'policy'>): Promise<CompiledPolicy> {
  const source = { profile: withoutController(file.profile), controller: policy.controller }
  return { policy, hash: await hashPolicy(policy), source }
}

export function compiler(compile: Compile): Situation['compile'] {
  return async (file) => asCompiled(file, await compile(file))
}

/**
 * The policy in force, by what the database has, before anybody has rights in it. Nothing is written: what is decided here
 * is decided again, and written down, once the database is open.
 * @param secret that opens who was named; null while the installation has none
 * @throws StartupError `policy.upgrade-unannounced`
 */
export async function lookForPolicy(
  look: FirstLook,
  situation: Omit<Situation, 'versions'>,
  secret: Buffer | null,
): Promise<VersionInForce> {
  const rows: VersionRows = {
    versions: await look.rows('policy_version'),
    steps: await look.rows('policy_step'),
    controllers: await look.rows('policy_controller'),
  }
  return (await decide({ ...situation, versions: versionsOf(rows, secret) })).inForce
}
