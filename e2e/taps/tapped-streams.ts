import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures.ts'
import type { Person } from '../support/person.ts'
import { decode, withoutSeal, type Decoded } from './decoder.ts'
import type { RelayTap } from './relay-tap.ts'
import { codecsOf } from './relayed-pages.ts'
import { framesOf, parseRtp, type Frame, type RtpPacket } from './rtp.ts'
import type { TapFiles } from './tap-files.ts'

/** A packet that a tap took, and what is known of it beside. */
interface TakenPacket {
  /** Packets of different streams are told apart by it, together with their own number. */
  source: string
  packet: Buffer
  codecOf(payloadType: number): string | undefined
}

const codecs: Readonly<Record<string, Frame['codec']>> = { 'audio/opus': 'opus', 'video/vp8': 'vp8' }
/** Of each stream this much has to be taken before it is judged, and a whole picture has to be among it. */
const enough = { opus: 100, vp8: 12 }

/** From now on, what the router has of so many people's microphones and cameras. */
export function streamsAtRouter(files: TapFiles, people: number): Promise<Frame[][]> {
  files.packets()
  const take = () =>
    files.packets().map(({ stream, codecs: agreed, packet }) => ({
      source: stream,
      packet: Buffer.from(packet, 'base64'),
      codecOf: (type: number) => new Map(agreed).get(type),
    }))
  return takeStreams(take, people)
}

/** What a relay has been sent by them since it was asked last, where each sends to so many others. */
export async function streamsAtRelay(tap: RelayTap, people: readonly Person[], others: number): Promise<Frame[][]> {
  const agreed = await codecsOf(people.map(({ page }) => page))
  const codecOf = (type: number) => agreed.get(type)
  const take = () => tap.take().map(({ from, packet }) => ({ source: from, packet, codecOf }))
  return takeStreams(take, people.length * others)
}

/** @param count of each kind; silence in place of what isn't shared comes on top */
async function takeStreams(take: () => TakenPacket[], count: number): Promise<Frame[][]> {
  const bySource = new Map<string, { codec: Frame['codec']; packets: RtpPacket[] }>()
  let streams: Frame[][] = []
  const look = () => {
    for (const { source, packet, codecOf } of take()) {
      const rtp = parseRtp(packet)
      const codec = rtp && codecs[codecOf(rtp.payloadType)?.toLowerCase() ?? '']
      if (!rtp || !codec) continue
      const name = `${source} ${rtp.ssrc} ${codec}`
      const stream = bySource.get(name) ?? { codec, packets: [] }
      stream.packets.push(rtp)
      bySource.set(name, stream)
    }
    streams = [...bySource.values()].map(({ codec, packets }) => framesOf(packets, codec)).filter(isEnough)
    return Math.min(...['opus', 'vp8'].map((kind) => streams.filter(([first]) => first?.codec === kind).length))
  }
  await expect.poll(look, { message: 'streams that were tapped', timeout: 60_000 }).toBeGreaterThanOrEqual(count)
  return streams
}

function isEnough(frames: readonly Frame[]): boolean {
  const [first] = frames
  return first !== undefined && frames.length >= enough[first.codec] && frames.some(({ key }) => key)
}

/** What decoders make of the streams as they are, and of what is left where a seal is taken for one and cut off. */
export async function decodeBothWays(
  page: Page,
  streams: Frame[][],
  people: readonly Person[],
): Promise<[Decoded, Decoded]> {
  const tones = people.map(({ tone }) => tone)
  const cut = streams.map((frames) => frames.map(withoutSeal))
  return [await decode(page, streams, tones), await decode(page, cut, tones)]
}

/** The tap sees everybody's picture, by its colour, and hears everybody's tone. */
export function expectReadable({ pictures, hues, tones }: Decoded, people: readonly Person[]): void {
  expect(pictures).toBeGreaterThanOrEqual(people.length * 5)
  expect(tones).toEqual(people.map(({ tone }) => tone).sort((a, b) => a - b))
  for (const { tone, name } of people) {
    const away = hues.map((hue) => Math.abs(((((hue - tone * 7 + 180) % 360) + 360) % 360) - 180))
    expect(Math.min(...away), `the colour of ${name}`).toBeLessThan(20)
  }
}

export const nothing: Decoded = { pictures: 0, hues: [], tones: [] }
