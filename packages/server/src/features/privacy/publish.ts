import {
  canonicalJson,
  checkPolicy,
  hashPolicy,
  policyFacts,
  type Controller,
  type Declarations,
  type Policy,
  type Publication,
} from '@samtale/policy'
import type { Db } from '../../platform/db/db.ts'
import { StartupError } from '../../platform/startup-error.ts'
import { policyVersionStore, type PolicyVersionStore } from './store.ts'
import type { PrivacyTables } from './tables.ts'

/** The policy that is in effect, and which version of it. */
export interface PublishedPolicy {
  readonly policy: Policy
  readonly publication: Publication
}

/**
 * Puts a policy into effect: the version that the database has, where it says the same, or else a new one from now on.
 * @throws StartupError `policy.contradiction`
 */
export async function publishPolicy(options: {
  declarations: Declarations
  controller: Controller | null
  db: Db<PrivacyTables>
  now: Date
}): Promise<PublishedPolicy> {
  const policy: Policy = { ...options.declarations, controller: options.controller }
  refuseContradictions(policy)
  const publication = await recordVersion(policyVersionStore(options.db), policy, options.now)
  return { policy, publication }
}

function refuseContradictions(policy: Policy): void {
  // That nobody is named is refused only where strangers come by: see public-address.ts.
  const findings = checkPolicy(policy).filter(
    ({ code }) => policy.controller !== null || code !== 'controller.identity.missing',
  )
  if (findings.length === 0) return
  throw new StartupError('policy.contradiction', findings.map(({ code, message }) => `${message} [${code}]`).join(' '))
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
