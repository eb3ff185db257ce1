import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../test/db/postgres.ts'
import { openWorld, type World } from '../../../test/records/world.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { createLedger, openLedgerFile, type NewEntry } from './index.ts'

const server = await startPostgres()
const folder = mkdtempSync(path.join(tmpdir(), 'samtale-ledger-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server?.stop()
})

const at = new Date('2026-06-01T09:00:00.123Z')
const ledger = createLedger({ index: (category, value) => `i1.${category}.${value}` as BlindIndex })
const erasure = (record: string): NewEntry => ({ kind: 'erasure', at, about: { record }, facts: {} })
const hold = (record: string): NewEntry => {
  const facts = {
    hold: 'h',
    owner: 'legal',
    categories: ['order', 'contact'],
    ground: '17-3-e',
    review: at.toISOString(),
  }
  return { kind: 'hold', at, about: { record }, facts }
}

describe.each(server === null ? ['embedded'] : ['embedded', 'server'])('on the %s database', (engine) => {
  let world: World
  beforeEach(async () => {
    world ??= await openWorld(engine === 'server' ? ((await server?.createDatabase()) ?? null) : null)
    await world.reset()
  })
  afterAll(() => world.close())

  const add = (...entries: NewEntry[]) =>
    world.database.transaction((transaction) => ledger.append(transaction, entries))

  test('entries follow each other, whoever adds them, and tell no id', async () => {
    await add(erasure('one'), hold('two'))
    await Promise.all(Array.from({ length: 8 }, (_, index) => add(erasure(`r${index}`), hold(`r${index}`))))
    const pages: { number: number; tag: string }[] = []
    for await (const page of ledger.pages(world.database)) pages.push(...page)
    expect(pages.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
    const verified = await ledger.verify(world.database)
    expect(verified).toEqual({ intact: true, head: await ledger.head(world.database) })
    expect(pages[0]?.tag).toBe(ledger.tagOf({ record: 'one' }))
    expect(ledger.tagOf({ record: 'one' })).not.toBe(ledger.tagOf({ subject: 'one' }))
  })

  test('an entry of a transaction that is undone never was', async () => {
    await add(erasure('one'))
    const undone = world.database.transaction(async (transaction) => {
      await ledger.append(transaction, [erasure('two')])
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    await add(erasure('three'))
    expect((await ledger.head(world.database))?.number).toBe(2)
  })

  test('nobody changes an entry, takes one away or puts one between, not even the owner', async () => {
    await add(erasure('one'), erasure('two'))
    const statements = [
      "update ledger_entry set kind = 'hold' where number = 1",
      'delete from ledger_entry where number = 2',
      'truncate ledger_entry',
      "insert into ledger_entry select 2, at, kind, tag, facts, hash, 'x' from ledger_entry where number = 1",
      "insert into ledger_entry select 3, at, kind, tag, facts, 'y', 'x' from ledger_entry where number = 1",
    ]
    for (const statement of statements)
      await expect(world.owner(statement), statement).rejects.toThrow(/ledger|duplicate/)
    for (const purpose of ['operation', 'storage', 'legal-claims', 'service']) {
      const db = world.database.for(purpose)
      const denied = { code: 'db.purpose-denied' }
      await expect(db.updateTable('ledger_entry').set({ kind: 'hold' }).execute(), purpose).rejects.toMatchObject(
        denied,
      )
      await expect(db.deleteFrom('ledger_entry').execute(), purpose).rejects.toMatchObject(denied)
    }
    expect(await ledger.verify(world.database)).toMatchObject({ intact: true })
  })

  test('who has broken all of that is found out', async () => {
    await add(erasure('one'), hold('two'), erasure('three'))
    const tampered = [
      "update ledger_entry set facts = '{}' where number = 2",
      "update ledger_entry set at = at + interval '1 ms' where number = 2",
      "update ledger_entry set hash = 'x' where number = 2",
      'delete from ledger_entry where number = 2',
    ]
    for (const change of tampered) {
      const undo = await world.dump()
      await world.owner(`alter table ledger_entry disable trigger user; ${change}`)
      expect(await ledger.verify(world.database), change).toEqual({
        intact: false,
        at: change.startsWith('delete') ? 3 : 2,
      })
      await undo()
    }
  })

  describe('a copy beside the database', () => {
    const copy = (name: string) => {
      const file = path.join(folder, `${engine}-${name}`)
      return { file, open: () => openLedgerFile(file, ledger, world.database) }
    }

    test('has the same entries, and goes on after a line that was cut short', async () => {
      const { file, open } = copy('follow')
      await add(erasure('one'), hold('two'))
      await open().follow()
      await add(erasure('three'))
      const whole = readFileSync(file, 'utf8')
      writeFileSync(file, `${whole}{"number":3,"at":"2026`)
      const again = open()
      await again.follow()
      await add(hold('four'))
      await again.follow()
      await again.follow()
      expect(readFileSync(file, 'utf8').startsWith(whole)).toBe(true)
      expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(4)
      expect(await open().ahead()).toEqual([])
    })

    test('has every entry once, however many ask for it at once', async () => {
      const { file, open } = copy('at-once')
      const one = open()
      await add(erasure('one'), hold('two'))
      await Promise.all([one.follow(), one.follow(), add(erasure('three')), one.follow()])
      await one.follow()
      expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(3)
      expect(await open().ahead()).toEqual([])
    })

    test('tells what a database lacks that was restored', async () => {
      const { open } = copy('ahead')
      expect(await open().ahead()).toEqual([])
      await add(erasure('one'))
      const restore = await world.dump()
      await add(hold('two'), erasure('three'))
      await open().follow()
      await restore()
      const ahead = await open().ahead()
      expect(ahead.map(({ number, kind }) => [number, kind])).toEqual([
        [2, 'hold'],
        [3, 'erasure'],
      ])
      await world.database.transaction((transaction) => ledger.adopt(transaction, ahead))
      expect(await ledger.verify(world.database)).toMatchObject({ intact: true, head: { number: 3 } })
      expect(await open().ahead()).toEqual([])
    })

    test('that was changed, or is another’s, is refused', async () => {
      const { file, open } = copy('refused')
      await add(erasure('one'), erasure('two'))
      await open().follow()
      const whole = readFileSync(file, 'utf8')
      for (const changed of [whole.replace('erasure', 'hold'), whole.slice(whole.indexOf('\n') + 1), `x${whole}`]) {
        writeFileSync(file, changed)
        await expect(open().ahead()).rejects.toMatchObject({ code: 'ledger.damaged' })
      }
      writeFileSync(file, whole)
      await world.reset()
      await add(erasure('three'), erasure('four'), erasure('five'))
      await expect(open().ahead()).rejects.toMatchObject({ code: 'ledger.forked' })
      await expect(open().follow()).rejects.toMatchObject({ code: 'ledger.forked' })
    })
  })
})
