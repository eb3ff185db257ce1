import { expect, test } from 'vitest'
import { findBypassed, sentIn, wentBy } from './sender-watch.ts'

test('pictures are counted over all layers, sound by packets that were not sent again', () => {
  const layer = { type: 'outbound-rtp', framesEncoded: 40, framesSent: 40, packetsSent: 90 }
  expect(sentIn([layer, { ...layer, framesSent: 38, framesEncoded: 41 }, { type: 'codec' }])).toEqual({
    frames: 81,
    packets: 180,
  })
  const sound = { type: 'outbound-rtp', packetsSent: 50, retransmittedPacketsSent: 2 }
  expect(sentIn([sound, { type: 'remote-inbound-rtp', packetsSent: 9 }])).toEqual({ frames: 48, packets: 48 })
  expect(sentIn([])).toEqual({ frames: 0, packets: 0 })
})

test('what the worker saw may be more than what left, never less', () => {
  const sent = { frames: 100, packets: 150 }
  expect(wentBy(sent, { seen: 100, passed: 100 })).toBe(false)
  expect(wentBy(sent, { seen: 104, passed: 104 })).toBe(false)
  expect(wentBy(sent, { seen: 99, passed: 99 })).toBe(true)
  expect(wentBy(sent, { seen: 0, passed: 0 })).toBe(true)
})

test('frames that are withheld are no bypass, unless packets leave all the same', () => {
  expect(wentBy({ frames: 100, packets: 0 }, { seen: 100, passed: 0 })).toBe(false)
  expect(wentBy({ frames: 100, packets: 40 }, { seen: 100, passed: 0 })).toBe(true)
})

/** A sender of as much as the watch looks at, that has sent so many frames. */
function sender(id: number, framesSent: number) {
  const reports = new Map([['one', { type: 'outbound-rtp', framesSent, packetsSent: framesSent }]])
  return { id, end: { getStats: () => Promise.resolve(reports) } as Partial<RTCRtpSender> as RTCRtpSender }
}

test('a sender is stopped where the worker never sees its frames, not where it is slow or fails', async () => {
  const senders = [sender(1, 100), sender(2, 100), sender(3, 100), sender(4, 0)]
  const seen = (count: number) => ({ seen: count, passed: count })
  const answers = [[1, seen(100)] as const, [2, seen(60)] as const]
  const later = [...answers.slice(0, 1), [2, seen(130)] as const]
  let asked = 0
  const bypassed = await findBypassed(senders, () => {
    asked += 1
    return Promise.resolve(new Map(asked === 1 ? answers : later))
  })
  expect(bypassed.map(({ id }) => id)).toEqual([3])
  expect(await findBypassed(senders, () => Promise.resolve(null))).toEqual([])
})
