import { expect, test } from 'vitest'
import { SealedSender } from './sealed-sender.ts'

/** As much of a track as the sender looks at. */
class FakeTrack {
  readyState: 'live' | 'ended' = 'live'
  enabled = true
  readonly name: string
  readonly clones: FakeTrack[] = []

  constructor(name: string) {
    this.name = name
  }

  clone() {
    const clone = new FakeTrack(`${this.name}'`)
    this.clones.push(clone)
    return clone
  }

  stop() {
    this.readyState = 'ended'
  }
}

function fixture() {
  const replaced: (FakeTrack | null)[] = []
  const transform = { passed: false, flowed: () => transform.passed }
  const sender = new SealedSender(async (track) => {
    // The sender gives back what it was given.
    replaced.push(track as FakeTrack | null)
  }, transform)
  const set = (track: FakeTrack | null) => sender.set(track as MediaStreamTrack | null)
  return { replaced, transform, sender, set }
}

test('before a frame has passed only silence or blackness is sent, then the track itself', async () => {
  const { replaced, transform, sender, set } = fixture()
  const voice = new FakeTrack('voice')
  await set(voice)
  await set(voice)
  expect(replaced.map((track) => [track?.name, track?.enabled])).toEqual([["voice'", false]])
  transform.passed = true
  sender.proven()
  await set(voice)
  expect(replaced[1]).toBe(voice)
  expect(voice.clones.map(({ readyState }) => readyState)).toEqual(['ended'])
  expect(voice.enabled).toBe(true)
})

test('another track, none, or one that has ended before anything passed', async () => {
  const { replaced, set } = fixture()
  const [front, back] = [new FakeTrack('front'), new FakeTrack('back')]
  await set(front)
  await set(back)
  await set(null)
  back.stop()
  await set(back)
  expect(replaced.map((track) => track?.name ?? null)).toEqual(["front'", "back'", null, null])
  expect([...front.clones, ...back.clones].map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
})

test('stopped, it sends nothing more, whatever is proven or set later', async () => {
  const { replaced, transform, sender, set } = fixture()
  const voice = new FakeTrack('voice')
  await set(voice)
  sender.stop()
  transform.passed = true
  sender.proven()
  await set(voice)
  expect(replaced.map((track) => track?.name ?? null)).toEqual(["voice'", null])
  expect(voice.clones.every(({ readyState }) => readyState === 'ended')).toBe(true)
})
