import { expect, test } from '../support/fixtures.ts'

test('Samtale can be installed as an app, from every kind of page, and keeps nothing for it', async ({
  server,
  playwright,
  launchOptions,
}, testInfo) => {
  // A window of its own, not a private one: there nothing can be installed.
  const window = await playwright.chromium.launchPersistentContext(testInfo.outputPath('profile'), launchOptions)
  const page = await window.newPage()
  const devtools = await window.newCDPSession(page)
  for (const path of ['/', '/kitchen-table', '/sign-in?lang=nb']) {
    await page.goto(server.url + path)
    const { url, errors } = await devtools.send('Page.getAppManifest')
    expect([path, url, errors]).toEqual([path, `${server.url}/manifest.webmanifest`, []])
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    expect([path, installabilityErrors]).toEqual([path, []])
  }
  const workers = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
  expect([workers, await page.evaluate(() => caches.keys())]).toEqual([0, []])
  await window.close()
})

test('its icons are pictures of the sizes that they say', async ({ server, page }) => {
  await page.goto(server.url)
  const manifest: { icons: { src: string; sizes: string; purpose: string }[] } = await (
    await page.request.get(`${server.url}/manifest.webmanifest`)
  ).json()
  const apple = await page.locator('link[rel=apple-touch-icon]').getAttribute('href')
  const icons = [...manifest.icons.map(({ src, sizes }) => [src, sizes]), [apple ?? '', '180x180']]
  for (const [src = '', sizes] of icons) {
    const size = await page.evaluate(async (from) => {
      const picture = new Image()
      picture.src = from
      await picture.decode()
      return `${picture.naturalWidth}x${picture.naturalHeight}`
    }, src)
    expect([src, size]).toEqual([src, sizes])
  }
  expect(manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`).toSorted()).toEqual([
    'any 192x192',
    'any 512x512',
    'maskable 192x192',
    'maskable 512x512',
  ])
  await page.emulateMedia({ colorScheme: 'dark' })
  const painted = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
          ({ media }) => matchMedia(media).matches,
        )?.content,
    )
  const dark = await painted()
  await page.emulateMedia({ colorScheme: 'light' })
  expect([dark, await painted()]).toEqual(['#10161c', '#f3f6f8'])
})
