import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHeader, encodeHeader } from './header.ts'

const number = fc.oneof(fc.nat(300), fc.maxSafeNat())

test('what is encoded is decoded, whatever follows', () => {
  fc.assert(
    fc.property(number, number, fc.uint8Array({ maxLength: 20 }), (kid, counter, rest) => {
      const header = encodeHeader(kid, counter)
      expect(decodeHeader(Uint8Array.from([...header, ...rest]))).toEqual({ kid, counter, length: header.length })
    }),
  )
})

test('a header cut short is none', () => {
  fc.assert(
    fc.property(number, number, fc.nat(), (kid, counter, cut) => {
      const header = encodeHeader(kid, counter)
      expect(decodeHeader(header.subarray(0, cut % header.length))).toBeNull()
    }),
  )
})

test('each header is written in one way only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (data) => {
      const header = decodeHeader(data)
      if (header) expect(encodeHeader(header.kid, header.counter)).toEqual(data.slice(0, header.length))
    }),
    { numRuns: 2_000 },
  )
})

test('no other number is encoded', () => {
  for (const wrong of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => encodeHeader(wrong, 0)).toThrow(RangeError)
})
