import type { Language } from '@samtale/policy'
import type { Clock } from '../../platform/clock.ts'
import type { Purposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Mailer, MailerTables } from '../../platform/mail/mailer.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { SignedTokens } from '../../platform/signed-token.ts'
import type { ConsentTables } from '../consent/index.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { RecordTables } from '../records/index.ts'
import type { List } from './list.ts'
import type { listMailKinds } from './mail-kinds.ts'
import type { Entry } from './store.ts'
import type { ListTables } from './tables.ts'

const day = 86_400_000
/** An unconfirmed entry lives so long, and the link that confirms it. */
const confirmWithin = 7 * day
/** A newsletter lies in somebody's mailbox for years, and its link works. */
const leaveWithin = 5 * 365 * day

/** What a transaction of a list reaches, beside the list: the mail, the records, and the register of answers. */
type Tables = ListTables & MailerTables & RecordTables & LedgerTables & ConsentTables

/** What lists need of the records of people. Everything but `recompute` is part of the caller's transaction. */
export interface ListRecords {
  /** Makes the record of an entry, for the person behind an address. */
  open(transaction: Purposes<Tables>, record: NewRecord): Promise<void>
  /** Writes a yes down, in a record of its own: it outlives the entry. */
  agreed(transaction: Purposes<Tables>, answer: Answer & { address: Personal<string> }): Promise<void>
  /** Writes down that a yes was taken back. */
  withdrew(transaction: Purposes<Tables>, answer: Answer): Promise<void>
  /** Writes down that an entry has served: what it waited for has come. */
  served(transaction: Purposes<Tables>, record: string, at: Date): Promise<void>
  /** Looks at once what becomes of records. */
  recompute(records: readonly string[]): Promise<void>
}

export interface NewRecord {
  readonly id: string
  readonly kind: string
  readonly address: Personal<string>
  readonly at: Date
}

export interface Answer {
  /** Record of the entry, and record of the answer. */
  readonly record: string
  readonly consent: string
  readonly question: string
  readonly at: Date
  readonly language: Language
}

export interface SignUpOptions {
  readonly database: Purposes<Tables> & {
    transaction<Result>(run: (transaction: Purposes<Tables>) => Promise<Result>): Promise<Result>
  }
  readonly seals: Pick<Seals, 'forSealing' | 'open' | 'index'>
  readonly mailer: Mailer<typeof listMailKinds, Tables>
  readonly tokens: SignedTokens
  readonly records: ListRecords
  readonly publicUrl: URL
  readonly clock: Clock
}

export interface NewSignUp {
  readonly address: Personal<string>
  readonly name: Personal<string> | null
  readonly country: string | null
  readonly language: Language
}

/** What somebody has put right. */
export interface EntryCorrection {
  readonly address?: string
  readonly name?: string
  readonly language?: Language
}

export type SignUps = ReturnType<typeof createSignUps>

/** How people get on a list and off it: asked for, confirmed by who reads the address's mail, left with one press. */
export function createSignUps(options: SignUpOptions) {
  const { database, tokens, records, clock, mailer, seals } = options
  return {
    /** Asks the address to confirm; does nothing where it has confirmed before. The asker hears the same either way. */
    ask: async (list: List, signUp: NewSignUp): Promise<void> => {
      const index = seals.index(list.key, reveal(signUp.address))
      const known = await list.store(database).find(index)
      if (known !== undefined && known.confirmed_at !== null) return
      await (known === undefined ? begin(options, list, index, signUp) : askAgain(options, list, known, signUp))
    },
    /** Whether a link to confirm is good, before anything is done: opening it changes nothing (RFC 9110 §9.2.1). */
    mayConfirm: (list: List, token: string) => entryOf(options, list, 'confirm', token),
    confirm: async (list: List, token: string, language: Language): Promise<boolean> => {
      const entry = await entryOf(options, list, 'confirm', token)
      if (entry === undefined) return false
      if (entry.confirmed_at !== null) return true
      if (entry.address === null) return false
      const at = clock.now()
      const address = await addressOf(options, list, entry)
      const answer = { record: entry.record_id, consent: newId(at), question: list.key, at, language }
      await database.transaction(async (transaction) => {
        await list.store(transaction).confirm(entry.record_id, answer.consent, at)
        await records.agreed(transaction, { ...answer, address })
      })
      await records.recompute([entry.record_id])
      return true
    },
    mayLeave: (list: List, token: string) => entryOf(options, list, 'leave', token),
    /** Off the list at once, and no mail of it any more (RFC 8058). A second press finds nothing left to do. */
    leave: async (list: List, token: string, language: Language): Promise<void> => {
      const entry = await entryOf(options, list, 'leave', token)
      if (entry === undefined || entry.address === null) return
      const address = await addressOf(options, list, entry)
      const at = clock.now()
      await database.transaction(async (transaction) => {
        await mailer.refuse(transaction, address, list.key)
        const consent = entry.consent_id ?? entry.record_id
        await records.withdrew(transaction, { record: entry.record_id, consent, question: list.key, at, language })
      })
      await records.recompute([entry.record_id])
    },
    /** Puts right what is known of who is on a list (GDPR art. 16). False where there is nothing of it. */
    correct: (list: List, record: string, correction: EntryCorrection) => correct(options, list, record, correction),
    /** The link by which a mail of the list is refused. */
    leaveLink: (list: List, record: string): string => {
      const until = new Date(clock.now().getTime() + leaveWithin)
      return linkTo(options, list, 'leave', tokens.sign(`${list.key}.leave`, [record], until))
    },
    addressOf: (list: List, entry: Entry) => addressOf(options, list, entry),
  }
}

async function begin(options: SignUpOptions, list: List, index: BlindIndex, signUp: NewSignUp): Promise<void> {
  const { database, seals, records, clock, mailer } = options
  const now = clock.now()
  const record = newId(now)
  const sealer = await seals.forSealing([record], [list.key])
  const seal = (column: string, text: string) =>
    sealer.seal({ table: list.table, column, record, category: list.key }, text)
  const mail = await confirmation(options, list, record, record, signUp)
  const entry = {
    record,
    address: seal('address', reveal(signUp.address)),
    index,
    name: signUp.name === null ? null : seal('name', reveal(signUp.name)),
    country: signUp.country,
    language: signUp.language,
    now,
  }
  await database.transaction(async (transaction) => {
    await records.open(transaction, { id: record, kind: list.key, address: signUp.address, at: now })
    await list.store(transaction).add(entry)
    await mailer.queue(transaction, mail)
  })
}

async function correct(
  { database, seals }: SignUpOptions,
  list: List,
  record: string,
  { address, name, language }: EntryCorrection,
): Promise<boolean> {
  const sealer = await seals.forSealing([record], [list.key])
  const seal = (column: string, text: string) =>
    sealer.seal({ table: list.table, column, record, category: list.key }, text)
  return list.store(database).correct(record, {
    ...(address === undefined
      ? {}
      : { address: seal('address', address), address_index: seals.index(list.key, address) }),
    ...(name === undefined ? {} : { name: seal('name', name) }),
    ...(language === undefined ? {} : { language }),
  })
}

async function askAgain(options: SignUpOptions, list: List, known: Entry, signUp: NewSignUp): Promise<void> {
  const { clock, mailer, database } = options
  const mail = await confirmation(options, list, known.record_id, newId(clock.now()), signUp)
  await database.transaction((transaction) => mailer.queue(transaction, mail))
}

function confirmation(options: SignUpOptions, list: List, record: string, occasion: string, signUp: NewSignUp) {
  const { mailer, tokens, clock } = options
  const until = new Date(clock.now().getTime() + confirmWithin)
  const link = linkTo(options, list, 'confirm', tokens.sign(`${list.key}.confirm`, [record], until))
  const { address, language } = signUp
  return mailer.prepare({ kind: `${list.key}.confirm`, record, occasion, to: address, language, values: { link } })
}

function linkTo({ publicUrl }: SignUpOptions, list: List, step: 'confirm' | 'leave', token: string): string {
  return new URL(`${list.path}/${step}?t=${token}`, publicUrl).href
}

async function entryOf(
  { database, tokens, clock }: SignUpOptions,
  list: List,
  step: 'confirm' | 'leave',
  token: string,
): Promise<Entry | undefined> {
  const [record] = tokens.read(`${list.key}.${step}`, token, clock.now()) ?? []
  return record === undefined ? undefined : list.store(database).get(record)
}

async function addressOf({ seals }: SignUpOptions, list: List, entry: Entry): Promise<Personal<string>> {
  if (entry.address === null) throw new TypeError('The entry has no address any more.')
  return seals.open(
    { table: list.table, column: 'address', record: entry.record_id, category: list.key },
    entry.address,
  )
}
