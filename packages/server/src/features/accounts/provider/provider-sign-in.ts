import type { Language } from '@samtale/policy'
import * as z from 'zod'
import { newId, randomText } from '../../../platform/ids.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import { AccountRestricted, findByLogin, userModel } from '../adapter/user.ts'
import { underWay } from '../adapter/under-way.ts'
import { verificationModel } from '../adapter/verification.ts'
import type { AccountParts } from '../parts.ts'
import { keysCategory } from '../tables.ts'
import type { ProviderPerson } from './provider.ts'
import { providerStore } from './provider-store.ts'

/** What follows on somebody whom the provider vouches for. */
export type Vouched =
  | { readonly as: 'known'; readonly account: string }
  /** There is an account with that address: whoever reads its mail says whether the provider may open it. */
  | { readonly as: 'asked'; readonly link: string }
  | { readonly as: 'restricted' }

/** How long somebody may take to write the code. */
const linkMs = 10 * 60_000
const Link = z.object({ subject: z.string(), login: z.string() })

/**
 * Whose account a provider opens. The provider's word makes an account for an address that has none, and opens the one
 * that it was tied to before; it never opens an account that somebody else made: there, a code by mail is asked for once.
 * So a provider that lies, or lets anybody write any address, gets nobody's account (docs/adr/0028).
 */
export function createProviderSignIn(parts: AccountParts) {
  const { database, seals, clock } = parts
  const store = providerStore(database)
  const links = verificationModel(parts)

  const tie = async (account: string, subject: string): Promise<void> => {
    const at = clock.now()
    const subjectIndex = seals.index(keysCategory, subject)
    // Whoever tied it first has it.
    if ((await store.find(subjectIndex)) !== undefined) return
    await store.add({
      id: newId(at),
      record_id: account,
      subject_index: subjectIndex,
      created_at: at,
      removed_at: null,
    })
  }

  return {
    take: async ({ subject, address }: ProviderPerson, language: Language): Promise<Vouched> => {
      const tied = await store.find(seals.index(keysCategory, subject))
      if (tied !== undefined) return { as: 'known', account: tied.record_id }
      const login = reveal(address)
      const at = clock.now()
      if ((await findByLogin(parts, login)) === undefined) {
        const account = await makeUnproven(parts, address, language)
        if (account === null) return { as: 'restricted' }
        await tie(account, subject)
        return { as: 'known', account }
      }
      const link = randomText(43)
      await links.create({
        id: newId(at),
        identifier: identifierOf(link),
        value: JSON.stringify({ subject, login }),
        createdAt: at,
        updatedAt: at,
        expiresAt: new Date(at.getTime() + linkMs),
      })
      return { as: 'asked', link }
    },

    /** Ties what waited for a code to the account that the code opened, if it was for that one. */
    confirm: async (link: string, login: string): Promise<void> => {
      const [row] = await links.find({ identifier: identifierOf(link) })
      if (row === undefined || !(row['expiresAt'] instanceof Date) || row['expiresAt'] <= clock.now()) return
      const waiting = Link.parse(JSON.parse(String(row['value'])))
      const account = await findByLogin(parts, login)
      if (waiting.login !== login || account === undefined || !(await links.remove(String(row['id'])))) return
      await tie(account.record_id, waiting.subject)
    },
  }
}

/** An account whose address nobody showed here to be theirs; null where there is one that is locked away. */
async function makeUnproven(
  parts: AccountParts,
  address: Personal<string>,
  language: Language,
): Promise<string | null> {
  const at = parts.clock.now()
  const id = newId(at)
  const user = { id, email: reveal(address), name: '', emailVerified: false, createdAt: at, updatedAt: at }
  try {
    await underWay.run({ address, language, record: null }, () => userModel(parts).create(user))
  } catch (error) {
    if (error instanceof AccountRestricted) return null
    throw error
  }
  return id
}

function identifierOf(link: string): string {
  return `link ${link}`
}
