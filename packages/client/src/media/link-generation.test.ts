import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstGeneration, judge, pathGenerationOf, startOverSignal, type LinkSignal } from './link-generation.ts'

const description = (generation: number, type: 'offer' | 'answer' | 'rollback' | 'pranswer'): LinkSignal => ({
  kind: 'description',
  generation,
  description: { type, sdp: '' },
})
const candidate = (generation: number): LinkSignal => ({
  kind: 'candidate',
  generation,
  candidate: { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 },
})
const anySignal = fc.oneof(
  fc
    .tuple(fc.nat(5), fc.constantFrom('offer', 'answer', 'rollback', 'pranswer'))
    .map(([g, type]) => description(g, type)),
  fc.nat(5).map(candidate),
)

test('a generation of a later path is higher than every one of an earlier path, and tells its path', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(999_999), (path, made) => {
      expect(pathGenerationOf(firstGeneration(path) + made)).toBe(path)
      expect(firstGeneration(path) + made).toBeLessThan(firstGeneration(path + 1))
    }),
  )
})

test('nothing of an earlier generation is taken', () => {
  fc.assert(
    fc.property(anySignal, fc.integer({ min: 6, max: 9 }), fc.boolean(), (signal, current, offerer) => {
      expect(judge(signal, current, offerer)).toBe('drop')
    }),
  )
})

test('only an offer makes the answerer take a new connection, and only a request for it the offerer', () => {
  fc.assert(
    fc.property(anySignal, fc.option(fc.constant(-1)), (signal, current) => {
      const isOffer = signal.kind === 'description' && signal.description.type === 'offer'
      const isRequest = signal.kind === 'description' && signal.description.type === 'rollback'
      expect(judge(signal, current, false) === 'adopt').toBe(isOffer)
      expect(judge(signal, current, true) === 'start-over').toBe(isRequest)
    }),
  )
})

test('a candidate that overtakes its offer is kept by the answerer', () => {
  expect(judge(candidate(7), null, false)).toBe('keep')
  expect(judge(candidate(7), 6, false)).toBe('keep')
  expect(judge(candidate(7), 6, true)).toBe('drop')
})

test('descriptions and candidates of the present connection are handled, other kinds dropped', () => {
  expect(judge(description(3, 'offer'), 3, true)).toBe('handle')
  expect(judge(description(3, 'answer'), 3, false)).toBe('handle')
  expect(judge(candidate(3), 3, true)).toBe('handle')
  expect(judge(description(3, 'pranswer'), 3, false)).toBe('drop')
  expect(judge(startOverSignal(3), 3, true)).toBe('drop')
})

/** Two sides that make connections anew, their signals each in order but arriving at any time. */
test('however two sides make their connection anew, they end with the same one', () => {
  const step = fc.constantFrom('offerer starts over', 'answerer asks', 'to offerer', 'to answerer')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const offerer = { current: 0, inbox: [] as LinkSignal[] }
      const answerer = { current: null as number | null, inbox: [description(0, 'offer')] }
      const make = (generation: number) => {
        offerer.current = generation
        answerer.inbox.push(description(generation, 'offer'))
      }
      const toOfferer = () => {
        const signal = offerer.inbox.shift()
        if (signal && judge(signal, offerer.current, true) === 'start-over') make(signal.generation)
      }
      const toAnswerer = () => {
        const signal = answerer.inbox.shift()
        if (signal && judge(signal, answerer.current, false) === 'adopt') answerer.current = signal.generation
      }
      for (const one of steps) {
        if (one === 'offerer starts over') make(offerer.current + 1)
        if (one === 'answerer asks') offerer.inbox.push(startOverSignal((answerer.current ?? 0) + 1))
        if (one === 'to offerer') toOfferer()
        if (one === 'to answerer') toAnswerer()
      }
      while (offerer.inbox.length > 0 || answerer.inbox.length > 0) {
        toOfferer()
        toAnswerer()
      }
      expect(answerer.current).toBe(offerer.current)
    }),
  )
})
