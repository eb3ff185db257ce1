import { expect } from '../support/fixtures.ts'
import { mediaWorkersOf } from '../support/media-workers.ts'
import type { RunningRelay } from '../support/relay.ts'
import type { RunningServer } from '../support/server.ts'
import { scanMemory } from './memory.ts'
import { keysTakenFrom } from './taken-keys.ts'
import type { TapFiles } from './tap-files.ts'
import type { WatchedCall } from './watched-call.ts'

type Secrets = ReadonlyMap<string, Uint8Array>

/**
 * In the memory of the server and of its media workers stands no key that the people's pages use, nor the link's secret, a
 * name or a word of theirs; what was planted there is found in each spelling.
 */
export function expectOnlyPlanted(server: RunningServer, files: TapFiles, sought: Secrets): void {
  for (const [where, pids] of [
    ['worker', mediaWorkersOf(server.pid)],
    ['server', [server.pid]],
  ] as const) {
    const plants = files.plants(where)
    expect(plants.length, `planted in the ${where}`).toBeGreaterThan(0)
    const planted = plants.map(({ spelling, bytes }) => [`planted as ${spelling}`, bytes] as const)
    const found = pids.flatMap((pid) => scanMemory(pid, new Map([...sought, ...planted])))
    expect(found.filter(({ name }) => sought.has(name))).toEqual([])
    for (const { spelling } of plants) expect(found).toContainEqual({ name: `planted as ${spelling}`, spelling })
  }
}

/** Nor in a relay's, where its own secret is found. */
export function expectOnlyOwnSecret(relay: RunningRelay, sought: Secrets): void {
  const own = ['its own secret', Buffer.from(relay.secret)] as const
  const found = scanMemory(relay.process.pid ?? -1, new Map([...sought, own]))
  expect(found).toEqual([{ name: 'its own secret', spelling: 'raw bytes' }])
}

/** What the pages that are there have used so far, the link's secret, and names and words. */
export async function secretsOf({ people, words }: WatchedCall, link: string): Promise<Secrets> {
  const keys = await keysTakenFrom(people.map(({ page }) => page))
  // Each has a key of their own to send under, and the others' to open with.
  expect(keys.filter(({ what }) => what === 'media').length).toBeGreaterThanOrEqual(people.length)
  return new Map<string, Uint8Array>([
    ...keys.map(({ what, bytes }, at) => [`${what} key ${at} of ${people.length} people`, bytes] as const),
    ['link secret', Buffer.from(link, 'base64url')],
    ['link secret as it is written', Buffer.from(link)],
    ...Object.entries(words).map(([name, word]) => [name, Buffer.from(word)] as const),
  ])
}
