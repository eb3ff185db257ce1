import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './ids.ts'

test('an identifier is a UUID of version 7 that tells when it was made', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true }), (now) => {
      const id = newId(now)
      expect(z.uuidv7().safeParse(id).success).toBe(true)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime())
    }),
  )
})

test('identifiers made in the same millisecond differ, and later ones sort later', () => {
  const now = new Date('2026-06-01T09:00:00Z')
  const sameTime = Array.from({ length: 1_000 }, () => newId(now))
  expect(new Set(sameTime).size).toBe(1_000)
  const later = newId(new Date(now.getTime() + 1))
  expect(sameTime.every((id) => id < later)).toBe(true)
})
