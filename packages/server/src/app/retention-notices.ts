import { languages, type Policy } from '@samtale/policy'
import type { DueMail } from '../features/records/index.ts'
import { createNotices, type Reached, type retentionMailKinds } from '../features/retention/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import { SealError } from '../platform/seals/seal-error.ts'
import type { SignedTokens } from '../platform/signed-token.ts'
import type { Seals } from '../platform/seals/seals.ts'
import { accountRecord } from '../features/accounts/index.ts'
import { keepLink } from './keep-link.ts'
import { addressSources } from './address-sources.ts'
import type { DatabaseTables } from './database.ts'

interface Parts {
  readonly database: Database<DatabaseTables>
  readonly seals: Pick<Seals, 'open'>
  readonly mailer: Mailer<typeof retentionMailKinds, DatabaseTables>
  readonly tokens: SignedTokens
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}

/** The mails that come before something goes, to where each kind of record has an address. */
export function retentionNotices({ database, seals, tokens, ...parts }: Parts) {
  const keep = keepLink({ tokens, publicUrl: parts.publicUrl })
  const reach = async ({ id, kind }: DueMail['record']): Promise<Reached | 'nowhere' | null> => {
    const place = addressSources.find((source) => source.kind === kind)
    if (place === undefined) return 'nowhere'
    const found = await place.find(database, id)
    if (found === undefined) return null
    if (found.address === null) return 'nowhere'
    const cell = { table: place.table, column: 'address', record: id, category: place.category }
    try {
      const language = languages.find((one) => one === found.language) ?? 'en'
      const kept = kind === accountRecord ? { keepLink: (until: Date) => keep(id, until) } : {}
      return { address: await seals.open(cell, found.address), language, ...kept }
    } catch (error) {
      if (error instanceof SealError && error.code === 'seal.key-gone') return 'nowhere'
      throw error
    }
  }
  return createNotices({ ...parts, reach })
}
