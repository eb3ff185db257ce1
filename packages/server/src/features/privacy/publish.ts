import type { Policy, Publication } from '@samtale/policy'
import type { TransactingPurposes } from '../../platform/db/db.ts'
import { policyVersionStore } from './store.ts'
import type { PrivacyTables } from './tables.ts'
import { askedAgain } from './versions/asked-again.ts'
import { inForceOf, upcomingOf } from './versions/course.ts'
import {
  announceForUpgrade,
  announceOnly,
  decide,
  type Decision,
  type Situation,
  type VersionInForce,
} from './versions/decide.ts'
import { formerController, openController, sealController } from './versions/sealed-controller.ts'
import { rowOf, rowOfStep, versionsOf } from './versions/stored.ts'

/** The policy that is in effect, and which version of it. */
export interface PublishedPolicy {
  readonly policy: Policy
  readonly publication: Publication
  readonly scopes: VersionInForce['scopes']
  /** Questions that a version has made into other ones, and since when: the answers before count no longer. */
  readonly askedAgain: ReadonlyMap<string, Date>
}

export interface PublishOptions extends Omit<Situation, 'versions'> {
  readonly database: TransactingPurposes<PrivacyTables>
  /** Seals who is named in a version (`Seals.secret`). */
  readonly secret: Buffer
}

/**
 * Decides which version is in force and writes down what is new: all of it, or nothing where another server was first;
 * then it is decided again.
 * @throws StartupError `policy.upgrade-unannounced`
 */
export async function publishPolicy(options: PublishOptions): Promise<PublishedPolicy> {
  const { database, secret } = options
  for (;;) {
    const versions = versionsOf(await policyVersionStore(database).rows(), secret)
    const decision = await decide({ ...options, versions })
    if (!(await write(options, decision))) continue
    await forgetFormer(options)
    const { policy, number, hash, effectiveAt, scopes } = decision.inForce
    const known = versionsOf(await policyVersionStore(database).rows(), secret)
    return { policy, publication: { number, hash, effectiveAt }, scopes, askedAgain: askedAgain(known) }
  }
}

/**
 * Announces a policy while another is in force, and goes on with that one: of the operator's file, or for another version
 * of the program. False where there is nothing to announce.
 */
export async function announcePolicy({
  forUpgrade,
  ...options
}: PublishOptions & { readonly forUpgrade: boolean }): Promise<boolean> {
  const { database, secret } = options
  for (;;) {
    const versions = versionsOf(await policyVersionStore(database).rows(), secret)
    const decision = await (forUpgrade ? announceForUpgrade : announceOnly)({ ...options, versions })
    if (decision === null) return false
    if (await write(options, decision)) return true
  }
}

async function write(
  { database, secret }: Pick<PublishOptions, 'database' | 'secret'>,
  { add, steps }: Decision,
): Promise<boolean> {
  try {
    await database.transaction(async (transaction) => {
      const store = policyVersionStore(transaction)
      for (const made of add) {
        if (!(await store.add(rowOf(made)))) throw new SomebodyWasFirst()
        const { controller } = made.policy
        if (controller !== null) await store.name(made.version, sealController(secret, made.version, controller))
      }
      for (const step of steps) if (!(await store.addStep(rowOfStep(step)))) throw new SomebodyWasFirst()
    })
    return true
  } catch (error) {
    if (error instanceof SomebodyWasFirst) return false
    throw error
  }
}

class SomebodyWasFirst extends Error {}

/** Of controllers of versions that are over, only who they were stays. */
async function forgetFormer({ database, secret }: PublishOptions): Promise<void> {
  const store = policyVersionStore(database)
  const rows = await store.rows()
  const versions = versionsOf(rows, secret)
  const needed = [inForceOf(versions)?.version, upcomingOf(versions)?.version]
  for (const { version, controller: sealed } of rows.controllers) {
    if (needed.includes(version)) continue
    const controller = openController(secret, version, sealed)
    if (controller === null || controller.email === '') continue
    await store.name(version, sealController(secret, version, formerController(controller)))
  }
}
