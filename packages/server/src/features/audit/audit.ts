import type { Clock } from '../../platform/clock.ts'
import type { Purposes, TransactingPurposes } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import { tidyMessage, tidyName } from '../../platform/written.ts'
import type { LedgerTables } from '../ledger/index.ts'
import type { RecordTables } from '../records/index.ts'
import type { ActName } from './acts.ts'
import { auditStore, type ActFilter, type StoredAct, type StoredPerson } from './audit-store.ts'
import { actCategory, actRecord, type AuditTables } from './tables.ts'

/** What a transaction touches in which something is written down here. */
type Tables = AuditTables & RecordTables & LedgerTables
type Transaction = Purposes<Tables>

/** Something that was done in an administrator's right. */
export interface NewAct {
  /** Null where it is the operator's. */
  readonly organisation: string | null
  /** Account of who did it; null where the system did. */
  readonly by: string | null
  readonly what: ActName
  /** What it was done to. An account goes by its id, and its name is never kept. */
  readonly about?: { readonly kind: string; readonly id: string }
  /** What it came to, in a few words without anybody's name, such as a role or a room. */
  readonly detail?: string
  readonly why?: string
}

/** An act whose words are sealed: ready to be written. */
export interface PreparedAct {
  readonly act: NewAct
  readonly id: string
  readonly sealed: Pick<StoredAct, 'detail' | 'why'>
}

/** An act as it is shown. */
export interface Act {
  readonly id: string
  readonly at: Date
  readonly what: string
  /** Null where their account is gone, or the system did it. */
  readonly by: string | null
  readonly about: { readonly kind: string; readonly id: string } | null
  /** The account that it was done to, while there is one. */
  readonly person: string | null
  readonly detail: Personal<string> | null
  readonly why: Personal<string> | null
}

/** What the log needs of the records: takes part in the caller's transaction. */
export interface AuditRecords {
  open(
    transaction: Transaction,
    record: { readonly id: string; readonly kind: string; readonly at: Date },
  ): Promise<void>
}

export interface AuditParts {
  readonly database: TransactingPurposes<Tables>
  readonly seals: Pick<Seals, 'forSealing' | 'forOpening'>
  readonly records: AuditRecords
  readonly clock: Clock
}

export type Audit = ReturnType<typeof createAudit>

const longestWhy = 1_000

/** The log of what was done in an administrator's right, by whom, when and why. What is written in it stays as it is. */
export function createAudit(parts: AuditParts) {
  const store = auditStore(parts.database)
  return {
    /** Seals the words of an act, before the transaction that writes it. */
    prepare: (act: NewAct): Promise<PreparedAct> => prepare(parts, act),

    /** Writes it in the transaction in which it is done: neither is without the other. Gives its id. */
    note: (transaction: Transaction, prepared: PreparedAct): Promise<string> => note(parts, transaction, prepared),

    /** Both at once, where nothing else is written. */
    write: async (act: NewAct): Promise<void> => {
      const prepared = await prepare(parts, act)
      await parts.database.transaction((transaction) => note(parts, transaction, prepared))
    },

    /** A page of the log of an organisation, or of the operator; newest first, `page` from 1. */
    list: async (filter: ActFilter, { page, most }: { readonly page: number; readonly most: number }) => {
      const all = await store.count(filter)
      const rows = await store.page(filter, (Math.max(1, page) - 1) * most, most)
      return { all, acts: await shown(parts, rows) }
    },

    /** Records of some acts of an organisation; of those before a time, where one is given. */
    someOf: (organisation: string, most: number, before: Date | null = null): Promise<string[]> =>
      store.some(organisation, most, before),
  }
}

async function prepare({ seals, clock }: AuditParts, act: NewAct): Promise<PreparedAct> {
  const id = newId(clock.now())
  const words = { detail: tidyName(act.detail ?? ''), why: tidyMessage(act.why ?? '').slice(0, longestWhy) }
  if (words.detail === '' && words.why === '') return { act, id, sealed: { detail: null, why: null } }
  const sealer = await seals.forSealing([id], [actCategory])
  const seal = (column: 'detail' | 'why') =>
    words[column] === ''
      ? null
      : sealer.seal({ table: 'audit_act', column, record: id, category: actCategory }, words[column])
  return { act, id, sealed: { detail: seal('detail'), why: seal('why') } }
}

async function note(
  { records, clock }: AuditParts,
  transaction: Transaction,
  { act, id, sealed }: PreparedAct,
): Promise<string> {
  const { organisation, by, what, about = null } = act
  const at = clock.now()
  await records.open(transaction, { id, kind: actRecord, at })
  const person = (record: string, part: 'by' | 'about') => {
    return { id: newId(at), record_id: record, act_id: id, part, what, at } as const
  }
  const row = {
    record_id: id,
    organisation_id: organisation,
    at,
    what,
    about_kind: about?.kind ?? null,
    about_id: about === null || about.kind === 'account' ? null : about.id,
    ...sealed,
  }
  const persons = [
    ...(by === null ? [] : [person(by, 'by')]),
    ...(about?.kind === 'account' ? [person(about.id, 'about')] : []),
  ]
  await auditStore(transaction).add(row, persons)
  return id
}

async function shown({ database, seals }: AuditParts, rows: readonly StoredAct[]): Promise<Act[]> {
  const persons = accountsOf(await auditStore(database).personsOf(rows.map(({ record_id }) => record_id)))
  const opener = await seals.forOpening(
    rows.filter(({ detail, why }) => detail !== null || why !== null).map(({ record_id }) => record_id),
    [actCategory],
  )
  return rows.map((row) => {
    const { record_id: record, at, what, about_kind: kind, about_id } = row
    const open = (column: 'detail' | 'why') => {
      const value = row[column]
      return value === null ? null : opener.open({ table: 'audit_act', column, record, category: actCategory }, value)
    }
    const person = persons.about.get(record) ?? null
    const by = persons.by.get(record) ?? null
    const id = kind === 'account' ? person : about_id
    const about = kind === null || id === null ? null : { kind, id }
    return { id: record, at, what, by, about, person, detail: open('detail'), why: open('why') }
  })
}

/** Spelled out for the log's readers: the words of a value that may not be there. */
export function wordsOf(value: Personal<string> | null): string {
  return value === null ? '' : reveal(value)
}

/** Accounts by their acts. */
function accountsOf(persons: readonly StoredPerson[]): Record<StoredPerson['part'], ReadonlyMap<string, string>> {
  const inPart = (part: StoredPerson['part']) =>
    new Map(persons.filter((one) => one.part === part).map(({ act_id, record_id }) => [act_id, record_id]))
  return { by: inPart('by'), about: inPart('about') }
}
