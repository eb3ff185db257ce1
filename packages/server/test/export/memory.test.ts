import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/platform/ids.ts'
import { openExportWorld, type ExportWorld } from './people.ts'
import { unzip } from './unzip.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

let world: ExportWorld
beforeAll(async () => {
  world = await openExportWorld()
})
afterAll(() => world.close())

/** Somebody with so many letters of a thousand messages each. */
async function addWriter(letters: number): Promise<string> {
  const subject = newId()
  const statements = [`insert into subject (id) values ('${subject}')`]
  for (let letter = 0; letter < letters; letter += 1) {
    const record = newId()
    const cell = { table: 'ticket_message', column: 'body', record, category: 'correspondence' }
    const body = await world.seals.seal(cell, `Message of letter ${letter}, long enough to weigh something`)
    statements.push(
      `insert into record (id, kind, subject_id) values ('${record}', 'ticket', '${subject}')`,
      `insert into ticket_message select gen_random_uuid(), '${record}', 'in', '${body}', now(), null from generate_series(1, 1000)`,
    )
  }
  await world.owner(statements.join(';\n'))
  return subject
}

function alive(): number {
  collect()
  return process.memoryUsage().heapUsed
}

/** What is alive at most beyond what was before, in bytes, while an export is taken; and what was taken. */
async function take(packed: AsyncIterable<Uint8Array>): Promise<{ most: number; parts: Uint8Array[] }> {
  const parts: Uint8Array[] = []
  const before = alive()
  let most = 0
  for await (const part of packed) {
    // Compressed bytes lie outside the heap that is measured.
    parts.push(part)
    if (parts.length % 16 === 0) most = Math.max(most, alive() - before)
  }
  return { most: Math.max(most, alive() - before), parts }
}

async function* from(parts: readonly Uint8Array[]) {
  yield* parts
}

test(
  '50,000 rows of one person pass through in a small part of the memory that they would take',
  {
    timeout: 280_000,
  },
  async () => {
    const at = world.clock.now()
    const pack = (subject: string) => world.exports().pack(subject, { language: 'en', what: 'everything', at })
    const small = await addWriter(1)
    const big = await addWriter(50)
    await take(pack(small))
    const { most, parts } = await take(pack(big))
    const before = alive()
    const data = JSON.parse((await unzip(from(parts))).get('data.json') ?? '') as { tables: Record<string, unknown[]> }
    // The same measure sees them where they are held.
    const held = alive() - before
    expect(data.tables['ticket_message']).toHaveLength(50_000)
    expect(most).toBeLessThan(held / 5)
  },
)
