import { localeOf, languages, type Language, type Policy, type Text } from '@samtale/policy'
import type { Clock } from '../../../platform/clock.ts'
import { newId } from '../../../platform/ids.ts'
import type { Mailer } from '../../../platform/mail/mailer.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import type { Seals } from '../../../platform/seals/seals.ts'
import type { SignedTokens } from '../../../platform/signed-token.ts'
import { accountStore } from '../account-store.ts'
import type { AccountParts, Tables } from '../parts.ts'
import { accountCategory as category } from '../tables.ts'
import type { settingsMailKinds } from './mail-kinds.ts'
import { hasDigest } from './personal-data.ts'
import { digestStore, type Digest } from './store.ts'
import { digestCategory } from './tables.ts'

/** How one room was used in some days: numbers alone. */
export interface RoomUse {
  readonly name: Personal<string>
  readonly meetings: number
  /** How often somebody knocked and nobody was there to open. */
  readonly missedKnocks: number
}

export interface DigestParts extends Pick<AccountParts, 'database'> {
  readonly seals: Pick<Seals, 'open'>
  readonly clock: Clock
  readonly policy: Policy
  readonly mailer: Mailer<typeof settingsMailKinds, Tables>
  readonly tokens: SignedTokens
  readonly publicUrl: URL
  /** How the rooms of an account were used since a day, that day included. */
  roomsSince(account: string, since: Date): Promise<readonly RoomUse[]>
}

export type Digests = ReturnType<typeof createDigests>

const day = 86_400_000
const week = 7 * day
/** A summary lies in somebody's mailbox for years, and its link works. */
const stopWithin = 5 * 365 * day
const stopPurpose = 'account.digest-stop'
const pageSize = 100

const words = {
  used: { en: 'meetings', nb: 'møter', sv: 'möten' },
  usedOnce: { en: 'meeting', nb: 'møte', sv: 'möte' },
  missed: { en: 'missed knocks', nb: 'bank som ingen svarte på', sv: 'knackningar som ingen svarade på' },
  missedOnce: { en: 'missed knock', nb: 'bank som ingen svarte på', sv: 'knackning som ingen svarade på' },
} as const satisfies Record<string, Text>

/** The summary by mail, once a week, for those who turned it on. A week in which nothing happened sends none. */
export function createDigests(parts: DigestParts) {
  const { database, policy, tokens, clock } = parts
  const store = digestStore(database)
  const recordOf = (token: string) => tokens.read(stopPurpose, token, clock.now())?.[0] ?? null
  return {
    /** Sends what is due, each once: cut short, the next run goes on. */
    send: async (signal: AbortSignal): Promise<void> => {
      if (!hasDigest(policy)) return
      for (let after = ''; !signal.aborted;) {
        const page = await store.page(after, pageSize)
        for (const one of page) if (isDue(one, clock.now())) await sendTo(parts, one)
        after = page.at(-1)?.record_id ?? after
        if (page.length < pageSize) return
      }
    },

    /** Whose link to stop it this is: the account; null where there is nothing to stop. */
    mayStop: async (token: string): Promise<string | null> => {
      const record = recordOf(token)
      return record === null ? null : ((await store.get(record))?.account_id ?? null)
    },
  }
}

function isDue({ wanted_since, sent_at }: Digest, now: Date): boolean {
  const last = sent_at ?? wanted_since
  return last !== null && now.getTime() - last.getTime() >= week
}

async function sendTo(parts: DigestParts, { record_id: record, account_id: account }: Digest): Promise<void> {
  const { database, seals, policy, mailer, tokens, publicUrl, clock } = parts
  const now = clock.now()
  const row = await accountStore(database).get(account)
  if (row === undefined || row.address === null) return
  const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
  const from = new Date(now.getTime() - week)
  const rooms = await parts.roomsSince(account, from)
  const used = rooms.filter(({ meetings, missedKnocks }) => meetings + missedKnocks > 0)
  if (used.length === 0) return digestStore(database).sent(record, now)
  const language = languages.find((one) => one === row.language) ?? 'en'
  const mail = await mailer.prepare({
    kind: 'digest',
    record,
    occasion: newId(now),
    to: await seals.open({ table: 'account', column: 'address', record: account, category }, row.address),
    language,
    values: {
      days: daysInWords(from, now, language, timeZone),
      rooms: new Personal(digestCategory, used.map((room) => lineOf(room, language)).join('\n')),
      link: new URL(`/rooms?lang=${language}`, publicUrl).href,
    },
    unsubscribe: stopLink(publicUrl, tokens.sign(stopPurpose, [record], new Date(now.getTime() + stopWithin))),
  })
  await database.transaction(async (transaction) => {
    await mailer.queue(transaction, mail)
    await digestStore(transaction).sent(record, now)
  })
}

function stopLink(publicUrl: URL, token: string): string {
  return new URL(`/account/digest/stop?t=${token}`, publicUrl).href
}

function lineOf({ name, meetings, missedKnocks }: RoomUse, language: Language): string {
  const count = (number: number, once: Text, often: Text) => `${number} ${(number === 1 ? once : often)[language]}`
  const parts = [
    ...(meetings > 0 ? [count(meetings, words.usedOnce, words.used)] : []),
    ...(missedKnocks > 0 ? [count(missedKnocks, words.missedOnce, words.missed)] : []),
  ]
  return `${reveal(name)}: ${parts.join(', ')}`
}

function daysInWords(from: Date, to: Date, language: Language, timeZone: string): string {
  const locale = localeOf(language)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }).formatRange(from, to)
}
