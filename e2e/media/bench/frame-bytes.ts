import type { Browser, Page } from '@playwright/test'
import { Company } from '../company.ts'
import { passThrough } from '../disturb.ts'
import { notePlainSizes, type PlainFrame } from './plain-sizes.ts'
import { Wire, type WirePacket } from './wire.ts'

/** What frames of a kind cost on the wire, in bytes. */
export interface FrameBytes {
  frames: number
  packets: number
  /** Mean of all that is sent for a frame: headers, frame, tags. */
  wire: number
  /** Mean of what the encoder made. */
  plain: number
}

export type BytesByKind = Record<'audio' | 'video', FrameBytes>

/** What one who is in a call of two sends, counted between the two. */
export async function measureFrameBytes(
  browser: Browser,
  url: string,
  sealed: boolean,
  seconds: number,
): Promise<BytesByKind> {
  const company = new Company(browser, url)
  const wire = new Wire()
  try {
    await wire.lay(company.room, 'ada', 'bo')
    const prepare = async (page: Page) => {
      await notePlainSizes(page)
      if (!sealed) await passThrough(page)
    }
    const ada = await company.enter('ada', prepare)
    const bo = await company.enter('bo', prepare)
    while ((await bo.pictures(ada)) < 10) await bo.page.waitForTimeout(200)
    await bo.page.waitForTimeout(seconds * 1_000)
    const plain = await ada.page.evaluate(() => window.plainFrames)
    const packets = wire.packets.filter(({ from }) => from === 'ada')
    return { audio: compare(plain, packets, 'audio'), video: compare(plain, packets, 'video') }
  } finally {
    await company.close()
    wire.close()
  }
}

function compare(plain: PlainFrame[], packets: WirePacket[], kind: PlainFrame['kind']): FrameBytes {
  const sent = Map.groupBy(packets, ({ ssrc, timestamp }) => `${ssrc} ${timestamp}`)
  const pairs = plain.flatMap(({ kind: ofKind, ssrc, timestamp, bytes }) => {
    const theirs = sent.get(`${ssrc} ${timestamp}`)
    return ofKind === kind && theirs ? [{ bytes, theirs }] : []
  })
  const frames = pairs.length
  const sum = (of: (pair: (typeof pairs)[number]) => number) => pairs.reduce((total, pair) => total + of(pair), 0)
  const wire = sum(({ theirs }) => theirs.reduce((total, { bytes }) => total + bytes, 0))
  return {
    frames,
    packets: sum(({ theirs }) => theirs.length),
    wire: wire / frames,
    plain: sum(({ bytes }) => bytes) / frames,
  }
}
