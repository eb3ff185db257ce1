import { expect, type Locator } from '@playwright/test'
import type { Person } from './person.ts'

/** What a tile's video element shows and sounds, read from the element itself. */
async function framesShown(tile: Locator): Promise<number> {
  return tile.locator('video').evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)
}

/** Pictures keep coming for `seconds`: the count of decoded frames is another at every look (a new track counts anew). */
export async function expectMoving(tile: Locator, seconds = 5): Promise<void> {
  await expect.poll(() => framesShown(tile)).toBeGreaterThan(0)
  let last = await framesShown(tile)
  for (let second = 0; second < seconds; second += 1) {
    await expect.poll(() => framesShown(tile), { timeout: 5_000 }).not.toBe(last)
    await tile.page().waitForTimeout(1_000)
    last = await framesShown(tile)
  }
}

/** The loudest frequency of a tile's sound, in Hz; 0 where it is silent. */
export async function loudestTone(tile: Locator): Promise<number> {
  return tile.locator('video').evaluate(async (video: HTMLVideoElement) => {
    const stream = video.srcObject
    if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0 || video.muted) return 0
    const context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 8_192, smoothingTimeConstant: 0 })
    context.createMediaStreamSource(stream).connect(analyser)
    await new Promise((resolve) => setTimeout(resolve, 600))
    const levels = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatFrequencyData(levels)
    let loudest = 0
    for (let at = 1; at < levels.length; at += 1) if ((levels[at] ?? -200) > (levels[loudest] ?? -200)) loudest = at
    const silent = (levels[loudest] ?? -200) < -80
    const hertz = silent ? 0 : (loudest * context.sampleRate) / analyser.fftSize
    await context.close()
    return hertz
  })
}

/** On everybody's page everybody else is seen moving and heard at their own tone. */
export async function expectAllSeeAll(people: readonly Person[], seconds = 5): Promise<void> {
  await Promise.all(
    people.map(async (viewer) => {
      for (const other of people.filter((person) => person !== viewer)) {
        await expect(viewer.tile(other.name), `${other.name} on ${viewer.name}'s page`).toBeVisible()
      }
      await Promise.all(
        people.filter((person) => person !== viewer).map((other) => expectMoving(viewer.tile(other.name), seconds)),
      )
    }),
  )
  for (const viewer of people) {
    for (const other of people) if (other !== viewer) await expectTone(viewer.tile(other.name), other.tone)
  }
}

/** A tile sounds at this frequency, within the width of three bins. */
export async function expectTone(tile: Locator, hertz: number): Promise<void> {
  await expect
    .poll(async () => Math.abs((await loudestTone(tile)) - hertz), { message: `a tone of ${hertz} Hz` })
    .toBeLessThan(20)
}
