import { refuseUnready } from '../features/backup/index.ts'
import { createConsentedAt } from '../features/records/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Egress, EgressPolicy } from '../platform/egress/recipients.ts'
import type { Log } from '../platform/log.ts'
import { openFeatures } from './features.ts'
import { ledgerFile, openBackups } from './backup.ts'
import { assertMailServerDeclared } from './mail-server.ts'
import { openPolicy } from './policy.ts'
import { openPrivacy } from './privacy.ts'
import { assertRelayDeclared } from './relay.ts'
import { assertSignInDeclared, openSignIn } from './sign-in.ts'
import { openWork } from './work.ts'

/**
 * Opens what an installation holds: its policy, database, keys, mail and records, and the features over them.
 *
 * @param openEgress opens the ways out to the recipients of the policy; left out where nothing may leave
 * @throws StartupError any of `policy.*`, `db.*`, `keys.*`, `restore.*`, `mail.server-undeclared`, `relay.undeclared`, `sign-in.*-undeclared`
 */
export async function openInstallation(
  config: Config,
  clock: Clock,
  log: Log,
  openEgress: ((policy: EgressPolicy) => Egress) | null = null,
) {
  await refuseUnready({ dataDir: config.dataDir, ledgerFile: ledgerFile(config) })
  const policy = await openPolicy(config, clock, log)
  assertMailServerDeclared(config.mail, policy.published.policy)
  assertRelayDeclared(config.relay, config.publicUrl, policy.published.policy)
  assertSignInDeclared(config.signIn, policy.published.policy)
  const privacy = await openPrivacy(config, clock, policy)
  const consentedAt = createConsentedAt(privacy.policy, clock)
  const work = await openWork({ config, ...privacy, seals: policy.seals, clock, log, consentedAt })
  for (const [question, since] of policy.published.askedAgain) await work.records.supersede(question, since)
  const backups = openBackups({ work, config, policyHash: privacy.policyHash, clock })
  const egress = openEgress?.(privacy.policy) ?? null
  const signIn = openSignIn({ settings: config.signIn, policy: privacy.policy, egress, outbox: work.outbox, clock })
  const features = openFeatures({
    signIn,
    work,
    backups,
    privacy,
    publicUrl: config.publicUrl,
    config,
    policyCommands: policy.forCommands,
    clock,
    log,
  })
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
