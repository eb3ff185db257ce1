import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comingsBetween } from './comings.ts'

test('two people of one name are two people', () => {
  const before = new Map([['p1', 'Ola']])
  const now = new Map([
    ['p1', 'Ola'],
    ['p2', 'Ola'],
  ])
  expect(comingsBetween(before, now)).toEqual({ came: ['Ola'], left: [] })
  expect(comingsBetween(now, before)).toEqual({ came: [], left: ['Ola'] })
})

test('who came and who left make up the difference', () => {
  const room = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.string())).map((people) => new Map(people))
  fc.assert(
    fc.property(room, room, (before, now) => {
      const { came, left } = comingsBetween(before, now)
      expect(before.size + came.length - left.length).toBe(now.size)
      expect(comingsBetween(now, now)).toEqual({ came: [], left: [] })
    }),
  )
})
