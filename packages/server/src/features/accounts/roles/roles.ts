import type { Language } from '@samtale/policy'
import { newId } from '../../../platform/ids.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import { accountStore } from '../account-store.ts'
import { beginAnew } from '../adapter/begin-anew.ts'
import { findByLogin, userModel } from '../adapter/user.ts'
import { underWay } from '../adapter/under-way.ts'
import type { AccountParts } from '../parts.ts'
import type { Role } from '../tables.ts'

/** What people may do here beyond their own account. A role is given by an operator or on the machine, never by a request. */
export function createRoles(parts: AccountParts, askForFactor: (account: string) => Promise<void>) {
  const { database, clock } = parts
  const store = accountStore(database)
  const roleOf = async (account: string): Promise<Role | null> => (await store.get(account))?.role ?? null

  const give = async (account: string, role: Role): Promise<void> => {
    await store.change(account, { role, updated_at: clock.now() })
    if (role !== 'member') await askForFactor(account)
  }

  return {
    roleOf,

    /** From now on an account's open sessions go nowhere before their person showed a second factor. */
    askForFactor,

    /** The account of an address; null where there is none. */
    accountAt: async (address: string): Promise<string | null> =>
      (await findByLogin(parts, address))?.record_id ?? null,

    /** Accounts of operators. */
    operators: async (): Promise<string[]> => (await store.ofRole('operator')).map(({ record_id }) => record_id),

    /**
     * Makes whoever reads an address's mail an operator, with an account of theirs if they have none. They show that the
     * address is theirs when they first sign in, and set up a second factor before they get any further. Gives the account.
     * @param address in lower case
     * @throws AccountRestricted
     */
    makeOperator: async (address: Personal<string>, language: Language): Promise<string> => {
      const known = await findByLogin(parts, reveal(address))
      if (known !== undefined) {
        // Whoever came before them by an address that they never showed to be theirs runs nothing here.
        if (!known.address_verified) await beginAnew(parts, known.record_id)
        await give(known.record_id, 'operator')
        return known.record_id
      }
      const id = newId(clock.now())
      const at = clock.now()
      const user = { id, email: reveal(address), name: '', emailVerified: false, createdAt: at, updatedAt: at }
      await underWay.run({ address, language, record: null }, () => userModel(parts).create(user))
      await give(id, 'operator')
      return id
    },

    /** What somebody is here from now on. */
    give,
  }
}
