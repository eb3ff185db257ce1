import { expect, type Page } from '@playwright/test'
import { codeSentBy } from './codes.ts'
import type { RunningServer } from './server.ts'

/** Signs somebody in with a code from a mail; the account is made where there is none. */
export async function signInAs(server: RunningServer, page: Page, email: string): Promise<void> {
  await page.goto(`${server.url}/sign-in?lang=en`)
  await page.locator('#email').fill(email)
  const code = await codeSentBy(server, () => page.getByRole('button', { name: 'Send me a code' }).click())
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/account/)
}
