import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FakeConnection } from './fake-connection.ts'
import type { LinkSignal } from './link-generation.ts'
import { createNegotiator, isTimely } from './negotiator.ts'

/** Lets everything that waits for nothing but other promises run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

function side(name: string, polite: boolean, pause: () => Promise<void>) {
  const connection = new FakeConnection(name, pause)
  const outbox: LinkSignal[] = []
  const negotiator = createNegotiator({
    connection,
    polite,
    send: (description) => outbox.push({ kind: 'description', generation: 0, description }),
    agreeable: () => true,
    beforeAnswer: () => expect(connection.signalingState).toBe('have-remote-offer'),
    onStable: () => expect(connection.signalingState).toBe('stable'),
  })
  return { connection, outbox, negotiator }
}

test('whoever offers when, both sides end stable and agreed on the same offer', async () => {
  const step = fc.constantFrom('a offers', 'b offers', 'to a', 'to b')
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 12 }), async (scheduler, steps) => {
      const pause = () => scheduler.schedule(Promise.resolve())
      const a = side('a', true, pause)
      const b = side('b', false, pause)
      const deliver = (from: typeof a, to: typeof a) => {
        const signal = from.outbox.shift()
        if (signal) to.negotiator.receive(signal)
      }
      const act = {
        'a offers': () => a.negotiator.offer(),
        'b offers': () => b.negotiator.offer(),
        'to a': () => deliver(b, a),
        'to b': () => deliver(a, b),
      }
      for (const one of steps) {
        act[one]()
        await settle()
        if (scheduler.count() > 0) await scheduler.waitOne()
      }
      do {
        await scheduler.waitIdle()
        await settle()
        deliver(a, b)
        deliver(b, a)
        await settle()
      } while (scheduler.count() > 0 || a.outbox.length > 0 || b.outbox.length > 0)
      expect(a.connection.signalingState).toBe('stable')
      expect(b.connection.signalingState).toBe('stable')
      expect(a.connection.agreed).toBe(b.connection.agreed)
      if (steps.some((one) => one.endsWith('offers'))) expect(a.connection.agreed).not.toBe('')
    }),
    { numRuns: 80 },
  )
})

test('candidates that come before the description are added after it, in order', async () => {
  const { connection, negotiator } = side('a', true, () => Promise.resolve())
  const candidate = (text: string): LinkSignal => ({
    kind: 'candidate',
    generation: 0,
    candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0 },
  })
  negotiator.receive(candidate('one'))
  negotiator.receive(candidate('two'))
  await settle()
  expect(connection.candidates).toEqual([])
  negotiator.receive({ kind: 'description', generation: 0, description: { type: 'offer', sdp: 'b1' } })
  negotiator.receive(candidate('three'))
  await settle()
  expect(connection.candidates).toEqual(['one', 'two', 'three'])
})

test('a description that the browser refuses leaves the next one to be taken', async () => {
  const { connection, negotiator, outbox } = side('a', true, () => Promise.resolve())
  const answer = (sdp: string): LinkSignal => ({
    kind: 'description',
    generation: 0,
    description: { type: 'answer', sdp },
  })
  negotiator.offer()
  await settle()
  negotiator.receive(answer('something else'))
  negotiator.receive(answer('a1'))
  await settle()
  expect(outbox).toHaveLength(1)
  expect(connection.agreed).toBe('a1')
})

test('an offer that meets one’s own is taken by the polite side alone', () => {
  expect(isTimely('offer', 'have-local-offer', true)).toBe(true)
  expect(isTimely('offer', 'have-local-offer', false)).toBe(false)
  expect(isTimely('offer', 'stable', false)).toBe(true)
  expect(isTimely('answer', 'stable', true)).toBe(false)
  expect(isTimely('pranswer', 'have-local-offer', true)).toBe(false)
})
