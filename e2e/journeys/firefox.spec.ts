import type { Page } from '@playwright/test'
import { Firefox } from '../support/firefox.ts'
import { expect, test as base } from '../support/fixtures.ts'
import { expectMoving, expectTone } from '../support/media.ts'
import type { Person } from '../support/person.ts'

/** Firefox takes its time to begin, and so does the router. */
const test = base.extend<{ firefox: Firefox }>({
  firefox: async ({ server }, use) => {
    const firefox = await Firefox.open()
    await server.routerReady()
    await use(firefox)
    await firefox.close()
  },
})

/** Stands on a page's line to the server, and can say for it that it reaches another not directly. */
async function standOnLine(page: Page): Promise<{ reportNoWay(): void }> {
  let [reportNoWay, other] = [() => {}, '']
  await page.routeWebSocket('**/ws', (line) => {
    const server = line.connectToServer()
    reportNoWay = () => server.send(JSON.stringify({ id: 1_000_000, type: 'direct.failed', participantId: other }))
    server.onMessage((message) => {
      const { type, participant, re } = JSON.parse(String(message))
      if (type === 'participant.joined') other = participant.id
      if (re !== 1_000_000) line.send(message)
    })
  })
  return { reportNoWay: () => reportNoWay() }
}

async function expectCall(ana: Person, firefox: Firefox, way: string): Promise<void> {
  await expect(ana.page.locator('.path-mark')).toHaveText(way)
  const wayInFirefox = () => firefox.run(() => document.querySelector('.path-mark')?.textContent ?? '', null)
  await expect.poll(wayInFirefox).toBe(way)
  const fox = ana.tile('Fox')
  await expectMoving(fox, 2)
  await expectTone(fox, firefox.tone)
  await expect(fox.getByText('Encrypted')).toBeAttached()
  const offTone = async () => Math.abs(((await firefox.perceives('Ana'))?.tone ?? 0) - ana.tone)
  await expect.poll(offTone, { message: `Firefox hears ${ana.tone} Hz`, timeout: 40_000 }).toBeLessThan(20)
  const moves = async () => (await firefox.perceives('Ana'))?.pictures ?? 0
  await expect.poll(moves, { message: 'Firefox sees Ana move', timeout: 40_000 }).toBeGreaterThan(2)
  expect((await firefox.perceives('Ana'))?.text).toContain('Encrypted')
}

test('Chromium and Firefox in one encrypted call, first directly, then through the router', async ({
  server,
  person,
  firefox,
}) => {
  const url = server.room('two-browsers')
  const ana = await person('Ana')
  const line = await standOnLine(ana.page)
  await ana.enter(url)
  await firefox.join(url, 'Fox')
  await expectCall(ana, firefox, 'Direct')
  line.reportNoWay()
  await expectCall(ana, firefox, 'Through the router')

  await ana.button('Verify').click()
  await firefox.run(() => document.querySelector<HTMLElement>('.verify-button')?.click(), null)
  const digits = ana.page.locator('.verify-digits')
  await expect(digits).toHaveText(/^[0-9 ]{30,}$/)
  const digitsInFirefox = () => firefox.run(() => document.querySelector('.verify-digits')?.textContent ?? '', null)
  await expect.poll(digitsInFirefox).toBe(await digits.textContent())
  expect(ana.problems).toEqual([])
})
