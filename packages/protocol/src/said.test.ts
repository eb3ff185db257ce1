import { expect, test } from 'vitest'
import { limits } from './limits.ts'
import { SaidState } from './said.ts'

test('the longest state that is allowed fits its envelope, sealed', () => {
  const said = { name: 'x'.repeat(1_024), microphone: false, camera: false, screen: false, hand: false }
  expect(SaidState.safeParse(said).success).toBe(true)
  const sealedBytes = 12 + JSON.stringify(said).length + 16
  expect(3 + Math.ceil((sealedBytes * 4) / 3)).toBeLessThanOrEqual(limits.stateEnvelope)
})
