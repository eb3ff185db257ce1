import { slots } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrameOpener } from '../sframe/frame-opener.ts'
import { createFrameSealer, type FrameSealer } from '../sframe/frame-sealer.ts'
import { decodeHeader } from '../sframe/header.ts'
import { createReceiveKeys } from '../sframe/receive-keys.ts'
import { createFakeRoom } from './fake-room.ts'
import type { Group } from './group.ts'

const codecs = { microphone: 'audio/opus', 'screen-audio': 'audio/opus', camera: 'video/vp9', screen: 'video/vp9' }

async function takeKey(sealer: FrameSealer, group: Group) {
  const key = await group.takeSendKey()
  if (key) await sealer.use(key)
}

const step = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...slots) },
  { weight: 2, arbitrary: fc.constantFrom('epoch' as const, 'restart' as const, 'take' as const) },
)

test('a real group: no key and counter twice, whatever restarts; and what is sent opens on the other side', async () => {
  const room = createFakeRoom('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  for (const name of ['Ana', 'Bo']) await room.enter(name)
  const [ana, bo] = [room.of('Ana'), room.of('Bo')]
  const member = bo.members[0]?.id ?? ''
  const keys = createReceiveKeys(() => 0)
  const opener = createFrameOpener(keys)
  const used = new Set<string>()
  let sent = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      let sealer = createFrameSealer()
      for (const one of steps) {
        if (one === 'restart') sealer = createFrameSealer()
        if (one === 'epoch') await room.commit('Bo', {})
        if (one === 'take' || one === 'epoch') await takeKey(sealer, ana)
        if (!(one in codecs)) continue
        const slot = slots.find((name) => name === one) ?? 'microphone'
        const frame = await sealer.seal({ slot, codec: codecs[slot] }, crypto.getRandomValues(new Uint8Array(40)))
        if (frame === null) continue
        const header = decodeHeader(frame)
        const nonce = `${ana.epoch} ${header?.kid} ${header?.counter}`
        expect(used.has(nonce)).toBe(false)
        used.add(nonce)
        const { epoch, senders } = await bo.receiveKeys()
        await keys.install(epoch, senders)
        expect(await opener.open({ slot, codec: codecs[slot], member }, frame)).toHaveLength(40)
        sent += 1
      }
    }),
    { numRuns: 15 },
  )
  expect(sent).toBeGreaterThan(50)
})
