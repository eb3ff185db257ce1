import { canonicalRoomName } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { suggestRoomName } from './suggestion.ts'
import { places, qualities, things } from './words.ts'

test('every name that can be suggested is a room name, in its one spelling', () => {
  for (const quality of qualities)
    for (const place of places)
      for (const thing of things) {
        const name = `${quality}-${place}-${thing}`
        expect(canonicalRoomName(name)).toEqual({ ok: true, name })
      }
})

test('suggestions come from the lists and differ', () => {
  const names = new Set(Array.from({ length: 50 }, suggestRoomName))
  expect(names.size).toBeGreaterThan(40)
  for (const name of names) {
    const [quality, place, thing] = name.split('-')
    expect(qualities).toContain(quality)
    expect(places).toContain(place)
    expect(things).toContain(thing)
  }
})

test('no word stands twice', () => {
  const words = [...qualities, ...places, ...things]
  expect(new Set(words).size).toBe(words.length)
})
