import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeParameters } from './rtp-types.ts'

test('a bitrate becomes what can be written: a whole number, not below nothing', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (maxBitrate) => {
      const [encoding] = takeParameters({ codecs: [], encodings: [{ ssrc: 1, maxBitrate }] }).encodings ?? []
      expect(Number.isSafeInteger(encoding?.maxBitrate)).toBe(true)
      expect(encoding?.maxBitrate).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('the rest stays as it was, and the caller’s object too', () => {
  const given = {
    mid: '1',
    codecs: [],
    encodings: [{ rid: 'q', maxBitrate: 1.5, scaleResolutionDownBy: 4 }, { rid: 'f' }],
  }
  const before = structuredClone(given)
  expect(takeParameters(given)).toEqual({
    mid: '1',
    codecs: [],
    encodings: [{ rid: 'q', maxBitrate: 2, scaleResolutionDownBy: 4 }, { rid: 'f' }],
  })
  expect(given).toEqual(before)
})
