import { noRelay, type IceSettings } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { goesByOwnRelay, IceKeeper } from './ice-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function settings(name: string, more: Partial<IceSettings> = {}): IceSettings {
  const server = { urls: ['turn:relay.example'], username: name, credential: 'secret' }
  return { iceServers: [server], transport: 'all', goodForSeconds: 100, ...more }
}

function usernameOf(keeper: IceKeeper): string | undefined {
  return keeper.configuration().iceServers[0]?.username
}

test('I2 credentials are asked for anew before they lapse, again and again', async () => {
  let asked = 0
  const keeper = new IceKeeper(async () => settings(`fresh ${(asked += 1)}`))
  const heard = vi.fn<() => void>()
  keeper.onRenewed(heard)
  keeper.start(settings('first'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect([asked, usernameOf(keeper)]).toEqual([0, 'first'])
  await vi.advanceTimersByTimeAsync(30_000)
  expect([asked, usernameOf(keeper), heard.mock.calls.length]).toEqual([1, 'fresh 1', 1])
  await vi.advanceTimersByTimeAsync(90_000)
  expect([asked, usernameOf(keeper)]).toEqual([2, 'fresh 2'])
  keeper.stop()
  await vi.advanceTimersByTimeAsync(500_000)
  expect(asked).toBe(2)
})

test('I2 while signalling is gone it is asked until it is back', async () => {
  let isBack = false
  const keeper = new IceKeeper(async () => {
    if (!isBack) throw new Error('gone')
    return settings('fresh')
  })
  keeper.start(settings('first'))
  await vi.advanceTimersByTimeAsync(200_000)
  expect(usernameOf(keeper)).toBe('first')
  isBack = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect(usernameOf(keeper)).toBe('fresh')
})

test('I3 what is hidden stays hidden, whatever the server says later', async () => {
  const keeper = new IceKeeper(async () => settings('fresh'))
  keeper.start(settings('first', { transport: 'relay' }))
  await vi.advanceTimersByTimeAsync(90_000)
  expect(keeper.hidesAddresses).toBe(true)
  expect(keeper.configuration()).toMatchObject({ iceTransportPolicy: 'relay', iceServers: [{ username: 'fresh' }] })
  keeper.start(noRelay)
  expect(keeper.hidesAddresses).toBe(false)
})

test('an answer for a meeting that is over changes nothing', async () => {
  let answer = (_settings: IceSettings) => {}
  const keeper = new IceKeeper(() => new Promise((resolve) => (answer = resolve)))
  keeper.start(settings('first'))
  await vi.advanceTimersByTimeAsync(90_000)
  keeper.stop()
  keeper.start(settings('second'))
  answer(settings('late'))
  await vi.advanceTimersByTimeAsync(0)
  expect(usernameOf(keeper)).toBe('second')
})

test.each(['relay', 'host', 'srflx'])('a connection whose own candidate is of the kind %s', async (candidateType) => {
  const report = new Map<string, object>([
    ['t', { id: 't', type: 'transport', selectedCandidatePairId: 'p' }],
    ['p', { id: 'p', type: 'candidate-pair', localCandidateId: 'l' }],
    ['l', { id: 'l', type: 'local-candidate', candidateType }],
    ['other', { id: 'other', type: 'local-candidate', candidateType: 'relay' }],
  ])
  expect(await goesByOwnRelay({ getStats: async () => report })).toBe(candidateType === 'relay')
})
