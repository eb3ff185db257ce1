import { expect, test } from 'vitest'
import { MediaRefused } from '../engine.ts'
import { WorkerGuard } from './worker-guard.ts'

function guarded() {
  let broken = 0
  const guard = new WorkerGuard(() => (broken += 1))
  return { guard, times: () => broken }
}

test('what mediasoup throws becomes a refusal that repeats nothing', async () => {
  const { guard, times } = guarded()
  const asked = guard.ask('producing', () => Promise.reject(new TypeError('secret 192.0.2.5')))
  await expect(asked).rejects.toThrow(new MediaRefused('producing was refused: TypeError'))
  expect(times()).toBe(0)
})

test('a worker whose messages can’t be written any more is reported, and nothing throws', async () => {
  const { guard, times } = guarded()
  const fault = new TypeError('FlatBuffers: object serialization must not be nested.')
  await expect(guard.ask('producing', () => Promise.reject(fault))).rejects.toThrow(MediaRefused)
  guard.tell(() => {
    throw fault
  })
  expect(times()).toBe(2)
})

test('lets through what works', async () => {
  const { guard, times } = guarded()
  expect(await guard.ask('anything', async () => 7)).toBe(7)
  guard.tell(() => undefined)
  expect(times()).toBe(0)
})
