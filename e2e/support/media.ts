import { expect, type Locator } from '@playwright/test'
import type { Person } from './person.ts'

/** What a page showed and sounded of one tile over some seconds. */
interface Seen {
  /** Decoded frames at every second, the first at the beginning. */
  frames: number[]
  /** Loudest frequency, in Hz; 0 where it is silent, muted or has no sound. */
  tone: number
}

/** Watches tiles of one page, all at once and from inside the page, for so many seconds. */
async function watch(tiles: Locator[], seconds: number): Promise<Seen[]> {
  const handles = await Promise.all(tiles.map((tile) => tile.elementHandle()))
  const groups = handles.flatMap((handle) => handle ?? [])
  return (await tiles[0]?.page().evaluate(lookAndListen, { groups, seconds })) ?? []
}

/** Runs in the page. */
async function lookAndListen({ groups, seconds }: { groups: Element[]; seconds: number }): Promise<Seen[]> {
  const videos = groups.map((group) => group.querySelector('video'))
  const context = new AudioContext()
  const analysers = videos.map((video) => {
    const stream = video?.srcObject
    if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0 || video?.muted !== false) return null
    const analyser = new AnalyserNode(context, { fftSize: 8_192, smoothingTimeConstant: 0 })
    context.createMediaStreamSource(stream).connect(analyser)
    return analyser
  })
  const frames = videos.map((): number[] => [])
  for (let second = 0; second <= seconds; second += 1) {
    if (second > 0) await new Promise((resolve) => setTimeout(resolve, 1_000))
    for (const [at, video] of videos.entries()) frames[at]?.push(video?.getVideoPlaybackQuality().totalVideoFrames ?? 0)
  }
  const tones = analysers.map((analyser) => {
    if (analyser === null) return 0
    const levels = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatFrequencyData(levels)
    const loudest = levels.reduce((best, level, at) => (at > 0 && level > (levels[best] ?? -200) ? at : best), 0)
    return (levels[loudest] ?? -200) < -80 ? 0 : (loudest * context.sampleRate) / analyser.fftSize
  })
  await context.close()
  return frames.map((counts, at) => ({ frames: counts, tone: tones[at] ?? 0 }))
}

/** Whether frames came in every second; a new track counts anew, so another number is enough. */
function keptMoving(seen: Seen | undefined): boolean {
  return seen !== undefined && seen.frames.every((count, at) => count > 0 && count !== seen.frames[at - 1])
}

/** Pictures of a tile keep coming for so many seconds, once they have begun. */
export async function expectMoving(tile: Locator, seconds = 5): Promise<void> {
  await expect(tile).toBeVisible()
  const moves = async () => keptMoving((await watch([tile], seconds))[0])
  await expect.poll(moves, { message: `moves for ${seconds} s`, timeout: 40_000 }).toBe(true)
}

/** On everybody's page everybody else is seen moving for so many seconds, and heard at their own tone. */
export async function expectAllSeeAll(people: readonly Person[], seconds = 5): Promise<void> {
  await Promise.all(
    people.map(async (viewer) => {
      const others = people.filter((person) => person !== viewer)
      for (const { name } of others) await expect(viewer.tile(name), `${name}, for ${viewer.name}`).toBeVisible()
      const problems = async () => {
        const tiles = others.map(({ name }) => viewer.tile(name))
        const seen = await watch(tiles, seconds)
        return others.flatMap(({ name, tone }, at) => {
          const heard = Math.abs((seen[at]?.tone ?? 0) - tone) < 20
          return keptMoving(seen[at]) && heard ? [] : `${name} (${tone} Hz): ${JSON.stringify(seen[at])}`
        })
      }
      await expect.poll(problems, { message: `what ${viewer.name} sees`, timeout: 60_000 }).toEqual([])
    }),
  )
}

/** A tile sounds at this frequency, within the width of three bins. */
export async function expectTone(tile: Locator, hertz: number): Promise<void> {
  const off = async () => Math.abs(((await watch([tile], 1))[0]?.tone ?? 0) - hertz)
  await expect.poll(off, { message: `a tone of ${hertz} Hz` }).toBeLessThan(20)
}
