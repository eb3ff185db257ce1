import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'

/** Each person's tone, far enough apart that one can't be taken for another. */
const tones = [440, 620, 800, 980, 1_160, 1_340, 1_520]
let next = 0

export interface PersonOptions {
  name: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** Chromium's own fake devices instead of a drawn picture and this person's tone. */
  ownDevices?: boolean
  locale?: string
}

/** Somebody with a browser of their own, a moving picture and a tone that is theirs. */
export class Person {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  readonly tone: number
  readonly hosts = new Set<string>()
  readonly problems: string[] = []

  constructor(name: string, page: Page, tone: number) {
    this.name = name
    this.page = page
    this.context = page.context()
    this.tone = tone
    page.on('request', (request) => this.hosts.add(new URL(request.url()).host))
    page.on('websocket', (socket) => this.hosts.add(new URL(socket.url()).host))
    page.on('pageerror', (error) => this.problems.push(`${error.name}: ${error.message}`))
    page.on('console', (message) => message.type() === 'error' && this.problems.push(message.text()))
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url)
  }

  /** From the join page into the call. */
  async enter(url: string): Promise<void> {
    await this.open(url)
    await this.joinHere()
  }

  async joinHere(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name)
    await this.button('Join').click()
    await expect(this.button('Leave')).toBeVisible()
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Somebody's tile on this person's page. */
  tile(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true })
  }

  self(): Locator {
    return this.tile(`${this.name} (you)`)
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}

export async function openPerson(browser: Browser, options: PersonOptions): Promise<Person> {
  const tone = tones[next++ % tones.length] ?? 440
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 960, height: 640 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
    ignoreHTTPSErrors: true,
  })
  if (options.ownDevices !== true) await context.addInitScript(giveOwnDevices, { tone, name: options.name })
  return new Person(options.name, await context.newPage(), tone)
}

/** Runs in the page: getUserMedia and getDisplayMedia give a drawn, moving picture and this person's tone. */
function giveOwnDevices({ tone, name }: { tone: number; name: string }): void {
  if (navigator.mediaDevices === undefined) return
  const picture = (width: number, height: number, hue: number) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    const pen = canvas.getContext('2d')
    let frame = 0
    setInterval(() => {
      if (pen === null) return
      frame += 1
      pen.fillStyle = `hsl(${hue} 35% ${38 + 8 * Math.sin(frame / 12)}%)`
      pen.fillRect(0, 0, width, height)
      pen.fillStyle = 'rgba(255,255,255,.85)'
      pen.beginPath()
      pen.arc(width / 2 + (width / 5) * Math.sin(frame / 15), height / 2, height / 6, 0, 7)
      pen.fill()
      pen.font = `${height / 12}px sans-serif`
      pen.fillText(`${name} ${frame}`, 16, height - 20)
    }, 100)
    return canvas.captureStream(10)
  }
  const sound = (hertz: number) => {
    const audio = new AudioContext()
    const oscillator = new OscillatorNode(audio, { frequency: hertz })
    const destination = audio.createMediaStreamDestination()
    oscillator.connect(new GainNode(audio, { gain: 0.25 })).connect(destination)
    oscillator.start()
    return destination.stream
  }
  const hue = (tone * 7) % 360
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const tracks = [
      ...(constraints?.audio ? sound(tone).getAudioTracks() : []),
      ...(constraints?.video ? picture(320, 180, hue).getVideoTracks() : []),
    ]
    return new MediaStream(tracks)
  }
  navigator.mediaDevices.getDisplayMedia = async () => picture(640, 360, (hue + 180) % 360)
}
