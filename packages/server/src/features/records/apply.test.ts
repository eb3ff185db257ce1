import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../test/db/postgres.ts'
import { openWorld, type World } from '../../../test/records/world.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { newId } from '../../platform/ids.ts'
import type { Records } from './records.ts'

const server = await startPostgres()
afterAll(() => server?.stop())

const day = 86_400_000
const person = 'i1.person' as BlindIndex

describe.each(server === null ? ['embedded'] : ['embedded', 'server'])('on the %s database', (engine) => {
  let world: World
  let records: Records

  async function open(): Promise<void> {
    world ??= await openWorld(engine === 'server' ? ((await server?.createDatabase()) ?? null) : null)
    await world.reset()
    records = await world.start()
  }
  beforeEach(open)
  afterAll(() => world.close())

  const now = () => world.clock.now()
  const storage = () => world.database.for('storage')

  /** An account with a visit and a letter, sealed and with files. */
  async function account(addressIndex: BlindIndex | null = person): Promise<string> {
    const id = newId(now())
    await world.database.transaction(async (transaction) => {
      await records.subjects.open(transaction, { id, kind: 'account', addressIndex, at: now() })
      await transaction
        .for('service')
        .insertInto('account')
        .values({ id, record_id: id, name: 'Ola', email: 'ola@mail.example' })
        .execute()
      await transaction
        .for('improvement')
        .insertInto('account_visit')
        .values({ id, record_id: id, account_id: id, place: 'Oslo', count: 3 })
        .execute()
      await transaction
        .for('letters')
        .insertInto('letter')
        .values({ id, record_id: id, address: 'ola@mail.example' })
        .execute()
      await records.facts.note(transaction, [{ kind: 'event', record: id, event: 'last-activity', at: now() }])
    })
    for (const category of ['profile', 'contact', 'usage', 'letter']) world.left.add({ record: id, category })
    return id
  }

  async function purchase(): Promise<string> {
    const id = newId(now())
    await world.database.transaction(async (transaction) => {
      await records.subjects.open(transaction, { id, kind: 'purchase', addressIndex: person, at: now() })
      await transaction.for('service').insertInto('purchase').values({ id, record_id: id, goods: 'camera' }).execute()
      await transaction.for('service').insertInto('purchase_step').values({ id, record_id: id, step: 'paid' }).execute()
      await records.facts.note(transaction, [
        { kind: 'event', record: id, event: 'contract-start', at: now() },
        { kind: 'event', record: id, event: 'transaction', at: now() },
      ])
    })
    world.left.add({ record: id, category: 'order' })
    return id
  }

  const note = (...facts: Parameters<Records['facts']['note']>[1]) =>
    world.database.transaction((transaction) => records.facts.note(transaction, facts))
  const rows = async (table: string, record: string) =>
    world.owner(`select * from ${table} where ${table === 'record' ? 'id' : 'record_id'} = '${record}'`)
  const kept = async (record: string) => {
    const [found] = await rows('account', record)
    return { name: found?.['name'], email: found?.['email'] }
  }

  test('row G03: erasure deletes rows, keys, files and the person, and nobody else’s', async () => {
    const [mine, other] = [await account(), await account('i1.other' as BlindIndex)]
    await records.apply.due()
    expect(await rows('record', mine)).toMatchObject([{ state: 'in-use' }])
    await note({ kind: 'erasure', record: mine, at: now() })
    await records.apply.due()
    for (const table of [
      'record',
      'account',
      'account_visit',
      'letter',
      'record_event',
      'record_erasure',
      'record_gone',
    ])
      expect(await rows(table, mine), table).toEqual([])
    expect([...world.left.keys, ...world.left.files].filter((name) => name.startsWith(mine))).toEqual([])
    expect(await world.owner('select subject_id from subject_address')).toHaveLength(1)
    expect(await world.owner('select id from subject')).toHaveLength(1)
    expect(await kept(other)).toEqual({ name: 'Ola', email: 'ola@mail.example' })
    expect(await rows('account_visit', other)).toMatchObject([{ place: 'Oslo' }])
    expect([...world.left.keys].filter((name) => name.startsWith(other))).toHaveLength(4)
  })

  test('row R01: what ends by itself goes when its time comes, cell by cell', async () => {
    const id = await account(null)
    await note({ kind: 'event', record: id, event: 'account-closed', at: now() })
    await records.apply.due()
    // The address waits for a mail that was promised, which the closing doesn’t need: its cap is years away.
    expect(await kept(id)).toEqual({ name: 'Ola', email: 'ola@mail.example' })
    world.clock.advance(30 * day - 1)
    await records.apply.due()
    expect((await kept(id)).name).toBe('Ola')
    world.clock.advance(1)
    await records.apply.due()
    expect((await kept(id)).name).toBeNull()
    expect([...world.left.keys].filter((name) => name.startsWith(id)).toSorted()).toEqual(
      ['contact', 'letter', 'usage'].map((category) => `${id} ${category}`).toSorted(),
    )
  })

  test('row R03: a promised mail is queued first, once', async () => {
    const id = await account()
    await note({ kind: 'event', record: id, event: 'account-closed', at: now() })
    await note({ kind: 'objection', record: id, purpose: 'improvement', at: now() })
    await records.apply.due()
    await records.apply.due()
    expect(world.notices).toEqual([`${id} goodbye`])
    world.clock.advance(30 * day - 1)
    await records.apply.due()
    expect((await kept(id)).email).toBe('ola@mail.example')
  })

  test('rows R05, R06, G04: a purchase is kept as long as the law asks, unused, and then goes by itself', async () => {
    const id = await purchase()
    await note({ kind: 'erasure', record: id, at: now() })
    await records.apply.due()
    expect(await rows('record', id)).toMatchObject([{ state: 'restricted' }])
    expect(await rows('purchase', id)).toHaveLength(1)
    expect(await world.database.for('service').selectFrom('purchase').selectAll().execute()).toEqual([])
    expect(await world.database.for('legal-claims').selectFrom('purchase').select('goods').execute()).toEqual([
      { goods: 'camera' },
    ])
    world.clock.advance(Date.parse('2031-12-31T23:00:00Z') - now().getTime() - 1)
    await records.apply.due()
    expect(await rows('purchase', id)).toHaveLength(1)
    world.clock.advance(1)
    await records.apply.due()
    expect([
      ...(await rows('purchase', id)),
      ...(await rows('purchase_step', id)),
      ...(await rows('record', id)),
    ]).toEqual([])
  })

  test('row R07: a hold keeps what it names; without a day of review, a record or an owner there is none', async () => {
    const id = await account()
    const hold = {
      records: [id],
      categories: ['contact'],
      ground: '17-3-e',
      owner: 'legal',
      reviewBy: new Date(now().getTime() + day),
    } as const
    const place = (change: object) =>
      world.database.transaction((transaction) => records.facts.hold(transaction, { ...hold, ...change }))
    await expect(place({ reviewBy: new Date(Number.NaN) })).rejects.toMatchObject({ code: 'hold.review-missing' })
    await expect(place({ reviewBy: now() })).rejects.toMatchObject({ code: 'hold.review-missing' })
    await expect(place({ records: [] })).rejects.toMatchObject({ code: 'hold.empty' })
    await expect(place({ categories: [] })).rejects.toMatchObject({ code: 'hold.empty' })
    await expect(place({ owner: 'Kari Nordmann' })).rejects.toMatchObject({ code: 'hold.owner-invalid' })
    await expect(place({ categories: ['contact', 'contcat'] })).rejects.toMatchObject({ code: 'hold.category-unknown' })
    await expect(place({ records: [id, newId()] })).rejects.toMatchObject({ code: 'record.unknown' })
    const placed = await place({})
    await note({ kind: 'erasure', record: id, at: now() })
    await records.apply.due()
    expect(await kept(id)).toEqual({ name: null, email: 'ola@mail.example' })
    expect(await rows('account_visit', id)).toEqual([])
    await expect(place({ categories: ['profile'] })).rejects.toMatchObject({ code: 'record.unknown' })
    await world.database.transaction((transaction) => records.facts.release(transaction, placed))
    await records.apply.due()
    expect(await rows('record', id)).toEqual([])
    const again = world.database.transaction((transaction) => records.facts.release(transaction, placed))
    await expect(again).rejects.toMatchObject({ code: 'hold.unknown' })
  })

  test('row G05: a restriction hides all that is kept about the person, and is lifted only after they were told', async () => {
    const [id, bought] = [await account(), await purchase()]
    const subject = String((await rows('record', id))[0]?.['subject_id'])
    const restriction = await world.database.transaction((transaction) =>
      records.facts.restrict(transaction, subject, '18-1-a'),
    )
    await records.apply.records([id, bought])
    expect(await world.database.for('service').selectFrom('account').selectAll().execute()).toEqual([])
    expect(await world.database.for('service').selectFrom('purchase').selectAll().execute()).toEqual([])
    const step = (name: 'told' | 'lifted') =>
      world.database.transaction((transaction) => records.facts.restriction(transaction, restriction, name))
    await expect(step('lifted')).rejects.toMatchObject({ code: 'restriction.not-told' })
    await step('told')
    await records.apply.due()
    expect(await world.database.for('service').selectFrom('account').selectAll().execute()).toEqual([])
    await step('lifted')
    await records.apply.due()
    expect(await world.database.for('service').selectFrom('account').select('name').execute()).toEqual([
      { name: 'Ola' },
    ])
    await expect(step('lifted')).rejects.toMatchObject({ code: 'restriction.not-told' })
    await expect(
      world.database.transaction((transaction) => records.facts.restriction(transaction, newId(), 'told')),
    ).rejects.toMatchObject({ code: 'restriction.unknown' })
  })

  test('row G06: a purpose that is objected to no longer sees the record, until the objection is overridden', async () => {
    const id = await account()
    const sees = async (purpose: string, table: 'account' | 'account_visit') =>
      (await world.database.for(purpose).selectFrom(table).select('record_id').execute()).length
    await note({ kind: 'objection', record: id, purpose: 'improvement', at: now() })
    await records.apply.due()
    expect([await sees('improvement', 'account_visit'), await sees('improvement', 'account')]).toEqual([0, 0])
    expect(await sees('service', 'account')).toBe(1)
    const change = world.database
      .for('improvement')
      .updateTable('account_visit')
      .set({ place: 'Bergen' })
      .executeTakeFirst()
    expect((await change).numUpdatedRows).toBe(0n)
    await note({ kind: 'decision', record: id, purpose: 'improvement', outcome: 'overridden', at: now() })
    await records.apply.due()
    expect([await sees('improvement', 'account_visit'), await sees('service', 'account')]).toEqual([1, 1])
    const nothing = note({ kind: 'decision', record: id, purpose: 'improvement', outcome: 'upheld', at: now() })
    await expect(nothing).rejects.toMatchObject({ code: 'record.nothing-to-decide' })
    await note({ kind: 'objection', record: id, purpose: 'improvement', at: new Date(now().getTime() + 1) })
    await note({ kind: 'decision', record: id, purpose: 'improvement', outcome: 'upheld', at: now() })
    world.clock.advance(1)
    await records.apply.due()
    expect(await sees('service', 'account')).toBe(1)
    expect(await rows('account_visit', id)).toEqual([])
  })

  test('row R13: what is made anonymous keeps its rows and is nobody’s', async () => {
    const id = await account()
    await note({ kind: 'event', record: id, event: 'account-closed', at: now() })
    world.clock.advance(8 * 366 * day)
    await records.apply.due()
    expect(await rows('account', id)).toEqual([])
    expect(await rows('account_visit', id)).toMatchObject([{ account_id: null, place: null, count: 3 }])
    expect(await rows('record', id)).toMatchObject([{ subject_id: null, state: 'in-use', next_check_at: null }])
    expect(await world.owner('select id from subject')).toEqual([])
    await storage().updateTable('record').set({ next_check_at: now() }).execute()
    await records.apply.due()
    expect(await rows('record', id)).toMatchObject([{ state: 'in-use', next_check_at: null }])
  })

  test('people are one, whatever they have; and the last record takes them along', async () => {
    const [id, bought] = [await account(), await purchase()]
    const subjects = await world.owner('select distinct subject_id from record')
    expect(subjects).toHaveLength(1)
    const subject = String(subjects[0]?.['subject_id'])
    const found = await world.database.transaction((transaction) => records.subjects.find(transaction, person))
    expect(found).toBe(subject)
    const looked = await records.look.ofSubject(subject, now())
    expect(looked.map(({ record }) => record.id).toSorted()).toEqual([id, bought].toSorted())
    expect(looked.find(({ record }) => record.id === bought)?.fates).toMatchObject([
      { category: 'order', state: 'in-use' },
    ])
    const pages: unknown[] = []
    for await (const page of records.look.all(new Date(now().getTime() + 9 * 366 * day))) pages.push(...page)
    expect(pages).toHaveLength(2)
    await note({ kind: 'erasure', record: id, at: now() })
    await records.apply.due()
    expect(await world.owner('select id from subject')).toHaveLength(1)
  })

  test('another policy has every record looked at again', async () => {
    const id = await account()
    await records.apply.due()
    await storage().updateTable('record').set({ next_check_at: null, state: 'restricted' }).execute()
    records = await world.start()
    expect(await rows('record', id)).toMatchObject([{ state: 'restricted' }])
    await storage().updateTable('record_policy').set({ policy_hash: 'another' }).execute()
    records = await world.start()
    expect(await rows('record', id)).toMatchObject([{ state: 'in-use' }])
  })
})
