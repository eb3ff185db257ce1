import { expect, type Page } from '@playwright/test'
import { mailsOf } from './operator.ts'
import type { RunningServer } from './server.ts'

/** Signs somebody in with a code from a mail; the account is made where there is none. */
export async function signInAs(server: RunningServer, page: Page, email: string): Promise<void> {
  const before = mailsOf(server, 'account.code').length
  await page.goto(`${server.url}/sign-in?lang=en`)
  await page.locator('#email').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect.poll(() => mailsOf(server, 'account.code').length).toBe(before + 1)
  const mail = mailsOf(server, 'account.code').at(-1)?.split('\r\n\r\n').slice(1).join('\n') ?? ''
  await page.getByLabel('Code').fill(/\b\d{6}\b/.exec(mail)?.[0] ?? 'no code')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/account/)
}
