import type { Transaction } from '../parts.ts'
import { accountStore } from '../account-store.ts'
import { factorStore, recoveryStore } from '../factors/factor-store.ts'
import { passkeyStore } from '../factors/passkey-store.ts'
import { passwordStore } from '../password/password-store.ts'
import { providerStore } from '../provider/provider-store.ts'

interface Since {
  readonly since: Date
  readonly at: Date
  readonly hasPasswords: boolean
}

/**
 * Takes the ways in away that an account has got since a moment. When a phone number came stands nowhere, so it goes where
 * anything of the account was changed since; all that were tied to the provider go together.
 */
export async function endWaysSince(transaction: Transaction, account: string, given: Since): Promise<void> {
  const { since, at, hasPasswords } = given
  const passkeys = passkeyStore(transaction)
  for (const { id, created_at } of await passkeys.ofAccount(account))
    if (created_at >= since) await passkeys.remove(id, at)
  const providers = providerStore(transaction)
  if ((await providers.ofAccount(account)).some(({ created_at }) => created_at >= since))
    await providers.removeAll(account, at)
  const factors = factorStore(transaction)
  const confirmed = (await factors.get(account))?.confirmed_at ?? null
  if (confirmed !== null && confirmed >= since) {
    await factors.remove(account)
    await recoveryStore(transaction).end(account, at)
  }
  if (hasPasswords) await passwordStore(transaction).removeSince(account, since)
  const accounts = accountStore(transaction)
  const row = await accounts.get(account)
  if (row !== undefined && row.phone !== null && row.updated_at > since)
    await accounts.change(account, { phone: null, phone_index: null })
}
