import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { expectMoving } from '../support/media.ts'
import type { Person } from '../support/person.ts'

/** Where pictures are kept: with SAMTALE_SCREENSHOTS=1 in the documentation, else beside the test's results. */
const folder = path.resolve(
  import.meta.dirname,
  process.env['SAMTALE_SCREENSHOTS'] === '1' ? '../../docs/screenshots' : '../test-results/screens',
)
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1_440, height: 900 } }
const schemes = ['light', 'dark'] as const

/** Every screen at both sizes and in both themes: a picture, nothing wider than the window, nothing that axe finds. */
async function screen(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(250)
      await page.screenshot({ path: path.join(folder, `${name}-${size}-${colorScheme}.png`) })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, `${name} ${size}: wider than the window`).toBeLessThanOrEqual(0)
      // Each size and each theme once: axe takes seconds.
      if ((size === 'phone') !== (colorScheme === 'dark')) continue
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      expect(found, `${name} ${size} ${colorScheme}`).toEqual([])
    }
  }
}

test('start, join and alone', async ({ server, person }) => {
  const url = server.room('kitchen-table')
  const ana = await person('Ana')
  await ana.open(`${server.url}/`)
  await screen(ana.page, 'start')
  await ana.open(url)
  await expect(ana.button('Join')).toBeVisible()
  await screen(ana.page, 'join')
  await ana.joinHere()
  await screen(ana.page, 'call-one')
})

test('two, chat and a shared screen', async ({ server, person }) => {
  const url = server.room('kitchen-table')
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  for (const one of [ana, bo]) await one.enter(url)
  await expectMoving(ana.tile('Bo'), 1)
  await screen(ana.page, 'call-two')
  await ana.page.getByRole('button', { name: /^Chat/ }).first().click()
  await ana.page.getByRole('textbox', { name: 'Message' }).fill('Shall we begin?')
  await ana.button('Send').click()
  await screen(ana.page, 'call-chat')
  await ana.page.keyboard.press('Escape')
  await bo.button('Share screen').click()
  await expectMoving(ana.tile('Bo’s screen'), 1)
  await screen(ana.page, 'call-shared-screen')
})

test('five, and what the server knows', async ({ server, person }) => {
  await server.routerReady()
  const url = server.room('office')
  const people: Person[] = []
  for (const name of ['Ana', 'Bo', 'Cy', 'Dag', 'Eli']) {
    const one = await person({ name, viewport: { width: 480, height: 400 } })
    await one.enter(url)
    people.push(one)
  }
  const [ana] = people as [Person]
  for (const name of ['Bo', 'Cy', 'Dag', 'Eli']) await expectMoving(ana.tile(name), 1)
  await screen(ana.page, 'call-five')
  await ana.page.getByRole('button', { name: /^Through the router/ }).click()
  await screen(ana.page, 'call-path')
  await ana.page.getByRole('button', { name: 'What the server knows about this call' }).click()
  await expect(ana.page.getByRole('dialog', { name: 'What the server knows about this call' })).toContainText('office')
  await screen(ana.page, 'call-knowledge')
})

test('the door, and what a host has at hand', async ({ server, person }) => {
  const url = server.room('kitchen-table')
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await ana.enter(url)
  await ana.button('Lock room').click()
  await bo.open(url)
  await bo.page.getByRole('textbox', { name: 'Your name' }).fill('Bo')
  await bo.button('Join').click()
  await expect(bo.button('Knock')).toBeVisible()
  await screen(bo.page, 'door-locked')
  await bo.page.getByRole('textbox', { name: 'Message to the hosts' }).fill('It is Bo, from the choir')
  await bo.button('Knock').click()
  await expect(bo.page.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible()
  await screen(bo.page, 'door-waiting')
  await expect(ana.button('Let in')).toBeVisible()
  await screen(ana.page, 'door-knock')
  await ana.page.setViewportSize(sizes.desktop)
  await ana.button('Participants').click()
  await ana.button('Hold').click()
  await ana.button('Message').click()
  await ana.page.getByRole('textbox', { name: 'Message', exact: true }).fill('Five minutes, please')
  await ana.button('Send message').click()
  await expect(bo.page.getByText('Five minutes, please')).toBeVisible()
  await screen(bo.page, 'door-held')
  await ana.button('Let in').click()
  await expectMoving(ana.tile('Bo'), 1)
  await screen(ana.page, 'host-participants')
  await ana.page.getByRole('button', { name: 'Options for Bo' }).click()
  await ana.page.getByRole('menuitem', { name: 'Report' }).click()
  await expect(ana.button('Send report')).toBeVisible()
  await screen(ana.page, 'report')
  await ana.page.keyboard.press('Escape')
  await ana.page.getByRole('button', { name: 'Options for Bo' }).click()
  await ana.page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(ana.page.getByRole('dialog', { name: 'Bo was removed' })).toBeVisible()
  await screen(ana.page, 'host-removed')
})

test('when something is wrong', async ({ ownServer: server, person }) => {
  const ana = await person({ name: 'Ana', ownDevices: true })
  await ana.open(`${server.url}/not/a/room`)
  await screen(ana.page, 'error-wrong-name')
  await ana.context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await ana.open(server.room('kitchen-table'))
  await expect(ana.page.getByText(/not allowed|allow/i).first()).toBeVisible()
  await screen(ana.page, 'error-denied')
  await server.stop()
  await ana.page.getByRole('textbox', { name: 'Your name' }).fill('Ana')
  await ana.button('Join').click()
  await expect(ana.button('Try again').first()).toBeVisible()
  await screen(ana.page, 'error-server-gone')
})

test('the policy page', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/privacy`)
  await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible()
  await screen(ana.page, 'privacy')
})

test('policies, line by line', async ({ server, person }) => {
  const ana = await person('Ana')
  const { page } = ana
  await ana.open(`${server.url}/policies`)
  await expect(page.getByText(/^\d+ refused$/).nth(4)).toBeVisible()
  await screen(page, 'policies')
  await ana.open(`${server.url}/policies/klikk?show=refused`)
  await expect(page.getByText('retention.below.legal.min')).toBeVisible()
  await page.getByText('Why it matters, and how to mend it').first().click()
  await screen(page, 'policy')
  await ana.open(`${server.url}/policies/klikk#file`)
  await expect(page.getByText('profile: klikk')).toBeVisible()
  await screen(page, 'policy-file')
  await ana.open(`${server.url}/policies/check`)
  await page.getByRole('button', { name: /Begin with/ }).click()
  await page.getByRole('option', { name: 'Klikk’s privacy policy' }).click()
  await expect(page.getByRole('region', { name: 'Result' }).getByRole('status')).toContainText('mistakes')
  await screen(page, 'policy-check')
})
