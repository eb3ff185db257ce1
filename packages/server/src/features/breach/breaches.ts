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
import { isOverdue, isWaiting, stepAt } from './clock.ts'
import { namesNobody } from './free-text.ts'
import { scopeOf, type Reached, type Scope } from './scope.ts'
import { affectedStore, breachStore, type Affected, type StoredBreach, type StoredNotice } from './store.ts'
import type { Addressee, BreachKind, BreachRisk, BreachTables } from './tables.ts'

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
  const { database, bindings, policy, clock, log } = options
  const store = () => breachStore(database.for(builtInPurposes.operation))

  async function entryOf(id: string): Promise<Entry> {
    const breach = await store().find(id)
    if (breach === undefined) throw new BreachError('breach.unknown')
    const notices = (await store().notices()).filter(({ breach_id }) => breach_id === breach.id)
    return { breach, notices, scope: scopeOf(bindings, policy, reachedBy(breach)) }
  }

  async function waiting(): Promise<StoredBreach[]> {
    const notices = await store().notices()
    return (await store().all()).filter((breach) => isWaiting({ risk: breach.risk, told: toldOf(breach, notices) }))
  }

  return {
    entryOf,

    /**
     * Enters a breach; what it reached is counted now.
     * @throws BreachError `breach.time-wrong`, `breach.scope-missing`, `breach.table-unknown`, `breach.host-unknown`,
     * `breach.text-names-somebody`
     */
    report: async (found: NewBreach): Promise<Entry> => {
      const now = clock.now()
      if (!(found.awareAt <= now)) throw new BreachError('breach.time-wrong')
      const scope = scopeOf(bindings, policy, found.reached)
      const counted = await affectedStore(database.for(builtInPurposes.storage)).count(
        affectedBy(bindings, scope, found.reached),
      )
      const id = newId(now)
      const { reached } = found
      await store().add({
        id,
        aware_at: found.awareAt,
        due_at: addDuration(found.awareAt, policy.notices?.breach.authority ?? 'PT72H', timeZoneOf(policy)),
        reported_at: now,
        kinds: [...new Set(found.kinds)],
        risk: found.risk,
        tables: [...reached.tables],
        hosts: [...reached.hosts],
        span_from: reached.from,
        span_to: reached.to,
        keys_leaked: reached.keysLeaked,
        categories: [...scope.categories],
        people: counted.people + counted.nobodys,
        records: counted.records,
        unreadable: scope.unreadable,
        what: namesNobody(found.what),
        consequences: namesNobody(found.consequences),
        measures: namesNobody(found.measures),
        told_percent: 0,
        letters_asked_at: null,
      })
      return entryOf(id)
    },

    all: async (): Promise<{ breach: StoredBreach; notices: StoredNotice[] }[]> => {
      const notices = await store().notices()
      return (await store().all()).map((breach) => ({
        breach,
        notices: notices.filter(({ breach_id }) => breach_id === breach.id),
      }))
    },

    /**
     * Enters that somebody was told. A first notice to the authority after its time needs a reason (art. 33(1)).
     * @throws BreachError `breach.unknown`, `breach.reason-missing`, `breach.phase-taken`, `breach.text-names-somebody`
     */
    notified: async (id: string, to: Addressee, phase: number, lateReason: string | null): Promise<Entry> => {
      const { breach, notices } = await entryOf(id)
      const now = clock.now()
      const first = !notices.some(({ addressee }) => addressee === to)
      if (to === 'authority' && first && now > breach.due_at && (lateReason ?? '').trim() === '')
        throw new BreachError('breach.reason-missing')
      const late_reason = lateReason === null ? null : namesNobody(lateReason)
      if (!(await store().notified({ breach_id: breach.id, addressee: to, phase, sent_at: now, late_reason })))
        throw new BreachError('breach.phase-taken')
      return entryOf(id)
    },

    /** Whether an authority should have been told by now: `/readyz` shows it. */
    anyOverdue: async (): Promise<boolean> => {
      const now = clock.now()
      return (await waiting()).some((breach) => isOverdue({ ...timesOf(breach), risk: breach.risk, told: [] }, now))
    },

    /** Tells in the log, once each, when half, most and all of a breach's time is over. */
    tellTime: async (): Promise<void> => {
      const now = clock.now()
      for (const breach of await waiting()) {
        const step = stepAt(timesOf(breach), now)
        if (step === 0 || !(await store().told(breach.id, step))) continue
        log.warn('breach.time', { percent: step })
      }
    },

    /** Whose records are affected, for letters. */
    affected: async (id: string): Promise<Affected> => {
      const { breach, scope } = await entryOf(id)
      return affectedBy(bindings, scope, reachedBy(breach))
    },

    lettersAsked: (id: string): Promise<void> => store().lettersAsked(id, clock.now()),
  }
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

function toldOf({ id }: StoredBreach, notices: readonly StoredNotice[]): Addressee[] {
  return notices.filter(({ breach_id }) => breach_id === id).map(({ addressee }) => addressee)
}

function timesOf({ aware_at: awareAt, due_at: dueAt }: StoredBreach) {
  return { awareAt, dueAt }
}

function timeZoneOf({ edition }: Policy): string {
  return edition?.timeZone ?? 'Europe/Oslo'
}
