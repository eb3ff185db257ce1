import { createConsentedAt } from '../features/records/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Log } from '../platform/log.ts'
import { openFeatures } from './features.ts'
import { openPolicy } from './policy.ts'
import { openPrivacy } from './privacy.ts'
import { openWork } from './work.ts'

/**
 * Opens what an installation holds: its policy, database, keys, mail and records, and the features over them.
 * @throws StartupError any of `policy.*`, `db.*`, `keys.*`
 */
export async function openInstallation(config: Config, clock: Clock, log: Log) {
  const policy = await openPolicy(config, clock, log)
  const privacy = await openPrivacy(config, clock, policy)
  const consentedAt = createConsentedAt(privacy.policy, clock)
  const work = await openWork({ config, ...privacy, seals: policy.seals, clock, log, consentedAt })
  const features = openFeatures({ work, privacy, publicUrl: config.publicUrl, clock })
  return {
    privacy,
    work,
    features,
    close: async () => {
      await work.close()
      await policy.close()
    },
  }
}
