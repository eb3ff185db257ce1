import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { House } from './net.ts'

declare global {
  interface Window {
    /** Moments (Unix time in milliseconds) at which pictures of others were decoded. */
    shown: number[]
    connections: RTCPeerConnection[]
  }
}

const browserArgs = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--autoplay-policy=no-user-gesture-required'],
  ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--ignore-certificate-errors'],
]

/** Somebody in a browser in their own network, and what they see of the other. */
export class Watcher {
  readonly house: House
  readonly page: Page
  readonly #browser: Browser
  readonly #folder: string

  constructor(house: House, page: Page, browser: Browser, folder: string) {
    this.house = house
    this.page = page
    this.#browser = browser
    this.#folder = folder
  }

  /** Moments at which frames of the other were decoded, since a moment. */
  framesSince(moment: number): Promise<number[]> {
    return this.page.evaluate((from) => window.shown.filter((at) => at >= from), moment)
  }

  /** As a browser does with a tab that nobody looks at. */
  async freeze(frozen: boolean): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('Page.setWebLifecycleState', { state: frozen ? 'frozen' : 'active' })
    await session.detach()
  }

  /** People who are shown, oneself among them. */
  tiles(): Promise<number> {
    return this.page.getByRole('group').count()
  }

  /** How the pages' connections travel at present. */
  way(): Promise<string> {
    return this.page.evaluate(async () => {
      const live = window.connections.filter(({ connectionState }) => connectionState === 'connected')
      const ways = await Promise.all(
        live.map(async (one) => {
          const stats = [...(await one.getStats()).values()]
          const by = (id: string) => stats.find((each) => each.id === id)
          const pair = by(stats.find(({ type }) => type === 'transport')?.selectedCandidatePairId)
          const remote = by(pair?.remoteCandidateId)
          return `${remote?.address ?? '?'} ${remote?.protocol ?? '?'}`
        }),
      )
      return [...new Set(ways)].join(', ')
    })
  }

  async close(): Promise<void> {
    await this.#browser.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** Opens a browser there and joins. */
export async function watch(house: House, executable: string, url: string): Promise<Watcher> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-watcher-'))
  const program = path.join(folder, 'browser')
  writeFileSync(program, `#!/bin/sh\nexec ${house.inside.join(' ')} ${executable} "$@"\n`)
  chmodSync(program, 0o700)
  const browser = await chromium.launch({ executablePath: program, args: browserArgs })
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 900, height: 600 } })
  const page = await context.newPage()
  await page.addInitScript(noteFrames)
  await page.goto(url)
  await page.getByRole('textbox', { name: 'Your name' }).fill(house.name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).waitFor()
  return new Watcher(house, page, browser, folder)
}

/** In the page: notes each moment at which another frame of somebody else's camera was decoded. */
function noteFrames(): void {
  window.shown = []
  window.connections = []
  const Original = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Original {
    constructor(settings?: RTCConfiguration) {
      super(settings)
      window.connections.push(this)
    }
  }
  const counted = new Map<string, number>()
  const look = async () => {
    for (const [index, connection] of window.connections.entries()) {
      if (connection.connectionState === 'closed') continue
      for (const stats of (await connection.getStats()).values()) {
        if (stats.type !== 'inbound-rtp' || stats.kind !== 'video') continue
        const key = `${index} ${stats.id}`
        if (stats.framesDecoded > (counted.get(key) ?? 0)) window.shown.push(performance.timeOrigin + performance.now())
        counted.set(key, stats.framesDecoded)
      }
    }
    setTimeout(() => void look(), 20)
  }
  void look()
}
