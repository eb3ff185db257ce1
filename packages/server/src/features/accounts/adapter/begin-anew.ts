import { factorStore, recoveryStore } from '../factors/factor-store.ts'
import { passkeyStore } from '../factors/passkey-store.ts'
import { passwordStore } from '../password/password-store.ts'
import type { AccountParts } from '../parts.ts'
import { providerStore } from '../provider/provider-store.ts'
import { sessionStore } from '../sessions/session-store.ts'

/**
 * Ends every way into an account, and everywhere that it is signed in. Whoever makes an account for somebody else's
 * address, and adds a key of their own to it, would else have a key to theirs (CWE-286, “pre-hijacking”).
 */
export async function beginAnew({ database, clock, hasPasswords }: AccountParts, account: string): Promise<void> {
  const now = clock.now()
  await database.transaction(async (transaction) => {
    const [sessions, passkeys] = [sessionStore(transaction), passkeyStore(transaction)]
    for (const { id } of await sessions.ofAccount(account)) await sessions.end(id, now)
    for (const { id } of await passkeys.ofAccount(account)) await passkeys.remove(id, now)
    await providerStore(transaction).removeAll(account, now)
    await factorStore(transaction).remove(account)
    await recoveryStore(transaction).end(account, now)
    if (hasPasswords) await passwordStore(transaction).remove(account)
  })
}
