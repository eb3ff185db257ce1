import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../test/db/postgres.ts'
import { openWorld, type World } from '../../../test/records/world.ts'
import { newId } from '../../platform/ids.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import type { Records } from './records.ts'

const server = await startPostgres()
afterAll(() => server?.stop())

describe.each(server === null ? ['embedded'] : ['embedded', 'server'])('on the %s database', (engine) => {
  // After a step is, but for the last, before the next one: where there are two databases, each has one of the two.
  const moments =
    server === null ? (['before', 'after'] as const) : ([engine === 'server' ? 'after' : 'before'] as const)
  let world: World
  let records: Records
  beforeAll(async () => {
    world = await openWorld(engine === 'server' ? ((await server?.createDatabase()) ?? null) : null)
  })
  afterAll(() => world.close())

  const now = () => world.clock.now()

  async function subscribe(person: string): Promise<string> {
    const id = newId(now())
    await world.database.transaction(async (transaction) => {
      const addressIndex = `i1.${person}` as BlindIndex
      await records.subjects.open(transaction, { id, kind: 'subscription', addressIndex, at: now() })
      await transaction
        .for('newsletter')
        .insertInto('subscription')
        .values({ id, record_id: id, email: person })
        .execute()
      await records.facts.note(transaction, [{ kind: 'consent', record: id, consent: 'news', given: true, at: now() }])
    })
    return id
  }

  async function buy(person: string): Promise<string> {
    const id = newId(now())
    await world.database.transaction(async (transaction) => {
      const addressIndex = `i1.${person}` as BlindIndex
      await records.subjects.open(transaction, { id, kind: 'purchase', addressIndex, at: now() })
      await transaction.for('service').insertInto('purchase').values({ id, record_id: id, goods: person }).execute()
      await transaction.for('letters').insertInto('letter').values({ id, record_id: id, address: person }).execute()
      await records.facts.note(transaction, [{ kind: 'event', record: id, event: 'transaction', at: now() }])
    })
    return id
  }

  /** Ola has a subscription and a purchase, and asks for erasure; Kari has the same and doesn’t. */
  async function prepare() {
    await world.reset()
    records = await world.start()
    const ola = [await subscribe('ola'), await buy('ola')]
    const kari = [await subscribe('kari'), await buy('kari')]
    const fill = () => {
      for (const [index, id] of [...ola, ...kari].entries())
        for (const category of index % 2 === 0 ? ['newsletter'] : ['order', 'letter'])
          world.left.add({ record: id, category })
    }
    await records.apply.due()
    return { ola, fill }
  }

  const erase = (ids: readonly string[]) =>
    world.database.transaction((transaction) =>
      records.facts.note(
        transaction,
        ids.map((record) => ({ kind: 'erasure', record, at: now() })),
      ),
    )

  /** What the erasure leaves: Kari’s, and Ola’s purchase, restricted. */
  async function expectErased(): Promise<void> {
    expect(await world.owner('select email from subscription')).toEqual([{ email: 'kari' }])
    expect(await world.owner('select goods, state from purchase join record r on r.id = record_id order by 1')).toEqual(
      [
        { goods: 'kari', state: 'in-use' },
        { goods: 'ola', state: 'restricted' },
      ],
    )
    expect(await world.owner('select address from letter')).toEqual([{ address: 'kari' }])
    expect(await world.owner("select tag from ledger_entry where kind = 'gone'")).toHaveLength(2)
    expect([world.left.keys.size, world.left.files.size]).toEqual([4, 4])
    expect(await records.ledger.verify(world.database)).toMatchObject({ intact: true })
  }

  /** Cuts something short at its first step, its second, and so on until it has no more; gives how many it had. */
  async function atEveryStep(begin: () => Promise<void>, work: () => Promise<unknown>, end: () => Promise<void>) {
    for (let step = 1; ; step += 1) {
      let crashed = false
      for (const when of moments) {
        await begin()
        world.crashes.arm(step, when)
        await work().catch(() => (crashed = true))
        world.crashes.disarm()
        await end()
      }
      if (!crashed) return step - 1
    }
  }

  test('row G03: cut short at any step, erasure is gone on with, and does everything once', async () => {
    const { ola, fill } = await prepare()
    await erase(ola)
    const again = await world.dump()
    const begin = async () => {
      await again()
      fill()
    }
    const end = async () => {
      await records.apply.due()
      await expectErased()
    }
    // Statements, commits, keys and files.
    expect(await atEveryStep(begin, () => records.apply.due(), end)).toBeGreaterThan(30)
  })

  test('row G03: cut short at any step, an erasure that was asked for is done by the next start, and asking again too', async () => {
    const { ola, fill } = await prepare()
    const [row] = await world.owner(`select subject_id from record where id = '${ola[0]}'`)
    const subject = String(row?.['subject_id'])
    const again = await world.dump()
    let asked = false
    const begin = async () => {
      await again()
      rmSync(world.ledgerFile, { force: true })
      fill()
    }
    const end = async () => {
      asked = (await world.owner("select number from ledger_entry where kind = 'erasure'")).length > 0
      records = await world.start()
      if (!asked) await records.erase({ subject }, now())
      await expectErased()
      const { left, entries } = await records.erase({ subject }, now())
      expect(left.flatMap(({ fates }) => fates.map(({ state }) => state))).toEqual(['restricted', 'gone'])
      expect(entries.length).toBeGreaterThan(0)
    }
    expect(await atEveryStep(begin, () => records.erase({ subject }, now()), end)).toBeGreaterThan(40)
  })

  test('row R07: cut short at any step, a restored database catches up, and every hold and erasure is there', async () => {
    const { ola, fill } = await prepare()
    const backup = await world.dump()
    const held = await world.database.transaction((transaction) =>
      records.facts.hold(transaction, {
        records: ola.slice(0, 1),
        categories: ['newsletter'],
        ground: '17-3-e',
        owner: 'legal',
        reviewBy: new Date(now().getTime() + 1),
      }),
    )
    await erase(ola)
    await records.apply.due()
    expect(await world.owner('select email from subscription order by 1')).toEqual([
      { email: 'kari' },
      { email: 'ola' },
    ])
    await records.follow()
    const copy = readFileSync(world.ledgerFile)
    const begin = async () => {
      await backup()
      writeFileSync(world.ledgerFile, copy)
      fill()
    }
    const end = async () => {
      records = await world.start()
      expect(await world.owner('select hold_id from record_hold where released_at is null')).toEqual([
        { hold_id: held },
      ])
      expect(await world.owner('select email from subscription order by 1')).toEqual([
        { email: 'kari' },
        { email: 'ola' },
      ])
      expect(await world.owner('select address from letter')).toEqual([{ address: 'kari' }])
      expect(await world.owner("select state from record where state = 'restricted'")).toHaveLength(2)
    }
    expect(await atEveryStep(begin, () => world.start(), end)).toBeGreaterThan(30)
    await world.database.transaction((transaction) => records.facts.release(transaction, held))
    await records.apply.due()
    expect(await world.owner('select email from subscription')).toEqual([{ email: 'kari' }])
  })

  test('a copy of the ledger that is lost is written again, and a fork of it stops the start', async () => {
    const { ola } = await prepare()
    const backup = await world.dump()
    await erase(ola)
    await records.apply.due()
    await records.follow()
    rmSync(world.ledgerFile)
    await world.start()
    await backup()
    // What another node did before this one saw that the database was older.
    await world.database.transaction((transaction) =>
      records.facts.note(transaction, [{ kind: 'objection', record: ola[1] ?? '', purpose: 'service', at: now() }]),
    )
    await expect(world.start()).rejects.toMatchObject({ code: 'ledger.forked' })
  })

  test('several nodes share what is due, and each thing is done once', async () => {
    const { fill, ola } = await prepare()
    fill()
    const others = await Promise.all(Array.from({ length: 30 }, (_, index) => subscribe(`person ${index}`)))
    await erase([...ola, ...others])
    await Promise.all([1, 2, 3, 4].map(() => records.apply.due()))
    await records.apply.due()
    expect(await world.owner('select email from subscription')).toEqual([{ email: 'kari' }])
    expect(await world.owner('select id from subject')).toHaveLength(2)
    const gone = await world.owner("select tag from ledger_entry where kind = 'gone'")
    expect(gone).toHaveLength(32)
    expect(new Set(gone.map(({ tag }) => tag)).size).toBe(32)
  })

  test('what comes late or twice changes nothing', async () => {
    const { ola } = await prepare()
    const bought = ola[1] ?? ''
    const note = (at: Date) =>
      world.database.transaction((transaction) =>
        records.facts.note(transaction, [
          { kind: 'event', record: bought, event: 'transaction', at },
          { kind: 'erasure', record: bought, at },
          { kind: 'objection', record: bought, purpose: 'service', at: now() },
        ]),
      )
    const [early, late] = [new Date(now().getTime() - 1000), new Date(now().getTime() + 1000)]
    for (const at of [now(), late, early, late]) await note(at)
    const [row] = await world.owner(
      `select (select at from record_event where record_id = '${bought}' and event = 'transaction') as event,
        (select at from record_erasure where record_id = '${bought}') as erasure,
        (select count(*)::int from record_objection where record_id = '${bought}') as objections`,
    )
    expect(row).toEqual({ event: late, erasure: early, objections: 1 })
  })
})
