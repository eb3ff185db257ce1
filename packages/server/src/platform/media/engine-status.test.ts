import { expect, test } from 'vitest'
import type { EngineStatus } from './engine.ts'
import { createStatusStore } from './engine-status.ts'

const pending = (secondsLeft: number): EngineStatus => ({ state: 'pending', step: 'x', secondsLeft })

test('tells every change once, until told to stop', () => {
  const store = createStatusStore(pending(3))
  const heard: EngineStatus[] = []
  const listener = (status: EngineStatus) => void heard.push(status)
  const stopFirst = store.listen(listener)
  const stopSecond = store.listen(listener)
  store.set(pending(3))
  store.set(pending(2))
  stopFirst()
  store.set({ state: 'ready', workers: 1 })
  stopSecond()
  stopSecond()
  store.set(pending(1))
  expect(heard).toEqual([pending(2), pending(2), { state: 'ready', workers: 1 }])
  expect(store.current()).toEqual(pending(1))
})

test('a listener may stop listening while it is told', () => {
  const store = createStatusStore(pending(1))
  let heard = 0
  const stop = store.listen(() => {
    heard += 1
    stop()
  })
  store.listen(() => (heard += 10))
  store.set(pending(2))
  store.set(pending(3))
  expect(heard).toBe(21)
})
