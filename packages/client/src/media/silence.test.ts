import { expect, test } from 'vitest'
import { heardStep, nothingHeard, silentAfterMs } from './silence.ts'

/** What became of looks at these moments, with these packets counted. */
function after(looks: readonly (readonly [at: number, packets: number, answers?: number])[]): boolean[] {
  let state = nothingHeard
  return looks.map(([at, packets, answers = 0]) => {
    state = heardStep(state, { packets, answers }, at)
    return state.silent
  })
}
const flowing = Array.from({ length: 10 }, (_, index) => [index * 200, index + 1] as const)

test('what flowed and brings nothing more is silent, until it brings something', () => {
  const looks = [...flowing, [1_900, 10], [1_800 + silentAfterMs, 10], [2_600, 10], [2_800, 11], [9_000, 11]] as const
  expect(after(looks).slice(flowing.length)).toEqual([false, true, true, false, false])
})

test('what never flowed is never silent: reports alone come seconds apart', () => {
  const reports = Array.from({ length: 10 }, (_, index) => [index * 1_000, index + 1] as const)
  expect(after([[0, 0], [60_000, 0], ...reports]).includes(true)).toBe(false)
})

test('who has muted everything is silent for a moment, until they answer a check', () => {
  const looks = [...flowing, [2_500, 10, 3], [2_700, 10, 3], [2_900, 10, 4], [9_000, 10, 4], [9_200, 10, 5]] as const
  expect(after(looks).slice(flowing.length)).toEqual([true, true, false, false, false])
})
