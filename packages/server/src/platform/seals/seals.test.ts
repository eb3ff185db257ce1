import { describe, expect, test } from 'vitest'
import { keyPlaces, type TestPlace } from '../../../test/seals/key-places.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import { Personal, reveal } from '../personal.ts'
import { openSeals } from './open-seals.ts'
import type { Cell, Sealed } from './sealed.ts'
import type { Seals } from './seals.ts'

const cellOf = (record: string, column = 'email'): Cell => ({
  table: 'ticket',
  column,
  record,
  category: `contact.${column}`,
})
const refused = (code: string) => expect.objectContaining({ name: 'SealError', code })
const columns = ['name', 'email', 'message']
const categories = columns.map((column) => `contact.${column}`)

describe.each(await keyPlaces())('seals with keys in a %s', (_name, newPlace) => {
  const clock = createTestClock()
  const open = ({ keys, kekFile }: TestPlace): Promise<Seals> => openSeals({ ...keys, kekFile, clock })

  test('what is sealed opens as a personal value, also after a restart', async () => {
    const place = await newPlace()
    const seals = await open(place)
    const sealed = await seals.seal(cellOf('r'), 'ola@person.example')
    const value = await seals.open(cellOf('r'), sealed)
    expect(value).toBeInstanceOf(Personal)
    expect([reveal(value), value.category, String(value)]).toEqual([
      'ola@person.example',
      'contact.email',
      '[contact.email]',
    ])
    await seals.close()
    const again = await open(place)
    expect(reveal(await again.open(cellOf('r'), sealed))).toBe('ola@person.example')
    expect(again.index('contact.email', 'Ola@person.example')).toBe(again.index('contact.email', 'ola@person.example'))
    await again.close()
  })

  test('keys are fetched once for a batch; sealing and opening then wait for nothing', async () => {
    const seals = await open(await newPlace())
    const records = Array.from({ length: 300 }, (_value, n) => `r${n}`)
    const sealer = await seals.forSealing(records, categories)
    const rows = records.map((record) =>
      columns.map((column) => sealer.seal(cellOf(record, column), `${column} of ${record}`)),
    )
    expect((await seals.status()).keys).toBe(900)
    const opener = await seals.forOpening(records, categories)
    rows.forEach((row, n) =>
      row.forEach((value, at) => {
        const column = columns[at] ?? ''
        expect(reveal(opener.open(cellOf(`r${n}`, column), value))).toBe(`${column} of r${n}`)
      }),
    )
    await seals.close()
  })

  test('a moved value is refused: to another column, record or category', async () => {
    const seals = await open(await newPlace())
    const here = cellOf('r')
    const sealed = await seals.seal(here, 'ola@person.example')
    await seals.forSealing(['r', 's'], ['contact.email', 'newsletter.email'])
    for (const there of [
      { ...here, column: 'name' },
      { ...here, table: 'visit' },
    ])
      await expect(seals.open(there, sealed)).rejects.toThrow(refused('seal.refused'))
    // Another key altogether.
    for (const there of [{ ...here, record: 's' }, { ...here, category: 'newsletter.email' }, cellOf('none')])
      await expect(seals.open(there, sealed)).rejects.toThrow(refused('seal.key-gone'))
    await expect(seals.open(here, 'ola@person.example' as Sealed)).rejects.toThrow(refused('seal.malformed'))
    await seals.close()
  })

  test('a record’s keys are destroyed together, a category’s key alone, and nobody else’s', async () => {
    const seals = await open(await newPlace())
    const values = new Map<string, Sealed>()
    for (const record of ['r', 's'])
      for (const column of columns) values.set(record + column, await seals.seal(cellOf(record, column), 'text'))
    const opens = async (record: string, column: string) =>
      seals
        .open(cellOf(record, column), values.get(record + column) ?? ('' as Sealed))
        .then(reveal, (error: { code: string }) => error.code)
    expect(await seals.destroy([{ record: 'r', category: 'contact.email' }])).toBe(1)
    expect(await seals.destroyRecords(['s'])).toBe(3)
    expect(await seals.destroyRecords(['s'])).toBe(0)
    expect(await Promise.all(columns.map((column) => opens('r', column)))).toEqual(['text', 'seal.key-gone', 'text'])
    expect(await Promise.all(columns.map((column) => opens('s', column)))).toEqual(columns.map(() => 'seal.key-gone'))
    await seals.close()
  })

  test('after a destruction the same name gets a fresh key, which opens nothing of before', async () => {
    const seals = await open(await newPlace())
    const before = await seals.seal(cellOf('r'), 'before')
    await seals.destroyRecords(['r'])
    const after = await seals.seal(cellOf('r'), 'after')
    expect(reveal(await seals.open(cellOf('r'), after))).toBe('after')
    await expect(seals.open(cellOf('r'), before)).rejects.toThrow(refused('seal.key-gone'))
    await seals.close()
  })

  test('keys that were handed out end with their destruction, and after half a minute', async () => {
    const seals = await open(await newPlace())
    const sealed = await seals.seal(cellOf('r'), 'text')
    const other = await seals.seal(cellOf('s'), 'text')
    const opener = await seals.forOpening(['r', 's'], ['contact.email'])
    const sealer = await seals.forSealing(['r', 's'], ['contact.email'])
    await seals.destroy([{ record: 'r', category: 'contact.email' }])
    expect(() => opener.open(cellOf('r'), sealed)).toThrow(refused('seal.key-gone'))
    expect(() => sealer.seal(cellOf('r'), 'text')).toThrow(refused('seal.key-gone'))
    expect(reveal(opener.open(cellOf('s'), other))).toBe('text')
    clock.advance(30_001)
    expect(() => opener.open(cellOf('s'), other)).toThrow(refused('seal.keys-expired'))
    expect(() => sealer.seal(cellOf('s'), 'text')).toThrow(refused('seal.keys-expired'))
    await seals.close()
  })

  test('another node opens for half a minute at most, and never seals under a destroyed key', async () => {
    const place = await newPlace()
    const [here, there] = [await open(place), await open(place)]
    const sealed = await here.seal(cellOf('r'), 'text')
    expect(reveal(await there.open(cellOf('r'), sealed))).toBe('text')
    clock.advance(20_000)
    await there.open(cellOf('r'), sealed)
    await here.destroyRecords(['r'])
    const meanwhile = await there.seal(cellOf('r'), 'new')
    expect(reveal(await here.open(cellOf('r'), meanwhile))).toBe('new')
    clock.advance(10_001)
    await expect(there.open(cellOf('r'), sealed)).rejects.toThrow(refused('seal.key-gone'))
    await here.close()
    await there.close()
  })

  test('nodes that make the same keys at once make the same ones', async () => {
    const place = await newPlace()
    const nodes = await Promise.all([open(place), open(place), open(place)])
    const records = Array.from({ length: 50 }, (_value, n) => `r${n}`)
    const sealers = await Promise.all(nodes.map((node) => node.forSealing(records, categories)))
    for (const record of records)
      for (const sealer of sealers)
        for (const node of nodes)
          expect(reveal(await node.open(cellOf(record), sealer.seal(cellOf(record), 'text')))).toBe('text')
    expect((await nodes[0]?.status())?.keys).toBe(150)
    for (const node of nodes) await node.close()
  })

  test('a key without a record is swept after an hour; an empty database sweeps nothing', async () => {
    const seals = await open(await newPlace())
    const all = Array.from({ length: 2_500 }, (_value, n) => `r${n}`)
    const there = new Set(all.filter((_record, n) => n % 10 !== 0))
    const existing = async (records: readonly string[]) => records.filter((record) => there.has(record))
    await seals.forSealing(all, ['contact.email'])
    clock.advance(3_599_000)
    expect(await seals.sweepOrphans(existing)).toBe(0)
    clock.advance(1_001)
    await seals.forSealing(['young'], ['contact.email'])
    expect(await seals.findOrphans(existing)).toHaveLength(250)
    await expect(seals.sweepOrphans(async () => [])).rejects.toThrow(refused('seal.sweep-refused'))
    expect((await seals.status()).keys).toBe(2_501)
    expect(await seals.sweepOrphans(existing)).toBe(250)
    expect((await seals.status()).keys).toBe(2_251)
    expect(await seals.sweepOrphans(async () => [], { force: true })).toBe(2_250)
    await seals.close()
  })

  test('after it was closed, nothing is sealed, opened or indexed', async () => {
    const seals = await open(await newPlace())
    await seals.close()
    await expect(seals.seal(cellOf('r'), 'text')).rejects.toThrow(refused('seal.closed'))
    await expect(seals.forOpening(['r'], ['contact.email'])).rejects.toThrow(refused('seal.closed'))
    expect(() => seals.index('contact.email', 'ola@person.example')).toThrow(refused('seal.closed'))
    expect(() => seals.suppressionHash('ola@person.example')).toThrow(refused('seal.closed'))
  })
})

test('what must not compile', async () => {
  interface Row {
    email: Sealed<'contact.email'>
    email_index: ReturnType<Seals['index']>
  }
  const sealed = {} as Sealed<'contact.email'>
  // @ts-expect-error plain text in a sealed column
  const plain: Row['email'] = 'ola@person.example'
  // @ts-expect-error plain text in a column for look-up
  const index: Row['email_index'] = 'ola@person.example'
  // @ts-expect-error a sealed value is no index
  const mixed: Row['email_index'] = sealed
  // @ts-expect-error another category's value
  const other: Sealed<'newsletter.email'> = sealed
  // @ts-expect-error an opened value is not written back as it is
  const opened: Row['email'] = new Personal('contact.email', 'x')
  const text: string = sealed
  expect([plain, index, mixed, other, opened, text]).toHaveLength(6)
})
