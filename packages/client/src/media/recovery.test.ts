import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  notStarted,
  recoveryStep,
  waverMs,
  type RecoveryEvent,
  type RecoveryState,
  type RecoveryStep,
} from './recovery.ts'

const events: RecoveryEvent[] = ['connecting', 'connected', 'disconnected', 'failed', 'silent', 'timer']

function run(all: readonly RecoveryEvent[], from: RecoveryState = notStarted): RecoveryStep[] {
  const steps: RecoveryStep[] = []
  let state = from
  for (const event of all) {
    const step = recoveryStep(state, event)
    steps.push(step)
    state = step.next
  }
  return steps
}

test('a connection that wavers is restarted only if it doesn’t come back in a moment', () => {
  const steps = run(['connecting', 'connected', 'disconnected', 'timer'])
  expect(steps.map(({ restart }) => restart)).toEqual([false, false, false, true])
  expect(steps[2]?.timer).toBe(waverMs)
  expect(run(['connecting', 'connected', 'disconnected', 'connected', 'timer']).some(({ restart }) => restart)).toBe(
    false,
  )
})

test('a failed connection is restarted at once', () => {
  expect(run(['connecting', 'connected', 'failed']).at(-1)).toMatchObject({ restart: true, hopeless: false })
})

test('what falls silent is restarted at once while the browser still says that it is connected', () => {
  expect(run(['connecting', 'connected', 'silent']).at(-1)).toMatchObject({ restart: true, hopeless: false })
  expect(run(['connecting', 'connected', 'failed', 'silent']).at(-1)?.restart).toBe(false)
})

test('hopeless is a connection that never came about, or that a restart didn’t bring back', () => {
  expect(run(['connecting', 'timer']).at(-1)).toMatchObject({ restart: true, hopeless: true })
  const lost = run(['connecting', 'connected', 'failed', 'timer'])
  expect(lost.map(({ hopeless }) => hopeless)).toEqual([false, false, false, true])
})

test('whatever happens: a connected one is at rest, any other is watched by a timer or retried', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (all) => {
      let timer = false
      let state = notStarted
      for (const event of all) {
        // A timer that doesn't run doesn't go off.
        if (event === 'timer' && !timer) continue
        const step = recoveryStep(state, event)
        if (event === 'timer') timer = false
        if (step.timer !== undefined) timer = step.timer !== null
        if (step.next.phase === 'connected') expect(timer).toBe(false)
        if (['starting', 'wavering', 'restarting'].includes(step.next.phase)) expect(timer).toBe(true)
        if (step.restart) expect(step.next.phase).toBe('restarting')
        state = step.next
      }
    }),
  )
})

test('restarts in a row come further and further apart', () => {
  const waits = run(['connecting', 'connected', 'failed', ...Array<RecoveryEvent>(8).fill('timer')])
    .slice(2)
    .map(({ timer }) => timer ?? 0)
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
  expect(waits[0]).toBeGreaterThan(2_500)
})
