import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const program = ['/usr/bin/firefox-esr', '/usr/local/bin/firefox-esr'].find((file) => existsSync(file)) ?? 'firefox-esr'

/** The pitch of Firefox's own fake microphone here, in Hz. */
const pitch = 700

/** Its own fake camera and microphone, without questions; connections over loopback; nothing asked of the internet. */
const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.audio.fake_frequency': pitch,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  'intl.accept_languages': 'en-GB',
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.active-protocols': 1,
  'services.settings.server': 'data:,',
}

interface Perceived {
  text: string
  /** How many pictures differed from the one before. */
  pictures: number
  /** Loudest frequency between 300 and 1,600 Hz; 0 where there is none. */
  tone: number
}

type Answer = { id?: number; type: string; result?: Record<string, unknown>; error?: string; message?: string }

/** Debian's Firefox with one page, driven by WebDriver BiDi (W3C): the test runner drives Chromium only. */
export class Firefox {
  readonly tone = pitch
  readonly #process: ChildProcess
  readonly #socket: WebSocket
  readonly #folder: string
  readonly #waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>()
  #asked = 0
  #context = ''

  private constructor(child: ChildProcess, socket: WebSocket, folder: string) {
    this.#process = child
    this.#socket = socket
    this.#folder = folder
    socket.addEventListener('message', ({ data }) => this.#heard(JSON.parse(String(data))))
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has ended'))
    })
  }

  static async open(): Promise<Firefox> {
    const folder = mkdtempSync(path.join(tmpdir(), 'samtale-firefox-'))
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
    writeFileSync(path.join(folder, 'user.js'), lines.join('\n'))
    const args = ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port', '0', 'about:blank']
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: folder, MOZ_CRASHREPORTER_DISABLE: '1' },
    })
    const socket = new WebSocket(`${await listening(child)}/session`)
    await once(socket, 'open')
    const firefox = new Firefox(child, socket, folder)
    await firefox.#ask('session.new', { capabilities: {} })
    const { contexts } = (await firefox.#ask('browsingContext.getTree', {})) as { contexts: { context: string }[] }
    firefox.#context = contexts[0]?.context ?? ''
    return firefox
  }

  async goto(url: string): Promise<void> {
    await this.#ask('browsingContext.navigate', { context: this.#context, url, wait: 'complete' })
  }

  /** From the join page into the call, by keys as a person would. */
  async join(url: string, name: string): Promise<void> {
    await this.goto(url)
    await this.until(() => {
      const field = document.querySelector<HTMLInputElement>('form input')
      field?.focus()
      return field === null ? 'not yet' : null
    })
    const keys = [...name, '\uE006'].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await this.#ask('input.performActions', {
      context: this.#context,
      actions: [{ type: 'key', id: 'keyboard', actions: keys }],
    })
    await this.until(() => (document.querySelector('.path-mark') === null ? 'not yet' : null))
  }

  /** Runs a function in the page; what goes in and comes out is JSON. */
  async run<Argument, Result>(
    look: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    const { result, exceptionDetails } = (await this.#ask('script.callFunction', {
      functionDeclaration: `async (argument) => JSON.stringify((await (${look.toString()})(JSON.parse(argument))) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(argument ?? null) }],
      target: { context: this.#context },
      awaitPromise: true,
      userActivation: true,
    })) as { result?: { value: string }; exceptionDetails?: { text: string } }
    if (result === undefined) throw new Error(`In Firefox: ${exceptionDetails?.text}`)
    return JSON.parse(result.value)
  }

  /** Runs it until it gives nothing any more. */
  async until(look: () => unknown): Promise<void> {
    while ((await this.run(look, null)) !== null) await new Promise((resolve) => setTimeout(resolve, 100))
  }

  /** What its page says, shows and sounds of one tile over a second. */
  perceives(name: string): Promise<Perceived | null> {
    return this.run(lookAndListen, name)
  }

  async close(): Promise<void> {
    this.#socket.close()
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit')
      this.#process.kill('SIGKILL')
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  #ask(method: string, params: object): Promise<Record<string, unknown>> {
    const id = (this.#asked += 1)
    const answer = Promise.withResolvers<Record<string, unknown>>()
    this.#waiting.set(id, answer)
    this.#socket.send(JSON.stringify({ id, method, params }))
    return answer.promise
  }

  #heard({ id, type, result, error, message }: Answer) {
    const waiting = this.#waiting.get(id ?? -1)
    if (id === undefined || waiting === undefined) return
    this.#waiting.delete(id)
    if (type === 'success') waiting.resolve(result ?? {})
    else waiting.reject(new Error(`Firefox: ${error}: ${message}`))
  }
}

/** Where its WebDriver BiDi listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (part) => {
      said += String(part)
      const url = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}:\n${said}`)))
  })
}

/**
 * Runs in the page. Firefox without a window counts no pictures, so they are compared; without a sound card it has no
 * running audio context, so what the page plays is recorded and decoded.
 */
async function lookAndListen(name: string): Promise<Perceived | null> {
  const tile = document.querySelector(`[role=group][aria-label="${name}"]`)
  const video = tile?.querySelector('video')
  const stream = video?.srcObject
  const pen = new OffscreenCanvas(32, 18).getContext('2d')
  if (!tile || !video || pen === null || !(stream instanceof MediaStream)) return null
  if (stream.getAudioTracks().length === 0) return null
  const recorder = new MediaRecorder(new MediaStream(stream.getAudioTracks()))
  const recorded = new Promise<Blob>((resolve) => {
    recorder.addEventListener('dataavailable', ({ data }) => resolve(data))
  })
  recorder.start()
  const looks: string[] = []
  for (let at = 0; at < 10; at += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    pen.drawImage(video, 0, 0, 32, 18)
    looks.push(pen.getImageData(0, 0, 32, 18).data.join())
  }
  recorder.stop()
  const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await (await recorded).arrayBuffer())
  const samples = sound.getChannelData(0).slice(-12_000)
  const levelAt = (hertz: number) => {
    let [sine, cosine] = [0, 0]
    for (const [at, sample] of samples.entries()) {
      const turn = (2 * Math.PI * hertz * at) / sound.sampleRate
      sine += sample * Math.sin(turn)
      cosine += sample * Math.cos(turn)
    }
    return Math.hypot(sine, cosine) / samples.length
  }
  const levels = Array.from({ length: 325 }, (_, at) => ({ hertz: 300 + at * 4, level: levelAt(300 + at * 4) }))
  const loudest = levels.reduce((best, one) => (one.level > best.level ? one : best))
  return {
    text: tile.textContent,
    pictures: looks.filter((look, at) => at > 0 && look !== looks[at - 1]).length,
    tone: loudest.level < 0.001 ? 0 : loudest.hertz,
  }
}
