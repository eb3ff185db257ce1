import { reveal } from '../../../platform/personal.ts'
import { factorStore, recoveryStore } from './factor-store.ts'
import type { AccountParts } from '../parts.ts'
import { createRecoveryCodes, plainCode } from './recovery-codes.ts'
import { keysCategory as category } from '../tables.ts'
import { newSecret, stepOf } from './totp.ts'

/**
 * Codes from an app (TOTP, RFC 6238), and recovery codes for whoever has lost it. The secret is sealed; of a recovery code
 * a keyed hash is kept.
 */
export function createSecondFactor(parts: AccountParts) {
  const { database, seals, clock } = parts
  const store = factorStore(database)
  const recovery = createRecoveryCodes(parts)
  const cell = (record: string) => ({ table: 'account_second_factor', column: 'secret', record, category }) as const

  async function secretOf(account: string): Promise<{ secret: string; confirmed: boolean } | null> {
    const row = await store.get(account)
    if (row === undefined || row.secret === null) return null
    const opener = await seals.forOpening([account], [category])
    return { secret: reveal(opener.open(cell(account), row.secret)), confirmed: row.confirmed_at !== null }
  }

  return {
    /** Whether an account has one that is in use. */
    isSetUp: async (account: string): Promise<boolean> => ((await store.get(account))?.confirmed_at ?? null) !== null,

    codesLeft: recovery.left,

    /** A secret for the app, in base32; null where one is in use already. */
    begin: async (account: string): Promise<string | null> => {
      const secret = newSecret()
      const sealer = await seals.forSealing([account], [category])
      return (await store.begin(account, sealer.seal(cell(account), secret))) ? secret : null
    },

    /** The secret that waits for its first code. */
    waiting: async (account: string): Promise<string | null> => {
      const found = await secretOf(account)
      return found === null || found.confirmed ? null : found.secret
    },

    /** The first code shows that the app has the secret. Gives the recovery codes, once; null where the code isn't right. */
    confirm: async (account: string, code: string): Promise<string[] | null> => {
      const found = await secretOf(account)
      const step = found === null || found.confirmed ? null : stepOf(found.secret, plainCode(code), clock.now())
      if (step === null || !(await store.confirm(account, step, clock.now()))) return null
      return recovery.make(account)
    },

    /** Takes a code of the app or a recovery code, which who has a passkey alone has too; each counts once. */
    check: async (account: string, given: string): Promise<boolean> => {
      const found = await secretOf(account)
      const code = plainCode(given)
      const step = found?.confirmed === true ? stepOf(found.secret, code, clock.now()) : null
      return step === null ? recovery.use(account, code) : store.take(account, step)
    },

    /** Recovery codes in the place of those before. */
    newCodes: recovery.make,

    remove: async (account: string): Promise<void> => {
      await database.transaction(async (transaction) => {
        await factorStore(transaction).remove(account)
        await recoveryStore(transaction).end(account, clock.now())
      })
    },
  }
}
