import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import type { Fact, Records } from '../../src/features/records/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { BlindIndex } from '../../src/platform/seals/sealed.ts'
import { Crash } from './crashes.ts'
import { Model, type ModelRecord } from './model.ts'
import { sampleKinds } from './sample-records.ts'
import type { World } from './world.ts'

/** One thing that happens. Numbers choose among what there is. */
export type Step =
  | { does: 'make'; kind: 'account' | 'purchase' | 'subscription'; person: number }
  | { does: 'event'; record: number; event: string }
  | { does: 'answer'; record: number; given: boolean }
  | { does: 'object'; record: number; purpose: string }
  | { does: 'decide'; which: number; outcome: 'upheld' | 'overridden' }
  | { does: 'erase' | 'restrict' | 'tell' | 'lift'; person: number }
  | { does: 'hold'; records: readonly number[]; category: string }
  | { does: 'release'; which: number }
  | { does: 'wait'; days: number }
  | { does: 'apply' | 'dump' | 'restore' }
  /** The next thing is cut short at a step of its work, counted from 1. */
  | { does: 'crash'; at: number; when: 'before' | 'after'; during: 'apply' | 'erase' | 'restore'; person: number }

const which = fc.nat(20)
const person = fc.nat(3)
const events = ['account-closed', 'last-activity', 'transaction', 'contract-end', 'contract-start']
const categories = ['profile', 'contact', 'usage', 'order', 'newsletter']

/** What can happen, likelier what leads somewhere. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('make' as const),
      kind: fc.constantFrom('account', 'purchase', 'subscription'),
      person,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('event' as const), record: which, event: fc.constantFrom(...events) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('answer' as const), record: which, given: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('object' as const),
      record: which,
      purpose: fc.constantFrom('improvement', 'newsletter'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('decide' as const),
      which,
      outcome: fc.constantFrom('upheld', 'overridden'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('erase', 'restrict', 'tell', 'lift'), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('hold' as const),
      records: fc.array(which, { minLength: 1, maxLength: 2 }),
      category: fc.constantFrom(...categories),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('release' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.constantFrom(0, 1, 30, 400, 1500) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom('apply' as const, 'apply' as const, 'dump' as const, 'restore' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('crash' as const),
      at: fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 80 })),
      when: fc.constantFrom('before', 'after'),
      during: fc.constantFrom('apply', 'apply', 'erase', 'restore'),
      person,
    }),
  },
)

/** Plays steps on the database and on the model, and compares what they hold whenever nothing is half done. */
export class Play {
  readonly #world: World
  #records: Records
  readonly #model = new Model()
  readonly #dumps: { restore: () => Promise<void>; model: Model }[] = []
  /** What was made: keys and files were there once. */
  #restored = false

  static async begin(world: World): Promise<Play> {
    await world.reset()
    return new Play(world, await world.start())
  }

  private constructor(world: World, records: Records) {
    this.#world = world
    this.#records = records
  }

  async play(step: Step): Promise<void> {
    switch (step.does) {
      case 'make':
        return this.#make(step.kind, step.person)
      case 'wait':
        return this.#world.clock.advance(step.days * 86_400_000)
      case 'apply':
        await this.#records.apply.due()
        return this.#applied(true)
      case 'dump':
        return void this.#dumps.push({ restore: await this.#world.dump(), model: this.#model.clone() })
      case 'restore':
        return this.#restore()
      case 'crash':
        return this.#crash(step)
      default:
        return this.#note(this.#factsOf(step))
    }
  }

  /** Whatever is left to be done, is done; and the ledger has told all of it. */
  async end(): Promise<void> {
    await this.play({ does: 'apply' })
    await this.play({ does: 'apply' })
    const { ledger } = this.#records
    const verified = await ledger.verify(this.#world.database)
    deepStrictEqual(verified, { intact: true, head: await ledger.head(this.#world.database) })
    const told = (fact: Fact) =>
      `${fact.kind} ${this.#records.ledger.tagOf('record' in fact ? { record: fact.record } : { subject: fact.subject })}`
    const entries: string[] = []
    for await (const page of this.#records.ledger.pages(this.#world.database))
      entries.push(...page.map(({ kind, tag }) => `${kind} ${tag}`))
    deepStrictEqual(entries.toSorted(), this.#model.log.map(told).toSorted())
  }

  async #make(kind: ModelRecord['kind'], number: number): Promise<void> {
    const { clock, database, left } = this.#world
    const [id, at] = [newId(clock.now()), clock.now()]
    const addressIndex = `i1.person-${number}` as BlindIndex
    await database.transaction(async (transaction) => {
      await this.#records.subjects.open(transaction, { id, kind, addressIndex, at })
      if (kind === 'account') {
        const service = transaction.for('service')
        await service.insertInto('account').values({ id, record_id: id, name: 'name', email: 'email' }).execute()
        const visit = { id, record_id: id, account_id: id, place: 'place', count: 1 }
        await transaction.for('improvement').insertInto('account_visit').values(visit).execute()
      } else if (kind === 'purchase') {
        const service = transaction.for('service')
        await service.insertInto('purchase').values({ id, record_id: id, goods: 'goods' }).execute()
        await service.insertInto('purchase_step').values({ id, record_id: id, step: 'paid' }).execute()
      } else {
        const row = { id, record_id: id, email: 'email' }
        await transaction.for('newsletter').insertInto('subscription').values(row).execute()
        await this.#records.facts.note(transaction, [yes(id, at)])
      }
      await transaction.for('letters').insertInto('letter').values({ id, record_id: id, address: 'address' }).execute()
    })
    for (const category of [...(sampleKinds.kinds[kind]?.categories ?? []), 'letter'])
      left.add({ record: id, category })
    const subject = await database.transaction((transaction) => this.#records.subjects.find(transaction, addressIndex))
    this.#model.make(id, kind, subject ?? '', at)
    if (kind === 'subscription') this.#model.note(yes(id, at))
  }

  #factsOf(step: Exclude<Step, { does: 'make' | 'wait' | 'apply' | 'dump' | 'restore' | 'crash' }>): Fact[] {
    const at = this.#world.clock.now()
    const records = [...this.#model.records.values()].filter(({ subject }) => subject !== null)
    const pick = (number: number) => records[number % Math.max(records.length, 1)]
    switch (step.does) {
      case 'event': {
        const record = pick(step.record)
        return record === undefined ? [] : [{ kind: 'event', record: record.id, event: step.event, at }]
      }
      case 'answer': {
        const record = pick(step.record)
        return record === undefined ? [] : [{ ...yes(record.id, at), given: step.given }]
      }
      case 'object': {
        const record = pick(step.record)
        return record === undefined ? [] : [{ kind: 'objection', record: record.id, purpose: step.purpose, at }]
      }
      case 'decide': {
        const pending = this.#model.pendingObjections()
        const one = pending[step.which % Math.max(pending.length, 1)]
        return one === undefined ? [] : [{ kind: 'decision', ...one, outcome: step.outcome, at }]
      }
      case 'hold': {
        const chosen = [...new Set(step.records.flatMap((number) => pick(number)?.id ?? []))]
        const hold = newId(at)
        const reviewBy = new Date(at.getTime() + 86_400_000)
        const kept = {
          kind: 'hold',
          hold,
          categories: [step.category],
          ground: '17-3-e',
          owner: 'legal',
          reviewBy,
          at,
        } as const
        return chosen.map((record) => ({ ...kept, record }))
      }
      case 'release': {
        const holds = this.#model.holds()
        const hold = holds[step.which % Math.max(holds.length, 1)]
        const held = records.filter(({ facts }) => facts.some((fact) => fact.kind === 'hold' && fact.hold === hold))
        return hold === undefined ? [] : held.map(({ id }) => ({ kind: 'hold.released', record: id, hold, at }))
      }
      default:
        return this.#personal(step.does, step.person, at)
    }
  }

  #personal(does: 'erase' | 'restrict' | 'tell' | 'lift', number: number, at: Date): Fact[] {
    const subjects = [...this.#model.restrictions.keys()]
    const subject = subjects[number % Math.max(subjects.length, 1)]
    if (subject === undefined) return []
    if (does === 'erase')
      return [...this.#model.records.values()]
        .filter((record) => record.subject === subject)
        .map(({ id }) => ({ kind: 'erasure', record: id, at }))
    if (does === 'restrict') return [{ kind: 'restriction', subject, restriction: newId(at), ground: '18-1-a', at }]
    const open = this.#model.restrictions
      .get(subject)
      ?.find(({ told, liftedAt }) => (does === 'tell' ? !told : told && liftedAt === undefined))
    if (open === undefined) return []
    return [{ kind: does === 'tell' ? 'restriction.told' : 'restriction.lifted', subject, restriction: open.id, at }]
  }

  async #note(facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return
    await this.#world.database.transaction((transaction) => this.#records.facts.note(transaction, facts))
    for (const fact of facts) this.#model.note(fact)
  }

  async #applied(wholly: boolean): Promise<void> {
    const now = this.#world.clock.now()
    this.#model.judge(now)
    this.#model.finish(now)
    await this.#compare(wholly)
  }

  async #restore(): Promise<void> {
    const dump = this.#dumps.at(-1)
    if (dump === undefined) return
    // The copy of the ledger is as new as the last look at what is due.
    await this.#records.follow()
    await dump.restore()
    this.#restored = true
    this.#model.restored(dump.model.clone())
    this.#records = await this.#world.start()
    await this.#applied(true)
  }

  /** Cuts something short, as the end of the process would. What had been committed by then, has happened. */
  async #crash({ at, when, during, person: number }: Extract<Step, { does: 'crash' }>): Promise<void> {
    if (during === 'apply') return this.#crashApplying(at, when)
    if (during === 'restore') return this.#crashRestoring(at, when)
    const facts = this.#personal('erase', number, this.#world.clock.now())
    if (facts.length === 0) return
    const { commits } = await this.#cutShort(at, when, () =>
      this.#world.database.transaction((transaction) => this.#records.facts.note(transaction, facts)),
    )
    if (commits > 0) for (const fact of facts) this.#model.note(fact)
  }

  async #crashApplying(at: number, when: 'before' | 'after'): Promise<void> {
    const { commits, crashed } = await this.#cutShort(at, when, () => this.#records.apply.due())
    const now = this.#world.clock.now()
    if (commits > 0) this.#model.judge(now)
    if (commits > 1 || !crashed) this.#model.finish(now)
    await this.#compare(false)
  }

  async #crashRestoring(at: number, when: 'before' | 'after'): Promise<void> {
    const dump = this.#dumps.at(-1)
    if (dump === undefined) return
    await this.#records.follow()
    await dump.restore()
    this.#restored = true
    this.#model.restored(dump.model.clone())
    await this.#cutShort(at, when, () => this.#world.start())
    // Whatever was cut short, the next start goes on with it.
    this.#records = await this.#world.start()
    await this.#applied(true)
  }

  async #cutShort(at: number, when: 'before' | 'after', work: () => Promise<unknown>) {
    const { crashes } = this.#world
    crashes.arm(at, when)
    try {
      await work()
      return { commits: crashes.commits, crashed: false }
    } catch (error) {
      // The code says it in its own words, where it had to.
      if (!(error instanceof Crash) && !(error instanceof Error && 'code' in error)) throw error
      return { commits: crashes.commits, crashed: true }
    } finally {
      crashes.disarm()
    }
  }

  /** Cells, rows and persons are the model's; where nothing is half done, states, keys and files are too. */
  async #compare(wholly: boolean): Promise<void> {
    const [found] = await this.#world.owner(snapshot)
    const now = this.#world.clock.now()
    const model = [...this.#model.records.values()]
    const held = Object.fromEntries(model.map((one) => [one.id, cellsOf(one)]))
    deepStrictEqual(JSON.parse(String(found?.['cells'])), held)
    const subjects = new Set(model.flatMap(({ subject }) => subject ?? []))
    deepStrictEqual(JSON.parse(String(found?.['subjects'])), [...subjects].toSorted())
    if (!wholly) return
    const states = model.map((one) => [one.id, stateOf(one, this.#model.fatesOf(one, now))])
    const barred = model.map((one) => [one.id, this.#model.barred(one, now)])
    deepStrictEqual(JSON.parse(String(found?.['barred'])), Object.fromEntries(barred))
    deepStrictEqual(JSON.parse(String(found?.['states'])), Object.fromEntries(states))
    this.#compareLeftovers(model)
  }

  #compareLeftovers(model: readonly ModelRecord[]): void {
    const { keys, files } = this.#world.left
    for (const record of model) {
      for (const category of [...(sampleKinds.kinds[record.kind]?.categories ?? []), 'letter']) {
        const name = `${record.id} ${category}`
        const there = { name, key: keys.has(name), file: files.has(name) }
        if (record.gone.has(category)) deepStrictEqual(there, { name, key: false, file: false })
        else if (!this.#restored) deepStrictEqual(there, { name, key: true, file: true })
      }
    }
    if (this.#restored) return
    const there = new Set(model.map(({ id }) => id))
    const orphans = [...keys, ...files].filter((name) => !there.has(name.split(' ')[0] ?? ''))
    deepStrictEqual(orphans, [])
  }
}

function yes(record: string, at: Date) {
  return { kind: 'consent', record, consent: 'news', given: true, at } as const
}

/** What the tables should have of a record: each cell, null where it is cleared, nothing where the row is deleted. */
function cellsOf({ kind, gone }: ModelRecord): Record<string, string | null> {
  const deleted = (category: string) => gone.get(category)?.outcome === 'delete'
  const cell = (name: string, category: string) => ({ [name]: gone.has(category) ? null : name })
  const letter = deleted('letter') ? {} : { address: 'address' }
  if (kind === 'subscription') return { ...letter, ...(deleted('newsletter') ? {} : { email: 'email' }) }
  if (kind === 'purchase') return { ...letter, step: 'paid', ...(deleted('order') ? {} : { goods: 'goods' }) }
  const account =
    deleted('profile') && deleted('contact') ? {} : { ...cell('name', 'profile'), ...cell('email', 'contact') }
  return { ...letter, ...account, ...(deleted('usage') ? {} : cell('place', 'usage')) }
}

function stateOf({ kind, gone }: ModelRecord, fates: readonly { state: string }[]): string {
  const anonymous = (sampleKinds.kinds[kind]?.categories ?? []).every((category) => gone.has(category))
  return anonymous || fates.some(({ state }) => state === 'in-use') ? 'in-use' : 'restricted'
}

const cells = [
  "select record_id, jsonb_build_object('name', name, 'email', email) as cells from account",
  "select record_id, jsonb_build_object('place', place) from account_visit",
  "select record_id, jsonb_build_object('goods', goods) from purchase",
  "select record_id, jsonb_build_object('step', step) from purchase_step",
  "select record_id, jsonb_build_object('email', email) from subscription",
  "select record_id, jsonb_build_object('address', address) from letter",
  "select id, '{}'::jsonb from record",
].join(' union all ')

const snapshot = `
  with pairs as (
    select c.record_id, p.key, p.value from (${cells}) c left join lateral jsonb_each(c.cells) p on true
  ), whole as (
    select record_id, coalesce(jsonb_object_agg(key, value) filter (where key is not null), '{}') as cells
    from pairs group by record_id
  )
  select (select coalesce(jsonb_object_agg(record_id, cells), '{}')::text from whole) as cells,
    (select coalesce(jsonb_object_agg(id, state), '{}')::text from record) as states,
    (select coalesce(jsonb_object_agg(id, barred), '{}')::text from record) as barred,
    (select coalesce(jsonb_agg(id order by id), '[]')::text from subject) as subjects`
