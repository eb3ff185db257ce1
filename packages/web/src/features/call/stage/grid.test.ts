import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf, worthOf, type Rect } from './grid.ts'

const cases = {
  box: fc.record({ width: fc.integer({ min: 160, max: 4000 }), height: fc.integer({ min: 160, max: 3000 }) }),
  count: fc.integer({ min: 1, max: 40 }),
  options: fc
    .record({
      minAspect: fc.double({ min: 0.5, max: 1.3, noNaN: true }),
      maxAspect: fc.double({ min: 1.4, max: 2, noNaN: true }),
    })
    .map((aspects) => ({ gap: 2, ...aspects })),
}
const close = 1e-6

function overlap(one: Rect, other: Rect): boolean {
  return (
    one.x + one.width > other.x + close &&
    other.x + other.width > one.x + close &&
    one.y + one.height > other.y + close &&
    other.y + other.height > one.y + close
  )
}

function isWithin({ x, y, width, height }: Rect, box: { width: number; height: number }): boolean {
  return x >= -close && y >= -close && width > 0 && x + width <= box.width + close && y + height <= box.height + close
}

test('every tile is placed, within the box, in one size and an allowed shape, and none covers another', () => {
  fc.assert(
    fc.property(cases.box, cases.count, cases.options, (box, count, options) => {
      const tiles = gridOf(box, count, options)
      expect(tiles).toHaveLength(count)
      expect(tiles.filter((tile) => !isWithin(tile, box))).toEqual([])
      expect(new Set(tiles.map(({ width, height }) => `${width} ${height}`)).size).toBe(1)
      const aspect = (tiles[0]?.width ?? 0) / (tiles[0]?.height ?? 1)
      expect(aspect).toBeGreaterThanOrEqual(options.minAspect - close)
      expect(aspect).toBeLessThanOrEqual(options.maxAspect + close)
      const covered = tiles.filter((tile, index) => tiles.slice(index + 1).some((other) => overlap(tile, other)))
      expect(covered).toEqual([])
    }),
  )
})

test('one more person never makes the tiles better', () => {
  const worth = (tiles: Rect[]) => worthOf(tiles[0] ?? { width: 0, height: 0 })
  fc.assert(
    fc.property(cases.box, cases.count, cases.options, (box, count, options) => {
      const now = worth(gridOf(box, count, options))
      expect(worth(gridOf(box, count + 1, options))).toBeLessThanOrEqual(now * (1 + close))
    }),
  )
})

test('nobody takes no room', () => {
  expect(gridOf({ width: 800, height: 600 }, 0, { gap: 8, minAspect: 1, maxAspect: 2 })).toEqual([])
})

test.each([
  ['four in a wide window', { width: 1416, height: 800 }, 4, [2, 2]],
  ['five in a wide window', { width: 1416, height: 800 }, 5, [3, 2]],
  ['five on a phone', { width: 374, height: 732 }, 5, [2, 3]],
  ['seven in a wide window', { width: 1416, height: 788 }, 7, [4, 2]],
  ['two on a phone', { width: 374, height: 690 }, 2, [1, 2]],
  ['two on a phone turned', { width: 828, height: 290 }, 2, [2, 1]],
] as const)('%s: columns and rows', (_, box, count, expected) => {
  const tiles = gridOf(box, count, { gap: 8, minAspect: 0.75, maxAspect: 16 / 9 })
  const rows = new Set(tiles.map((tile) => Math.round(tile.y))).size
  expect([Math.ceil(count / rows), rows]).toEqual(expected)
})
