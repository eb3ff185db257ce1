import type { Page } from '@playwright/test'
import { faultsOf } from '../pages/axe.ts'
import { giveAuthenticator } from '../support/authenticator.ts'
import { codeSentBy } from '../support/codes.ts'
import { expect, test } from '../support/fixtures.ts'
import { mailsOf } from '../support/operator.ts'
import type { RunningServer } from '../support/server.ts'

async function signIn(server: RunningServer, page: Page, email: string): Promise<void> {
  await page.goto(`${server.url}/sign-in?lang=en`)
  await page.getByLabel('E-mail or phone number').fill(email)
  const code = await codeSentBy(server, () => page.getByRole('button', { name: 'Send me a code' }).click())
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a code in a mail signs in, by the keyboard alone, and out again', async ({ server, page, context }) => {
    await page.goto(`${server.url}/sign-in?lang=en`)
    await page.getByLabel('E-mail or phone number').focus()
    await page.keyboard.type('kari@hjem.example')
    const sent = await codeSentBy(server, () => page.keyboard.press('Enter'))
    const code = page.getByLabel('Code')
    await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
    await code.focus()
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await expect(page.locator('#code-wrong')).toContainText('isn’t right')
    await page.getByLabel('Code').focus()
    await page.keyboard.type(sent)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
    const [cookie, ...others] = await context.cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ name: '__Host-samtale.session', httpOnly: true, secure: true, sameSite: 'Lax' })

    await page.getByLabel('Name').fill('Kari')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status')).toContainText('Saved')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
    expect(await context.cookies()).toEqual([])
  })

  test('an account is deleted on its page, with a mail to sign in with', async ({ server, page }) => {
    await signIn(server, page, 'borte@hjem.example')
    await page.getByRole('link', { name: 'Delete my account' }).click()
    await page.getByLabel('Yes, delete my account').check()
    await page.getByRole('button', { name: 'Delete it now' }).click()
    await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible()
    await page.goto(`${server.url}/account?lang=en`)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})

test('a passkey is added, and signs in without a mail', async ({ server, page }) => {
  await giveAuthenticator(page)
  await signIn(server, page, 'ola@hjem.example')
  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('list').filter({ hasText: 'added' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()

  const mails = mailsOf(server, 'account.code').length
  await page.goto(`${server.url}/sign-in?lang=en`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
  await expect(page.getByText('ola@hjem.example')).toBeVisible()
  expect(mailsOf(server, 'account.code')).toHaveLength(mails)

  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('You have none yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.goto(`${server.url}/sign-in?lang=en`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('status')).toContainText('That didn’t work')
})

test('the picture for a code app has a name, and nothing in its way', async ({ server, page }) => {
  await signIn(server, page, 'alle@hjem.example')
  await page.goto(`${server.url}/account/security?lang=en`)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.getByRole('img', { name: 'Picture for a code app' })).toBeVisible()
  expect(await faultsOf(page, 'all')).toEqual([])
})
