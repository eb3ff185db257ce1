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

test('a worker after the first gets no key that another had: it would open frames again that were opened before', async () => {
  const room = createFakeRoom('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  for (const name of ['Ana', 'Bo']) await room.enter(name)
  const ana = room.of('Ana')
  let renewals = 0
  const feed = createKeyFeed({ now: () => 0, renew: () => (renewals += 1) })
  const port = () => {
    const got: [type: string, epoch: number][] = []
    const postMessage = (message: KeyMessage) => {
      if (message.type === 'send-key') got.push(['send', message.key.epoch])
      if (message.type === 'receive-keys') got.push(['receive', message.keys.epoch])
    }
    return { got, postMessage, close: () => {} }
  }
  const [first, second] = [port(), port()]
  await feed.connect(first)
  await feed.changed(ana, false)
  const { epoch } = ana
  expect(first.got).toEqual([
    ['receive', epoch],
    ['send', epoch],
  ])
  await feed.connect(second)
  await feed.tick()
  expect([second.got, renewals > 0]).toEqual([[], true])
  await room.commit('Ana', {})
  await feed.changed(ana, true)
  expect(second.got).toEqual([
    ['receive', epoch + 1],
    ['send', epoch + 1],
  ])
})
