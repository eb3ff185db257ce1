import { slots } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directEncoding, layerFor, routerEncodings } from './encodings.ts'

const peers = fc.integer({ min: 1, max: 10 })
const height = fc.integer({ min: 90, max: 2_160 })

test('more people never mean more for each, nor more than two megabits in all', () => {
  fc.assert(
    fc.property(peers, height, (count, lines) => {
      const now = directEncoding('camera', count, lines)
      const more = directEncoding('camera', count + 1, lines)
      expect(more?.maxBitrate).toBeLessThanOrEqual(now?.maxBitrate ?? 0)
      expect(more?.scaleResolutionDownBy).toBeGreaterThanOrEqual(now?.scaleResolutionDownBy ?? 99)
      if (count <= 3) expect((now?.maxBitrate ?? 0) * count).toBeLessThanOrEqual(2_000_000)
    }),
  )
})

test('pictures are made smaller, never larger, and not below 180 lines', () => {
  fc.assert(
    fc.property(peers, height, (count, lines) => {
      const scale = directEncoding('camera', count, lines)?.scaleResolutionDownBy ?? 0
      expect(scale).toBeGreaterThanOrEqual(1)
      if (lines >= 180) expect(lines / scale).toBeGreaterThanOrEqual(180 - 1e-9)
      for (const layer of routerEncodings('camera', lines))
        expect(layer.scaleResolutionDownBy).toBeGreaterThanOrEqual(1)
    }),
  )
})

test('a camera of 720 lines goes to one other whole, to two at 480 lines, to three at 360', () => {
  expect([1, 2, 3].map((count) => 720 / (directEncoding('camera', count)?.scaleResolutionDownBy ?? 0))).toEqual([
    720, 480, 360,
  ])
})

test('the router gets a camera in two layers, the small one first, and everything else in one', () => {
  expect(routerEncodings('camera')).toEqual([
    { maxBitrate: 150_000, scaleResolutionDownBy: 4, maxFramerate: 24 },
    { maxBitrate: 500_000, scaleResolutionDownBy: 2, maxFramerate: 24 },
  ])
  for (const slot of slots) if (slot !== 'camera') expect(routerEncodings(slot).length).toBeLessThan(2)
})

test('of a small picture the router gets one layer, whole', () => {
  expect(routerEncodings('camera', 180)).toEqual([{ maxBitrate: 500_000, scaleResolutionDownBy: 1, maxFramerate: 24 }])
})

test('a wide tile is worth the large layer, on a fine screen sooner', () => {
  expect([layerFor(320, 1), layerFor(640, 1), layerFor(320, 2)]).toEqual([0, 1, 1])
})
