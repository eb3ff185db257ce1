import { hashPolicy, type Policy } from '@samtale/policy'
import { declarations } from '../../src/app/personal-data.ts'
import { publishPolicy, type PublishOptions } from '../../src/features/privacy/publish.ts'
import type { CompiledPolicy } from '../../src/features/privacy/versions/version.ts'

/** What the system does by itself, without anybody who answers for it. */
export const ownPolicy: Policy = { ...declarations, controller: null }

export const secret = Buffer.alloc(32, 7)

/** A policy as if it had been compiled from a file of its own, whose text is the policy. */
export async function compiled(policy: Policy): Promise<CompiledPolicy> {
  const { controller, ...rest } = policy
  return { policy, hash: await hashPolicy(policy), source: { profile: JSON.stringify(rest), controller } }
}

/** What reads such a file again. */
export const compile: PublishOptions['compile'] = ({ profile, controller }) =>
  compiled({ ...(JSON.parse(profile) as Policy), controller })

/** Publishes a policy; as on a machine of one's own, where it isn't said otherwise. */
export async function publish(
  policy: Policy,
  { alone = true, ...options }: Pick<PublishOptions, 'database' | 'now'> & { alone?: boolean; secret?: Buffer },
) {
  return publishPolicy({ secret, ...options, alone, wanted: await compiled(policy), compile })
}
