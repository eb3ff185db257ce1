import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutStage, type Place } from './stage-layout.ts'

const close = 0.01

const stage = fc.record({ width: fc.integer({ min: 300, max: 3000 }), height: fc.integer({ min: 240, max: 2000 }) })
const content = fc
  .record({ people: fc.integer({ min: 0, max: 20 }), screens: fc.integer({ min: 0, max: 2 }) })
  .map(({ people, screens }) => ({
    self: 'self',
    others: Array.from({ length: people }, (_, index) => `p${index}`),
    screens: Array.from({ length: Math.min(people, screens) }, (_, index) => `s${index}`),
    invitation: people === 0 ? 'invitation' : null,
  }))

test('everybody and everything has a place within the stage; only a floating tile covers another', () => {
  fc.assert(
    fc.property(stage, content, (size, shown) => {
      const places = layoutStage(size, shown)
      const keys = [
        shown.self,
        ...shown.others,
        ...shown.screens,
        ...(shown.invitation === null ? [] : [shown.invitation]),
      ]
      expect(new Set(places.keys())).toEqual(new Set(keys))
      const list = [...places.values()]
      expect(list.filter((place) => !isWithin(place, size))).toEqual([])
      const still = list.filter((place) => !place.floats)
      expect(still.filter((place, index) => still.slice(index + 1).some((other) => !areApart(place, other)))).toEqual(
        [],
      )
    }),
  )
})

function isWithin({ x, y, width, height }: Place, box: { width: number; height: number }): boolean {
  return x >= -close && y >= -close && x + width <= box.width + close && y + height <= box.height + close
}

function areApart(one: Place, other: Place): boolean {
  return (
    one.x + one.width <= other.x + close ||
    other.x + other.width <= one.x + close ||
    one.y + one.height <= other.y + close ||
    other.y + other.height <= one.y + close
  )
}

test('of two people the other fills the stage and oneself floats small', () => {
  const size = { width: 1416, height: 800 }
  const places = layoutStage(size, { self: 'self', others: ['ada'], screens: [], invitation: null })
  expect(places.get('ada')).toMatchObject({ ...size, floats: false })
  const self = places.get('self')
  expect(self?.floats).toBe(true)
  expect(self?.width).toBeLessThan(size.width / 4)
})

test('a shared screen is larger than anybody', () => {
  fc.assert(
    fc.property(stage, fc.integer({ min: 1, max: 12 }), (size, people) => {
      const others = Array.from({ length: people }, (_, index) => `p${index}`)
      const places = layoutStage(size, { self: 'self', others, screens: ['screen'], invitation: null })
      const screen = places.get('screen')
      for (const key of [...others, 'self']) expect(places.get(key)?.width).toBeLessThanOrEqual(screen?.width ?? 0)
    }),
  )
})
