import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { reveal } from '../../../platform/personal.ts'
import type { Sealed } from '../../../platform/seals/sealed.ts'
import type { AccountParts } from '../parts.ts'
import { passwordCategory as category } from '../tables.ts'
import { isCommon } from './common-passwords.ts'
import { passwordStore } from './password-store.ts'

/** What keeps a password from being taken. */
export type PasswordFault = 'too-short' | 'too-long' | 'too-common'

const shortest = 12
const longest = 200

/** OWASP's second choice for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const
const hashOf = promisify((given: Argon2Parameters, done: (error: Error | null, hash: Buffer) => void) =>
  argon2('argon2id', given, done),
)

/** Why a new password isn't taken; null where it is. Length and not being guessed first is what counts (NIST SP 800-63B §3.1.1.2). */
export function faultOf(password: string): PasswordFault | null {
  const length = [...password].length
  if (length < shortest) return 'too-short'
  if (length > longest) return 'too-long'
  return isCommon(password) ? 'too-common' : null
}

/** Passwords: of each an Argon2id hash is kept (RFC 9106), sealed. Null where the policy in force has none. */
export function createPasswords({ database, seals, clock, hasPasswords }: AccountParts) {
  if (!hasPasswords) return null
  const store = passwordStore(database)
  const cell = (record: string) => ({ table: 'account_password', column: 'hash', record, category }) as const
  // Compared with where there is none, so that this takes as long.
  const nobodys = hashed('', randomBytes(16))

  const opened = async (account: string, sealed: Sealed<typeof category>): Promise<string> =>
    reveal((await seals.forOpening([account], [category])).open(cell(account), sealed))

  return {
    isSet: async (account: string): Promise<boolean> => (await store.get(account)) !== null,

    /** @throws RangeError where `faultOf` finds a fault */
    set: async (account: string, password: string): Promise<void> => {
      if (faultOf(password) !== null) throw new RangeError('This password is not taken.')
      const hash = await hashed(password, randomBytes(16))
      const sealer = await seals.forSealing([account], [category])
      await store.set(account, sealer.seal(cell(account), hash), clock.now())
    },

    /** Whether it is an account's. With `null` the same is done, for nobody. */
    check: async (account: string | null, password: string): Promise<boolean> => {
      const sealed = await store.get(account ?? 'nobody')
      const kept = account === null || sealed === null ? null : await opened(account, sealed)
      const right = kept ?? (await nobodys)
      const given = await hashed(password.slice(0, longest * 4), saltOf(right))
      return timingSafeEqual(Buffer.from(given), Buffer.from(right)) && kept !== null
    },

    remove: (account: string): Promise<void> => store.remove(account),
  }
}

/** The hash as text (PHC string format). Letters that look alike are made one before (NIST SP 800-63B §3.1.1.2). */
async function hashed(password: string, salt: Buffer): Promise<string> {
  const hash = await hashOf({ message: Buffer.from(password.normalize('NFKC')), nonce: salt, ...cost })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(hash)}`
}

function saltOf(hash: string): Buffer {
  return Buffer.from(hash.split('$').at(-2) ?? '', 'base64')
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
