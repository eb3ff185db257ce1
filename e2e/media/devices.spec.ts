import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type Browser, type LaunchOptions, type Page } from '@playwright/test'
import { Company } from './company.ts'
import { serveHarness } from './serve-harness.ts'
import { writeTone } from './tone-file.ts'

const hertz = 620

let harness: Awaited<ReturnType<typeof serveHarness>>
let folder: string
let browsers: Browser[] = []

test.beforeAll(async () => {
  harness = await serveHarness()
  folder = await mkdtemp(join(tmpdir(), 'samtale-tone-'))
  await writeTone(join(folder, 'tone.wav'), hertz)
})
test.afterAll(async () => {
  await harness.close()
  await rm(folder, { recursive: true })
})
test.afterEach(async () => {
  for (const browser of browsers) await browser.close()
  browsers = []
})

/** A browser of its own, since devices are told to it at its start. */
async function browserWith(change: (args: string[]) => string[]): Promise<Browser> {
  const options: LaunchOptions = test.info().project.use.launchOptions ?? {}
  const browser = await chromium.launch({ ...options, args: change([...(options.args ?? [])]) })
  browsers.push(browser)
  return browser
}

const withTone = (args: string[]) => [...args, `--use-file-for-fake-audio-capture=${join(folder, 'tone.wav')}`]
const without = (name: string) => (args: string[]) => args.filter((arg) => !arg.includes(name))

async function openPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(harness.url)
  await page.evaluate(() => window.harness.useDevices())
  return page
}

const view = (page: Page) => page.evaluate(() => JSON.parse(JSON.stringify(window.harness.local().view())))

test('a steady tone passes the browser’s own processing of the voice, and arrives at its pitch', async () => {
  const company = new Company(await browserWith(withTone), harness.url)
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  const processing = await bo.page.evaluate(async () => {
    window.harness.local().close()
    window.harness.useDevices()
    await window.harness.local().setMicrophone(true)
    const settings = window.harness.local().view().microphone.track?.getSettings()
    return [settings?.echoCancellation, settings?.noiseSuppression, settings?.autoGainControl]
  })
  expect(processing).toEqual([true, true, true])
  for (const times of [1, 2, 3, 4, 5]) {
    await expect.poll(() => ada.pitch(bo), { message: `heard ${times}` }).toBeCloseTo(hertz, -1)
    await ada.page.waitForTimeout(1_000)
  }
  expect(await bo.page.evaluate(() => window.harness.local().level())).toBeGreaterThan(0)
})

test('microphone and camera: on with names, off with the camera stopped, the last wish counts', async () => {
  const page = await openPage(await browserWith((args) => args))
  expect(await view(page)).toMatchObject({ microphone: { on: false, track: null }, camera: { on: false, track: null } })
  await page.evaluate(() =>
    Promise.all([window.harness.local().setMicrophone(true), window.harness.local().setCamera(true)]),
  )
  const on = await view(page)
  for (const input of [on.microphone, on.camera]) {
    expect(input).toMatchObject({ on: true, starting: false, problem: null })
    expect(input.choices.map(({ id }: { id: string }) => id)).toContain(input.chosenId)
    expect(input.choices.every(({ label }: { label: string }) => label !== '')).toBe(true)
  }
  const states = await page.evaluate(async () => {
    const local = window.harness.local()
    const { microphone, camera } = local.view()
    await Promise.all([local.setMicrophone(false), local.setCamera(false)])
    const kept = [microphone.track?.readyState, microphone.track?.enabled, camera.track?.readyState]
    await local.setMicrophone(true)
    const same = local.view().microphone.track === microphone.track && microphone.track?.enabled
    await local.setMicrophone(false)
    await new Promise((resolve) => microphone.track && setTimeout(resolve, 5_500))
    return { kept, same, later: microphone.track?.readyState }
  })
  expect(states).toEqual({ kept: ['live', false, 'ended'], same: true, later: 'ended' })

  const races = await page.evaluate(async () => {
    const local = window.harness.local()
    const wish = (...wishes: boolean[]) =>
      Promise.all(wishes.map((wished) => local.setCamera(wished))).then(() => local.view().camera.on)
    return [await wish(true, false), await wish(true, false, true), await wish(false, true, false), await wish(true)]
  })
  expect(races).toEqual([false, true, false, true])
})

test('another camera can be chosen, a device that goes is replaced by another', async () => {
  const two = (args: string[]) =>
    args.map((arg) => (arg === '--use-fake-device-for-media-stream' ? `${arg}=device-count=2` : arg))
  const page = await openPage(await browserWith(two))
  const result = await page.evaluate(async () => {
    const local = window.harness.local()
    await local.setCamera(true)
    const { choices, chosenId } = local.view().camera
    const other = choices.find(({ id }) => id !== chosenId)?.id ?? ''
    await local.chooseCamera(other)
    const chosen = local.view().camera
    await local.chooseCamera('no such device')
    const fallback = local.view().camera
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    // What a browser does when the device is unplugged.
    fallback.track?.stop()
    fallback.track?.dispatchEvent(new Event('ended'))
    await new Promise<void>((resolve) => {
      const stop = local.subscribe(() => {
        if (local.view().camera.track !== fallback.track && local.view().camera.on) resolve(stop())
      })
    })
    return {
      count: choices.length,
      other,
      chosenId: chosen.chosenId,
      fellBack: fallback.on && fallback.problem === null,
    }
  })
  expect(result).toMatchObject({ count: 2, chosenId: result.other, fellBack: true })
})

test('refused, missing: each is told as what it is', async () => {
  const refused = await openPage(await browserWith(without('fake-ui')))
  await refused.evaluate(() => window.harness.local().setCamera(true))
  expect((await view(refused)).camera).toMatchObject({ on: false, starting: false, problem: 'denied' })
  const missing = await openPage(await browserWith(without('fake-device')))
  await missing.evaluate(() => window.harness.local().setMicrophone(true))
  expect((await view(missing)).microphone).toMatchObject({ on: false, problem: 'missing', choices: [] })
})

test('a screen is shared, and its end by the browser’s own bar is noticed', async () => {
  const page = await openPage(await browserWith((args) => args))
  await page.mouse.click(5, 5)
  expect(await page.evaluate(() => window.harness.local().startScreen())).toBe(true)
  const { on, state } = await page.evaluate(() => {
    const { screen } = window.harness.local().view()
    screen.video?.dispatchEvent(new Event('ended'))
    return { on: screen.on, state: window.harness.local().view().screen }
  })
  expect(on).toBe(true)
  expect(state).toMatchObject({ on: false, video: null, audio: null })
})
