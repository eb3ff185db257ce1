import type { Page } from '@playwright/test'
import { codeOfApp } from '../../packages/server/test/whole/code-app.ts'
import { codeSentBy } from './codes.ts'
import { expect } from './fixtures.ts'
import type { RunningServer } from './server.ts'

/** The link that the start printed for whoever sets the installation up. */
export async function firstRunLink({ output }: RunningServer): Promise<string> {
  const find = () => /http:\S+\/first-run\?k=\S+/.exec(output.join(''))?.[0] ?? ''
  await expect.poll(find).not.toBe('')
  return find()
}

/** Sets an installation up, as its first operator does: an address, a second factor by a code app. */
export async function becomeOperator(server: RunningServer, page: Page, address: string): Promise<void> {
  await page.goto(`${await firstRunLink(server)}&lang=en`)
  await page.getByLabel('Your e-mail address').fill(address)
  const code = await codeSentBy(server, () => page.getByRole('button', { name: 'Send me a code' }).click())
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Use a code app' }).click()
  const secret = await page.locator('main code').first().innerText()
  await page.locator('input[autocomplete=one-time-code]').fill(codeOfApp(secret))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your account is secured' })).toBeVisible()
}
