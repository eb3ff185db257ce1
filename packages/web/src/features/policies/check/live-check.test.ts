import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Declarations } from '@samtale/policy'
import type { Judgement } from '../judge/judgement.ts'
import { createLiveCheck } from './live-check.ts'

// What is judged plays no part here: the title tells which text it was.
const judgementOf = (text: string) => ({ title: { en: text, nb: text, sv: text } }) as Judgement
const bench = async () => ({ system: {} as Declarations, today: '2026-11-22' })

/** A judge that answers when it is told to. */
function slowJudge() {
  const asked: { text: string; answer: (judgement: Judgement | null) => void }[] = []
  const judge = {
    judge: (text: string) => new Promise<Judgement | null>((answer) => asked.push({ text, answer })),
    open: () => undefined,
    close: () => undefined,
  }
  return { judge, asked }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pause = () => vi.advanceTimersByTimeAsync(100)

test('what is written in one go is judged once, after a pause', async () => {
  const { judge, asked } = slowJudge()
  const check = createLiveCheck({ judge, bench, pauseMs: 100 })
  for (const text of ['p', 'pr', 'pro']) check.write(text)
  await pause()
  expect(asked.map(({ text }) => text)).toEqual(['pro'])
})

test('what is written meanwhile is judged next, and an outdated judgement is never shown', async () => {
  const { judge, asked } = slowJudge()
  const check = createLiveCheck({ judge, bench, pauseMs: 100 })
  check.write('one')
  await pause()
  check.write('two')
  await pause()
  check.write('three')
  await pause()
  asked[0]?.answer(judgementOf('one'))
  await pause()
  expect(asked.map(({ text }) => text)).toEqual(['one', 'three'])
  expect(check.view()).toEqual({ state: 'judging', judgement: null })
  asked[1]?.answer(judgementOf('three'))
  await pause()
  expect(check.view()).toEqual({ state: 'judged', judgement: judgementOf('three') })
})

test('the last judgement stays in sight while the next is made, and goes with the text', async () => {
  const { judge, asked } = slowJudge()
  const check = createLiveCheck({ judge, bench, pauseMs: 100 })
  check.write('one')
  await pause()
  asked[0]?.answer(judgementOf('one'))
  await pause()
  check.write('two')
  expect(check.view()).toEqual({ state: 'judging', judgement: judgementOf('one') })
  check.write('  \n')
  await pause()
  expect(check.view()).toEqual({ state: 'empty', judgement: null })
})

test('a compiler that gives up, and a server that doesn’t answer, are told', async () => {
  const { judge, asked } = slowJudge()
  const check = createLiveCheck({ judge, bench, pauseMs: 100 })
  check.write('deep')
  await pause()
  asked[0]?.answer(null)
  await pause()
  expect(check.view().state).toBe('gave-up')
  const alone = createLiveCheck({ judge, bench: () => Promise.reject(new Error('gone')), pauseMs: 100 })
  alone.write('text')
  await pause()
  expect(alone.view().state).toBe('no-system')
})
