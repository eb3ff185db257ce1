import { canonicalJson, hashPolicy, policyFacts, type Policy, type Publication } from '@samtale/policy'
import type { Purposes } from '../../platform/db/db.ts'
import { policyVersionStore, type PolicyVersionStore } from './store.ts'
import type { PrivacyTables } from './tables.ts'

/** The policy that is in effect, and which version of it. */
export interface PublishedPolicy {
  readonly policy: Policy
  readonly publication: Publication
}

/** Puts a policy into effect: the version that the database has, where it says the same, or else a new one from now on. */
export async function publishPolicy(options: {
  policy: Policy
  database: Purposes<PrivacyTables>
  now: Date
}): Promise<PublishedPolicy> {
  const { policy, database, now } = options
  return { policy, publication: await recordVersion(policyVersionStore(database.for('operation')), policy, now) }
}

async function recordVersion(store: PolicyVersionStore, policy: Policy, now: Date): Promise<Publication> {
  const hash = await hashPolicy(policy)
  const latest = await store.latest()
  if (latest?.hash === hash) return { number: latest.version, hash, effectiveAt: latest.effective_at }
  const version = (latest?.version ?? 0) + 1
  const facts = canonicalJson(policyFacts({ ...policy, controller: null }))
  const added = await store.add({
    version,
    hash,
    facts,
    controller_named: policy.controller !== null,
    effective_at: now,
  })
  // Another server that starts at the same time was first: look again at what it wrote.
  return added ? { number: version, hash, effectiveAt: now } : recordVersion(store, policy, now)
}
