import type { DeviceProblem, InputView, LocalMediaView } from '@samtale/client'
import { expect, test } from 'vitest'
import { deviceTroubles } from './device-troubles.ts'

function local(camera: DeviceProblem | null, microphone: DeviceProblem | null): LocalMediaView {
  const input = (problem: DeviceProblem | null): InputView => ({
    on: false,
    starting: false,
    track: null,
    problem,
    chosenId: null,
    choices: [],
  })
  return {
    camera: input(camera),
    microphone: input(microphone),
    screen: { on: false, video: null, audio: null },
    speakers: { chosenId: null, choices: [] },
  }
}

test('the same trouble of both is said once', () => {
  expect(deviceTroubles(local('denied', 'denied'))).toEqual([{ device: 'both', problem: 'denied' }])
})

test('different troubles are said each', () => {
  expect(deviceTroubles(local('busy', 'missing'))).toEqual([
    { device: 'camera', problem: 'busy' },
    { device: 'microphone', problem: 'missing' },
  ])
  expect(deviceTroubles(local(null, 'failed'))).toEqual([{ device: 'microphone', problem: 'failed' }])
})

test('no trouble, no words', () => {
  expect(deviceTroubles(local(null, null))).toEqual([])
})
