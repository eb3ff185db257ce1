import { expect, test } from 'vitest'
import { withoutUnlisted } from './unlisted-codecs.ts'

const session = ['v=0', 'o=- 1 0 IN IP4 0.0.0.0', 's=-', 't=0 0']
const audio = ['m=audio 9 UDP/TLS/RTP/SAVPF 109', 'a=rtpmap:109 opus/48000/2', 'a=rtcp-fb:109 transport-cc']
const video = [
  'm=video 0 UDP/TLS/RTP/SAVPF 120 124',
  'a=rtcp-fb:* nack',
  'a=rtpmap:120 VP8/90000',
  'a=fmtp:124 apt=120',
]
const text = (...parts: string[][]) => [...parts.flat(), ''].join('\r\n')

test('what belongs to no listed codec of its section goes, and all else stays as it is', () => {
  const clean = text(session, audio, video)
  expect(withoutUnlisted(clean)).toBe(clean)
  const strays = ['a=rtcp-fb:99 nack', 'a=rtcp-fb:99 nack pli', 'a=fmtp:98 apt=99', 'a=rtpmap:99 AV1/90000']
  expect(withoutUnlisted(text(session, audio, video, strays))).toBe(clean)
  expect(withoutUnlisted(text(session, audio, ['a=rtcp-fb:120 nack'], video))).toBe(clean)
})
