import { expect, test } from 'vitest'
import type { KeyMessage } from '../sframe/key-messages.ts'
import { createFakeRoom } from './fake-room.ts'
import { createKeyFeed } from './key-feed.ts'

test('where somebody left the new key is used at once, also where another commit came just before', async () => {
  const room = createFakeRoom('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  for (const name of ['Ana', 'Bo', 'Cem']) await room.enter(name)
  const ana = room.of('Ana')
  const epochs: number[] = []
  const note = (message: KeyMessage) => (message.type === 'send-key' ? epochs.push(message.key.epoch) : 0)
  const feed = createKeyFeed({ now: () => 0, renew: () => {} })
  await feed.connect({ postMessage: note, close: () => {} })
  await feed.changed(ana, false)
  expect(epochs).toEqual([ana.epoch])
  // While keys are made, two commits come.
  const made = Promise.withResolvers<void>()
  const receiveKeys = ana.receiveKeys.bind(ana)
  ana.receiveKeys = async () => {
    await made.promise
    return receiveKeys()
  }
  const busy = feed.changed(ana, false)
  await room.commit('Bo', {})
  const first = feed.changed(ana, false)
  await room.remove('Cem', 'Bo')
  const second = feed.changed(ana, true)
  made.resolve()
  await Promise.all([busy, first, second])
  expect(epochs.at(-1)).toBe(ana.epoch)
})
