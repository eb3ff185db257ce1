import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { aroundStore } from '../../../test/seals/failing-parts.ts'
import { createTestClock } from '../../../test/test-clock.ts'
import { reveal } from '../personal.ts'
import { createSeals } from './create-seals.ts'
import { openKeyFile } from './folder/key-file.ts'
import { openKekFile } from './kek-file.ts'
import type { KeyStore } from './key-store.ts'
import { SealError } from './seal-error.ts'
import type { Cell, Sealed } from './sealed.ts'
import type { Seals } from './seals.ts'

const root = mkdtempSync(path.join(tmpdir(), 'samtale-interleavings-'))
afterAll(() => rmSync(root, { recursive: true }))

const cellOf = (record: string): Cell => ({ table: 'ticket', column: 'email', record, category: 'contact.email' })
const node = fc.constantFrom(0, 1)
const kept = fc.constantFrom('kept 1', 'kept 2', 'kept 3')
const erased = fc.constantFrom('erased 1', 'erased 2')
const deed = fc.oneof(
  fc.record({ does: fc.constant('rotate' as const), node }),
  fc.record({ does: fc.constant('seal' as const), node, record: fc.oneof(kept, erased) }),
  fc.record({ does: fc.constant('open' as const), node, record: kept }),
  fc.record({ does: fc.constant('destroy' as const), node, record: erased }),
)

/** The key store of a folder without a thread of its own. */
function openHere(folder: string): KeyStore {
  const file = openKeyFile(folder)
  return {
    state: async () => file.state(),
    changeState: async (change) => {
      const { state, behind } = file.beginChange()
      try {
        file.endChange(change(state, behind))
      } finally {
        file.cancelChange()
      }
    },
    add: async (...values) => file.add(...values),
    read: async (names) => file.read(names),
    listBehind: async (...values) => file.listBehind(...values),
    rewrap: async (...values) => file.rewrap(...values),
    destroy: async (names) => file.destroy(names),
    destroyRecords: async (records, madeBefore) => file.destroyRecords(records, madeBefore ?? null),
    listRecords: async (...values) => file.listRecords(...values),
    count: async () => file.count(),
    countBehind: async () => file.countBehind(),
    copy: async () => file.copy(),
    replace: async (copy) => file.replace(copy),
    close: async () => file.close(),
  }
}

const sealError = (error: unknown): SealError => (error instanceof SealError ? error : expect.fail(String(error)))

test(
  'in every order of the steps of rotations, seals, openings and destructions on two nodes, nothing kept is lost',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(deed, { minLength: 2, maxLength: 9 }), async (scheduler, deeds) => {
        const folder = mkdtempSync(path.join(root, 'k-'))
        const kekFile = path.join(folder, 'epoch-keys.json')
        let free = true
        const openNode = async (): Promise<Seals> => {
          const store = aroundStore(openHere(folder), async (name, step) => {
            if (!free) await scheduler.schedule(Promise.resolve(), name)
            return step()
          })
          const parts = { store, file: openKekFile(kekFile), clock: createTestClock() }
          return createSeals({ ...parts, log: null, rotationDays: 14 })
        }
        const nodes = [await openNode(), await openNode()]
        const values: { record: string; value: Sealed; text: string }[] = []
        const sealOn = async (seals: Seals | undefined, record: string, text: string) => {
          const value = await seals?.seal(cellOf(record), text).catch((error: unknown) => {
            // A destruction came between, again and again: told, and nothing was written.
            expect(['seal.key-gone', 'seal.busy']).toContain(sealError(error).code)
          })
          if (value !== undefined) values.push({ record, value, text })
        }
        for (const record of ['kept 1', 'kept 2', 'kept 3', 'erased 1', 'erased 2'])
          await sealOn(nodes[0], record, `first of ${record}`)
        const before = [...values]
        const destroyed = new Set<string>()
        free = false
        const work = deeds.map(async (one, n) => {
          const seals = nodes[one.node]
          if (one.does === 'rotate') await seals?.rotate({ force: true })
          else if (one.does === 'seal') await sealOn(seals, one.record, `text ${n}`)
          else if (one.does === 'destroy') {
            await seals?.destroyRecords([one.record])
            destroyed.add(one.record)
          } else {
            const { value, text } = before.find(({ record }) => record === one.record) ?? expect.fail()
            expect(await seals?.open(cellOf(one.record), value).then(reveal)).toBe(text)
          }
        })
        await scheduler.waitFor(Promise.all(work))
        free = true
        const late = await openNode()
        await late.rotate()
        expect((await late.status()).behind).toBe(0)
        for (const { record, value, text } of values) {
          const found = await late.open(cellOf(record), value).then(reveal, (error: unknown) => sealError(error).code)
          if (!destroyed.has(record)) expect(found).toBe(text)
          else if (before.some((one) => one.value === value)) expect(found).toBe('seal.key-gone')
          else expect([text, 'seal.key-gone']).toContain(found)
        }
        for (const seals of [...nodes, late]) await seals.close()
        rmSync(folder, { recursive: true })
      }),
      { numRuns: 60 },
    )
  },
)
