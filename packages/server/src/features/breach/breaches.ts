import type { Policy } from '@samtale/policy'
import { addDuration } from '@samtale/policy/time'
import type { Clock } from '../../platform/clock.ts'
import type { BoundTables } from '../../platform/db/access/bound-tables.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import { BreachError } from './breach-error.ts'
import { isWaiting } from './clock.ts'
import { namesNobody } from './free-text.ts'
import { scopeOf, type Reached, type Scope } from './scope.ts'
import { affectedStore, breachStore, type Affected, type StoredBreach, type StoredNotice } from './store.ts'
import type { Addressee, BreachKind, BreachRisk, BreachTables } from './tables.ts'
import { createWatch } from './watch.ts'

export interface BreachOptions {
  readonly database: Purposes<BreachTables & PlatformTables>
  readonly bindings: BoundTables
  readonly policy: Policy
  readonly clock: Pick<Clock, 'now'>
  readonly log: Pick<Log, 'warn'>
}

export interface NewBreach {
  readonly awareAt: Date
  readonly kinds: readonly BreachKind[]
  readonly risk: BreachRisk
  readonly reached: Reached
  readonly what: string
  readonly consequences: string
  readonly measures: string
}

/** An entry, who was told, and what was reached. */
export interface Entry {
  readonly breach: StoredBreach
  readonly notices: readonly StoredNotice[]
  readonly scope: Scope
}

export type Breaches = ReturnType<typeof createBreaches>

/** The register of breaches, and the clock of each (GDPR art. 33, 34). */
export function createBreaches(options: BreachOptions) {
  return {
    entryOf: (id: string) => entryOf(options, id),
    report: (found: NewBreach) => report(options, found),
    all: () => all(options),
    notified: (id: string, notice: NewNotice) => notified(options, id, notice),
    ...createWatch({ ...options, waiting: () => waiting(options) }),

    /** Whose records are affected, for letters. */
    affected: async (id: string): Promise<Affected> => {
      const { breach, scope } = await entryOf(options, id)
      return affectedBy(options.bindings, scope, reachedBy(breach))
    },

    lettersAsked: (id: string): Promise<void> => storeOf(options).lettersAsked(id, options.clock.now()),
  }
}

export interface NewNotice {
  readonly to: Addressee
  readonly phase: number
  readonly lateReason: string | null
}

function storeOf({ database }: Pick<BreachOptions, 'database'>) {
  return breachStore(database.for(builtInPurposes.operation))
}

/** @throws BreachError `breach.unknown` */
async function entryOf(options: BreachOptions, id: string): Promise<Entry> {
  const breach = await storeOf(options).find(id)
  if (breach === undefined) throw new BreachError('breach.unknown')
  const notices = (await storeOf(options).notices()).filter(({ breach_id }) => breach_id === breach.id)
  return { breach, notices, scope: scopeOf(options.bindings, options.policy, reachedBy(breach)) }
}

async function all(options: BreachOptions): Promise<{ breach: StoredBreach; notices: StoredNotice[] }[]> {
  const notices = await storeOf(options).notices()
  const entries = await storeOf(options).all()
  return entries.map((breach) => ({ breach, notices: notices.filter(({ breach_id }) => breach_id === breach.id) }))
}

async function waiting(options: BreachOptions): Promise<StoredBreach[]> {
  const told = (notices: readonly StoredNotice[]) => notices.map(({ addressee }) => addressee)
  return (await all(options))
    .filter(({ breach, notices }) => isWaiting({ risk: breach.risk, told: told(notices) }))
    .map(({ breach }) => breach)
}

/**
 * Enters a breach; what it reached is counted now.
 * @throws BreachError `breach.time-wrong`, `breach.scope-missing`, `breach.table-unknown`, `breach.host-unknown`,
 * `breach.text-names-somebody`
 */
async function report(options: BreachOptions, found: NewBreach): Promise<Entry> {
  const { database, bindings, policy, clock } = options
  const { awareAt, reached, risk } = found
  const now = clock.now()
  if (!(awareAt <= now)) throw new BreachError('breach.time-wrong')
  const scope = scopeOf(bindings, policy, reached)
  const counted = await affectedStore(database.for(builtInPurposes.storage)).count(affectedBy(bindings, scope, reached))
  const id = newId(now)
  await storeOf(options).add({
    id,
    aware_at: awareAt,
    due_at: addDuration(awareAt, policy.notices?.breach.authority ?? 'PT72H', timeZoneOf(policy)),
    reported_at: now,
    kinds: [...new Set(found.kinds)],
    risk,
    tables: [...reached.tables],
    hosts: [...reached.hosts],
    span_from: reached.from,
    span_to: reached.to,
    keys_leaked: reached.keysLeaked,
    categories: [...scope.categories],
    // Each record that is nobody's may be somebody's of their own.
    people: counted.people + counted.nobodys,
    records: counted.records,
    unreadable: scope.unreadable,
    what: namesNobody(found.what),
    consequences: namesNobody(found.consequences),
    measures: namesNobody(found.measures),
    told_percent: 0,
    letters_asked_at: null,
  })
  return entryOf(options, id)
}

/**
 * Enters that somebody was told. A first notice to the authority after its time needs a reason (art. 33(1)).
 * @throws BreachError `breach.unknown`, `breach.reason-missing`, `breach.phase-taken`, `breach.text-names-somebody`
 */
async function notified(options: BreachOptions, id: string, { to, phase, lateReason }: NewNotice): Promise<Entry> {
  const { breach, notices } = await entryOf(options, id)
  const now = options.clock.now()
  const first = !notices.some(({ addressee }) => addressee === to)
  if (to === 'authority' && first && now > breach.due_at && (lateReason ?? '').trim() === '')
    throw new BreachError('breach.reason-missing')
  const late_reason = lateReason === null ? null : namesNobody(lateReason)
  if (!(await storeOf(options).notified({ breach_id: breach.id, addressee: to, phase, sent_at: now, late_reason })))
    throw new BreachError('breach.phase-taken')
  return entryOf(options, id)
}

function affectedBy(bindings: BoundTables, { tables }: Scope, { from, to }: Reached): Affected {
  const has = (table: string, column: string) => Object.hasOwn(bindings[table]?.columns ?? {}, column)
  return {
    byRecord: tables.filter((table) => has(table, 'record_id')),
    byPerson: tables.filter((table) => !has(table, 'record_id') && has(table, 'subject_id')),
    from,
    to,
  }
}

function reachedBy({ tables, hosts, span_from: from, span_to: to, keys_leaked: keysLeaked }: StoredBreach): Reached {
  return { tables, hosts, from, to, keysLeaked }
}

function timeZoneOf({ edition }: Policy): string {
  return edition?.timeZone ?? 'Europe/Oslo'
}
