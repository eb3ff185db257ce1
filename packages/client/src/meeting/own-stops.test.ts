import { expect, test } from 'vitest'
import type { LocalMedia, LocalMediaView } from '../media/local-media.ts'
import { createOwnStops } from './own-stops.ts'

/** Devices that obey, or take their time. */
function devices(microphone: boolean, camera = true) {
  const on = { microphone, camera }
  const view = () => ({ microphone: { on: on.microphone }, camera: { on: on.camera } }) as LocalMediaView
  const asked: string[] = []
  const media: Pick<LocalMedia, 'view' | 'setMicrophone' | 'setCamera'> = {
    view,
    setMicrophone: async (wanted) => void asked.push(`microphone ${wanted}`),
    setCamera: async (wanted) => void asked.push(`camera ${wanted}`),
  }
  return { on, asked, media }
}

test('H6 a stopped microphone is switched off, and taken up when its owner switches it on again', () => {
  const { on, asked, media } = devices(true)
  const resumed: string[] = []
  const stops = createOwnStops(media, (slot) => resumed.push(slot))
  stops.stop('microphone')
  expect(asked).toEqual(['microphone false'])
  // Something else changes before it is off: that is nobody's wish.
  stops.review()
  expect(resumed).toEqual([])
  on.microphone = false
  stops.review()
  on.microphone = true
  stops.review()
  stops.review()
  expect(resumed).toEqual(['microphone'])
})

test('H6 what was off already is taken up by switching it on', () => {
  const { on, media } = devices(false)
  const resumed: string[] = []
  const stops = createOwnStops(media, (slot) => resumed.push(slot))
  stops.stop('microphone')
  on.microphone = true
  stops.review()
  expect(resumed).toEqual(['microphone'])
})

test('another stay begins with nothing stopped', () => {
  const { on, media } = devices(true)
  const resumed: string[] = []
  const stops = createOwnStops(media, (slot) => resumed.push(slot))
  stops.stop('camera')
  on.camera = false
  stops.review()
  stops.clear()
  on.camera = true
  stops.review()
  expect(resumed).toEqual([])
})
