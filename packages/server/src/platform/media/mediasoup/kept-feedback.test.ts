import { ortc } from 'mediasoup'
import { expect, test } from 'vitest'
import { routerCodecs } from '../codecs.ts'
import { giveCapabilities } from '../rtp-types.ts'
import { withoutCongestionFeedback } from './kept-feedback.ts'

test('what a worker built here never sends is not promised, and nothing else is lost', () => {
  const all = giveCapabilities(ortc.generateRouterRtpCapabilities(routerCodecs))
  const kept = withoutCongestionFeedback(all)
  expect(JSON.stringify(all)).toMatch(/transport-cc.*transport-wide-cc/)
  expect(JSON.stringify(kept)).not.toMatch(/transport-cc|goog-remb|transport-wide-cc|abs-send-time/)
  expect(kept.codecs?.map(({ mimeType }) => mimeType)).toEqual(all.codecs?.map(({ mimeType }) => mimeType))
  expect(JSON.stringify(kept)).toMatch(/"nack".*"pli".*ssrc-audio-level/s)
})
