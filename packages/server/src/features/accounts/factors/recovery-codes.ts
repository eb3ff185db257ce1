import { randomInt } from 'node:crypto'
import { newId } from '../../../platform/ids.ts'
import { recoveryStore } from './factor-store.ts'
import type { AccountParts } from '../parts.ts'
import { keysCategory } from '../tables.ts'

const howMany = 10
/** Crockford's: no letter is taken for a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Codes for whoever has lost their app. Of each a keyed hash is kept, and each works once. */
export function createRecoveryCodes({ database, seals, clock }: AccountParts) {
  const store = recoveryStore(database)
  const indexOf = (account: string, code: string) => seals.index(keysCategory, `recovery ${account} ${code}`)
  return {
    left: store.left,

    /** New ones, in the place of those before. */
    make: async (account: string): Promise<string[]> => {
      const codes = Array.from({ length: howMany }, newCode)
      const now = clock.now()
      const rows = codes.map((code) => ({
        id: newId(now),
        record_id: account,
        code_index: indexOf(account, plainCode(code)),
      }))
      await database.transaction(async (transaction) => {
        await recoveryStore(transaction).end(account, now)
        await recoveryStore(transaction).add(rows)
      })
      return codes
    },

    /** A code as `plainCode` gives it. */
    use: (account: string, code: string): Promise<boolean> => store.use(account, indexOf(account, code), clock.now()),
  }
}

/** Ten letters, 50 bits. */
function newCode(): string {
  const five = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)] ?? '').join('')
  return `${five()}-${five()}`
}

/** A code as it is compared, however it was typed. */
export function plainCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}
