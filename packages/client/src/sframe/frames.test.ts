import { kindOf, slots, type Slot } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metadataOf, type TrackKind } from './clear-bytes.ts'
import { createFrameKey } from './frame-key.ts'
import { createFrameOpener } from './frame-opener.ts'
import { createFrameSealer, type FrameSealer, type SendKey } from './frame-sealer.ts'
import { decodeHeader } from './header.ts'
import { keyIdOf } from './key-id.ts'
import { createReceiveKeys, oldEpochMs } from './receive-keys.ts'
import { suiteOf } from './suites.ts'

const voice: TrackKind = { slot: 'microphone', codec: 'audio/opus' }
const vp8: TrackKind = { slot: 'camera', codec: 'video/VP8' }
const vp9: TrackKind = { slot: 'camera', codec: 'video/vp9' }
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const some = (length = 80) => random(length)

/** Ana, who sends, and somebody who listens to her. */
async function pair(leaf = 2, epoch = 5) {
  let time = 0
  const key: SendKey = { epoch, leaf, baseKey: random(16) }
  const sealer = createFrameSealer()
  const keys = createReceiveKeys(() => time)
  const opener = createFrameOpener(keys)
  await sealer.use(key)
  await keys.install(epoch, [{ leaf, member: 'ana', baseKey: key.baseKey }])
  const wait = (ms: number) => void (time += ms)
  return { sealer, keys, opener, key, wait }
}

async function sealed(sealer: FrameSealer, track: TrackKind, frame = some()) {
  const result = await sealer.seal(track, frame)
  if (result === null) throw new Error('withheld')
  return result
}

test('what Ana sends is what they see: voice, VP8, VP9, at any size', async () => {
  const { sealer, opener } = await pair()
  for (const track of [voice, vp8, vp9]) {
    for (const size of [1, 3, 160, 1_200, 60_000]) {
      const frame = some(size)
      expect(await opener.open({ ...track, member: 'ana' }, await sealed(sealer, track, frame))).toEqual(frame)
    }
  }
  expect(opener.opened).toBe(15)
})

test('row N07: of a frame of VP8 the first byte is readable, and of others nothing', async () => {
  const { sealer } = await pair()
  const frame = some(500)
  const text = (data: Uint8Array) => [...data].join()
  const contains = (whole: Uint8Array, part: Uint8Array) => text(whole).includes(text(part))
  const picture = await sealed(sealer, vp8, frame)
  expect(picture[0]).toBe(frame[0])
  expect(contains(picture, frame.subarray(1, 9))).toBe(false)
  for (const track of [vp9, voice])
    expect(contains(await sealed(sealer, track, frame), frame.subarray(0, 8))).toBe(false)
})

test('any bit changed, cut or added, and the frame is dropped', async () => {
  const { sealer, opener, keys } = await pair()
  const other = createFrameOpener(keys)
  for (const track of [voice, vp8, vp9]) {
    const frame = await sealed(sealer, track)
    await fc.assert(
      fc.asyncProperty(fc.nat(frame.length * 8 - 1), async (bit) => {
        const altered = frame.slice()
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(await other.open({ ...track, member: 'ana' }, altered)).toBeNull()
      }),
      { numRuns: 150 },
    )
    expect(await other.open({ ...track, member: 'ana' }, frame.slice(0, -1))).toBeNull()
    expect(await other.open({ ...track, member: 'ana' }, Uint8Array.from([...frame, 0]))).toBeNull()
    expect(await opener.open({ ...track, member: 'ana' }, frame)).not.toBeNull()
  }
  expect(other.opened).toBe(0)
})

test('without a key nothing is sent and nothing shown', async () => {
  const sealer = createFrameSealer()
  expect(await sealer.seal(voice, some())).toBeNull()
  expect(sealer.withheld['no-key']).toBe(1)
  const { sealer: ana, key } = await pair()
  const opener = createFrameOpener(createReceiveKeys(() => 0))
  expect(await opener.open({ ...voice, member: 'ana' }, await sealed(ana, voice))).toBeNull()
  expect(opener.dropped['no-key']).toBe(1)
  ana.stop()
  expect(await ana.seal(voice, some())).toBeNull()
  await expect(ana.use(key)).rejects.toThrow('once')
  expect(await ana.seal(voice, some())).toBeNull()
})

test('after a stop another group’s keys seal from any epoch on, and none that was used', async () => {
  const { sealer, key } = await pair(2, 5)
  sealer.stop()
  await expect(sealer.use({ ...key, epoch: 9 })).rejects.toThrow('once')
  expect(await sealer.seal(voice, some())).toBeNull()
  await sealer.use({ epoch: 0, leaf: 2, baseKey: random(16) })
  expect(await sealer.seal(voice, some())).not.toBeNull()
})

test('plain frames, an empty one and the Opus silence frame are dropped', async () => {
  const { opener } = await pair()
  for (const frame of [new Uint8Array(), Uint8Array.of(0xf8, 0xff, 0xfe), some(), some(5), new Uint8Array(40)]) {
    for (const track of [voice, vp8, vp9]) expect(await opener.open({ ...track, member: 'ana' }, frame)).toBeNull()
  }
})

test('codecs whose frames cannot be encrypted whole are neither sent nor shown', async () => {
  const { sealer, opener } = await pair()
  const refused = ['video/h264', 'video/av1', 'audio/red', 'audio/pcmu', 'video/rtx', '', 'constructor', 'audio/opus']
  for (const codec of refused) {
    expect(await sealer.seal({ slot: 'camera', codec }, some())).toBeNull()
    expect(await opener.open({ slot: 'camera', codec, member: 'ana' }, some())).toBeNull()
  }
  expect([sealer.withheld.codec, opener.dropped.codec]).toEqual([refused.length, refused.length])
})

test('a frame is shown only as what it was sent as, and only on its sender’s tile', async () => {
  const { sealer, opener } = await pair()
  const picture = await sealed(sealer, vp9)
  expect(await opener.open({ slot: 'screen', codec: 'video/vp9', member: 'ana' }, picture)).toBeNull()
  expect(await opener.open({ slot: 'screen-audio', codec: 'audio/opus', member: 'ana' }, picture)).toBeNull()
  expect(await opener.open({ ...vp9, member: 'bo' }, picture)).toBeNull()
  expect(opener.dropped).toMatchObject({ altered: 2, 'other-sender': 1 })
  expect(await opener.open({ ...vp9, member: 'ana' }, picture)).not.toBeNull()
})

test('what was played once is not played again, also when it comes twice at once', async () => {
  const { sealer, opener } = await pair()
  const frames = await Promise.all(Array.from({ length: 20 }, () => sealed(sealer, voice)))
  const all = await Promise.all([...frames, ...frames].map((frame) => opener.open({ ...voice, member: 'ana' }, frame)))
  expect(all.filter(Boolean)).toHaveLength(20)
  expect(opener.dropped.replayed).toBe(20)
})

test('frames may overtake each other', async () => {
  const { sealer, opener } = await pair()
  const frames = await Promise.all(Array.from({ length: 50 }, () => sealed(sealer, voice)))
  for (const frame of frames.toReversed()) expect(await opener.open({ ...voice, member: 'ana' }, frame)).not.toBeNull()
})

test('old keys open for ten seconds after the next epoch began, then no more', async () => {
  const { sealer, opener, keys, wait } = await pair()
  const old = [await sealed(sealer, voice), await sealed(sealer, voice)] as const
  const key: SendKey = { epoch: 6, leaf: 2, baseKey: random(16) }
  await keys.install(6, [{ leaf: 2, member: 'ana', baseKey: key.baseKey }])
  await sealer.use(key)
  wait(oldEpochMs - 1)
  expect(await opener.open({ ...voice, member: 'ana' }, old[0])).not.toBeNull()
  wait(1)
  expect(await opener.open({ ...voice, member: 'ana' }, old[1])).toBeNull()
  expect(await opener.open({ ...voice, member: 'ana' }, await sealed(sealer, voice))).not.toBeNull()
})

test('who has left is heard no more at once, and who got their leaf is not taken for them', async () => {
  const { sealer, opener, keys } = await pair()
  const frame = await sealed(sealer, voice)
  await keys.install(6, [{ leaf: 2, member: 'bo', baseKey: random(16) }])
  expect(await opener.open({ ...voice, member: 'ana' }, frame)).toBeNull()
  expect(await opener.open({ ...voice, member: 'bo' }, frame)).toBeNull()
})

test('sixteen epochs in a row: frames of the first open still, and none of them counts as forged', async () => {
  const { sealer, opener, keys } = await pair()
  const old = await Promise.all(Array.from({ length: 1_100 }, () => sealed(sealer, voice)))
  const key: SendKey = { epoch: 21, leaf: 2, baseKey: random(16) }
  await keys.install(21, [{ leaf: 2, member: 'ana', baseKey: key.baseKey }])
  await sealer.use(key)
  for (const frame of old) expect(await opener.open({ ...voice, member: 'ana' }, frame)).not.toBeNull()
  expect(await opener.open({ ...voice, member: 'ana' }, await sealed(sealer, voice))).not.toBeNull()
  expect(opener.dropped.altered).toBe(0)
})

test('after a thousand forged frames under one key it opens no more', async () => {
  const { sealer, opener } = await pair()
  const forged = await sealed(sealer, voice)
  forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
  for (let at = 0; at < 1_024; at += 1) await opener.open({ ...voice, member: 'ana' }, forged)
  expect(await opener.open({ ...voice, member: 'ana' }, await sealed(sealer, voice))).toBeNull()
  expect(opener.dropped).toMatchObject({ altered: 1_024, locked: 1 })
})

const step = fc.oneof(
  { weight: 20, arbitrary: fc.record({ act: fc.constant('send' as const), slot: fc.constantFrom(...slots) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('epoch' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('restart' as const) }) },
)

test('no key and counter are ever used twice: over tracks, epochs and restarted workers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 120 }), async (steps) => {
      // The group: gives out each epoch's key once.
      let epoch = 0
      let given = -1
      let sealer = createFrameSealer()
      const used = new Set<string>()
      const pending: Promise<void>[] = []
      const send = async (slot: Slot) => {
        const of = given
        const frame = await sealer.seal(
          { slot, codec: kindOf(slot) === 'audio' ? 'audio/opus' : 'video/vp9' },
          some(30),
        )
        if (frame === null) return
        const header = decodeHeader(frame)
        const nonce = `${of} ${header?.kid} ${header?.counter}`
        expect(used.has(nonce)).toBe(false)
        used.add(nonce)
      }
      for (const { act, ...rest } of steps) {
        if (act === 'send' && 'slot' in rest) pending.push(send(rest.slot))
        if (act === 'send') continue
        await Promise.all(pending.splice(0))
        if (act === 'restart') sealer = createFrameSealer()
        if (act === 'epoch') {
          epoch += 1
          given = epoch
          await sealer.use({ epoch, leaf: 3, baseKey: random(16) })
        }
      }
      await Promise.all(pending)
    }),
    { numRuns: 60 },
  )
})

test('sound costs at most twelve bytes a frame, for fifty people, after hours', async () => {
  const costs = await Promise.all(
    [0, 15, 16, 49].flatMap((leaf) =>
      [0, 7, 8, 255, 65_535, 2 ** 24 - 1, 2 ** 32 - 1].map(async (counter) => {
        const key = await createFrameKey(suiteOf.audio, keyIdOf(1_003, leaf), random(16))
        return (await key.seal(counter, metadataOf(voice, new Uint8Array()), some(80))).length - 80
      }),
    ),
  )
  expect([Math.min(...costs), Math.max(...costs)]).toEqual([6, 11])
})
