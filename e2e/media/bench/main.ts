// `npm run bench:media`: what sealing frames costs, each measured beside the same call unsealed in the same run. Numbers are
// this machine's of this moment; bytes a frame and ratios are what is worth telling.
import { chromium } from '@playwright/test'
import configuration from '../../playwright.config.ts'
import { serveHarness } from '../serve-harness.ts'
import { measureCpu } from './cpu.ts'
import { measureFrameBytes, type BytesByKind } from './frame-bytes.ts'

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
  const { sealed, plain } = await measureCpu(browser, server.process().pid ?? 0, harness.url, seconds, rounds)
  say(`CPU of a call of three, sealed ${sealed.toFixed(2)} s, unsealed ${plain.toFixed(2)} s: ${ratio(sealed, plain)}`)
} finally {
  await browser.close()
  await server.close()
  await harness.close()
}

/** Around a frame, with and without its seal: the difference is what the seal adds, packets that it makes more of included. */
function bytesLine(kind: 'audio' | 'video', off: BytesByKind, on: BytesByKind): string {
  const around = (one: BytesByKind) => one[kind].wire - one[kind].plain
  const added = around(on) - around(off)
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
