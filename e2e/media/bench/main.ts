// `npm run bench:media`: what sealing frames costs, each measured beside the same call unsealed in the same run. Numbers are
// this machine's of this moment; bytes a frame and ratios are what is worth telling.
import { chromium } from 'playwright-core'
import configuration from '../../playwright.config.ts'
import { serveHarness } from '../serve-harness.ts'
import { measureCpu } from './cpu.ts'
import { measureFrameBytes, type BytesByKind, type FrameBytes } from './frame-bytes.ts'

const seconds = Number(process.env['BENCH_SECONDS'] ?? 15)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const say = (line: string) => process.stdout.write(`${line}\n`)

const harness = await serveHarness()
const server = await chromium.launchServer(configuration.use?.launchOptions ?? {})
const browser = await chromium.connect(server.wsEndpoint())
try {
  const off = await measureFrameBytes(browser, harness.url, false, seconds)
  const on = await measureFrameBytes(browser, harness.url, true, seconds)
  for (const kind of ['audio', 'video'] as const) say(bytesLine(kind, off, on))
  if (rounds > 0) {
    const { sealed, plain } = await measureCpu(browser, server.process().pid ?? 0, harness.url, seconds, rounds)
    say(
      `CPU of a call of three, sealed ${sealed.toFixed(2)} s, unsealed ${plain.toFixed(2)} s: ${ratio(sealed, plain)}`,
    )
  }
} finally {
  await browser.close()
  await server.close()
  await harness.close()
}

/**
 * What the seal adds: all that is sent around a sealed frame, less what as many packets have around frames that aren't. How
 * many packets a frame takes varies with the picture by more than the seal makes it.
 */
function bytesLine(kind: 'audio' | 'video', off: BytesByKind, on: BytesByKind): string {
  const around = ({ frames, wire, plain }: FrameBytes) => (wire - plain) * frames
  const aPacket = around(off[kind]) / off[kind].packets
  const added = (around(on[kind]) - aPacket * on[kind].packets) / on[kind].frames
  const { frames, packets, wire, plain } = on[kind]
  return [
    `${kind}: ${added.toFixed(2)} bytes added to a frame of ${plain.toFixed(0)} bytes`,
    `on the wire ${wire.toFixed(0)} in ${(packets / frames).toFixed(2)} packets: ${ratio(wire, wire - added)}`,
    `${frames} frames sealed, ${off[kind].frames} not`,
  ].join('; ')
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(3)}×`
}
