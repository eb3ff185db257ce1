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
  const looks = Array.from({ length: 50 }, (_, index) => [index * 200, Math.floor(index / 5)] as const)
  expect(after(looks).includes(true)).toBe(false)
})

test('who has muted everything is silent for a moment, until they answer a check', () => {
  const looks = [
    ...flowing,
    [2_300, 10, 3],
    [2_500, 10, 3],
    [2_700, 10, 3],
    [2_900, 10, 4],
    [9_000, 10, 4],
    [9_200, 10, 5],
  ] as const
  expect(after(looks).slice(flowing.length)).toEqual([false, true, true, false, false, false])
})

test('looks that come late on a busy page find what flows and what is silent all the same', () => {
  const late = Array.from({ length: 6 }, (_, index) => [index * 900, index + 1] as const)
  expect(after([...late, [5_400, 6], [6_300, 6], [7_200, 7]]).slice(late.length)).toEqual([false, true, false])
})
