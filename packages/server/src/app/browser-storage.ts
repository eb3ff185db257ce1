import type { Declarations, Policy } from '@samtale/policy'
import { accountStorage, isAwake as hasAccounts } from '../features/accounts/index.ts'
import { bannerQuestions, consentStorage } from '../features/consent/index.ts'
import { hasRooms, roomStorage } from '../features/rooms/index.ts'

/**
 * What the code declares, under a policy: with what remembers the answers of visitors where it has questions for them, and
 * with what keeps people signed in where it has accounts, and links to their rooms where it has those. Null where that is what was declared before.
 */
export async function withBrowserStorage(declared: Declarations, policy: Policy): Promise<Declarations | null> {
  const asks = (await bannerQuestions(policy)).all.length > 0
  if (!asks && !hasAccounts(policy)) return null
  const storage = {
    ...declared.storage,
    ...(asks ? consentStorage : {}),
    ...(hasAccounts(policy) ? accountStorage : {}),
    ...(hasRooms(policy) ? roomStorage : {}),
  }
  return { ...declared, storage }
}
