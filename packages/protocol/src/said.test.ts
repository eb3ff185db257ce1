import { expect, test } from 'vitest'
import { limits } from './limits.ts'
import { SaidKnock, SaidState } from './said.ts'

test('the longest state that is allowed fits its envelope, sealed', () => {
  // Every character takes three bytes of UTF-8 or, escaped in JSON, six.
  const said = {
    name: '\u0001'.repeat(512) + '\uffff'.repeat(512),
    microphone: false,
    camera: false,
    screen: false,
    hand: false,
    participantId: `p_${'A'.repeat(16)}`,
    keepsKey: false,
  }
  expect(SaidState.safeParse(said).success).toBe(true)
  const sealedBytes = 12 + new TextEncoder().encode(JSON.stringify(said)).length + 16
  expect(3 + Math.ceil((sealedBytes * 4) / 3)).toBeLessThanOrEqual(limits.stateEnvelope)
})

test('the longest words at the door that are allowed fit their envelope, sealed', () => {
  const said = { text: '\u0001'.repeat(limits.knockCharacters) }
  expect(SaidKnock.safeParse(said).success).toBe(true)
  const sealedBytes = 12 + new TextEncoder().encode(JSON.stringify(said)).length + 16
  expect(3 + Math.ceil((sealedBytes * 4) / 3)).toBeLessThanOrEqual(limits.knockEnvelope)
})
