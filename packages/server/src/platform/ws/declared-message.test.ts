import { expect, test } from 'vitest'
import { declaredMessage, type Outgoing } from './declared-message.ts'

const from = 'p_0123456789abcdef'
const said = { seq: 1, type: 'group.said', from, message: 'aGk' } as const

/** As code would that the compiler doesn't see. */
function sent(message: object) {
  const declared = declaredMessage(message as Outgoing)
  return declared === null ? null : { ...declared, text: JSON.parse(declared.text) as unknown }
}

test('a message of the protocol is sent as it is', () => {
  expect(sent(said)).toEqual({ text: said, whole: true })
  expect(sent({ re: 3, to: 'publish', ok: { publicationId: 'a' } })).toEqual({
    text: { re: 3, ok: { publicationId: 'a' } },
    whole: true,
  })
  const refusal = { re: null, error: { code: 'rate.exceeded', retryAfterSeconds: 3 } }
  expect(sent(refusal)).toEqual({ text: refusal, whole: true })
})

test('what the protocol does not declare is left out, however deep', () => {
  const joined = {
    seq: 2,
    type: 'participant.joined',
    participant: { id: from, role: 'guest', stopped: [] },
  } as const
  const leaky = { ...joined, participant: { ...joined.participant, networkAddress: '192.0.2.1' } }
  expect(sent(leaky)).toEqual({ text: joined, whole: false })
  expect(sent({ re: 3, to: 'ping', ok: { address: '192.0.2.1' } })).toEqual({ text: { re: 3, ok: {} }, whole: false })
  expect(sent({ re: 3, error: { code: 'room.full', detail: 'ana' } })).toEqual({
    text: { re: 3, error: { code: 'room.full' } },
    whole: false,
  })
})

test.each([
  [{ ...said, type: 'known.leaked' }],
  [{ ...said, message: 'ana@example.test' }],
  [{ re: 1, to: 'publish', ok: { email: 'ana@example.test' } }],
  [{ re: 1, error: { code: 'ana@example.test' } }],
])('%j is no message of the protocol', (message) => {
  expect(sent(message)).toBeNull()
})
