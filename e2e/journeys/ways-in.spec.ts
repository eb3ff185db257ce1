import type { Page } from '@playwright/test'
import { startTestProvider, type TestProvider } from '../../packages/server/test/oidc/provider.ts'
import { codeAt } from '../../packages/server/src/features/accounts/factors/totp.ts'
import { codeSentBy } from '../support/codes.ts'
import { expect, test } from '../support/fixtures.ts'
import type { RunningServer } from '../support/server.ts'

// Known before the server starts, which asks the provider only when somebody signs in with it.
const providerPort = 21_000 + (process.pid % 9_000)
test.use({
  serverOptions: {
    env: {
      SAMTALE_OIDC_ISSUER: `http://localhost:${providerPort}`,
      SAMTALE_OIDC_CLIENT_ID: 'samtale',
      SAMTALE_OIDC_CLIENT_SECRET: 'of the test',
      SAMTALE_OIDC_NAME: 'Skole-ID',
    },
  },
})

let provider: TestProvider
test.beforeAll(async () => {
  provider = await startTestProvider({}, providerPort)
})
test.afterAll(() => provider.close())

async function signIn(server: RunningServer, page: Page, login: string): Promise<void> {
  await page.getByLabel('E-mail or phone number').fill(login)
  const code = await codeSentBy(server, () => page.getByRole('button', { name: 'Send me a code' }).click())
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signOut(server: RunningServer, page: Page): Promise<void> {
  await page.goto(`${server.url}/sign-out?lang=en`)
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
}

for (const [kind, login] of [
  ['an e-mail address', 'ola@hjem.example'],
  ['a phone number', '+47 912 34 567'],
] as const) {
  test(`MTG-1: somebody signs up with ${kind}, and comes to the room they were on the way to, with its secret`, async ({
    server,
    page,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
    await page.goto(`${server.url}/sign-in?lang=en&next=/our-kitchen-table#a-secret-of-a-room`)
    await signIn(server, page, login)
    await page.waitForURL(`${server.url}/our-kitchen-table?lang=en#a-secret-of-a-room`)
    await page.goto(`${server.url}/account?lang=en`)
    await expect(page).toHaveURL(/\/account/)
    expect(asked.filter((one) => new URL(one.split('email=')[0] ?? one).pathname.includes('secret'))).toEqual([])
    await signOut(server, page)
  })
}

test('MTG-1: somebody signs in with an identity provider, which learns nothing of the room they were on the way to', async ({
  server,
  page,
}) => {
  provider.plan.claims = { sub: 'kari', email: 'kari@skole.example', email_verified: true }
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${server.url}/sign-in?lang=en&next=/our-kitchen-table#a-secret-of-a-room`)
  await page.getByRole('button', { name: 'Sign in with Skole-ID' }).click()
  await page.waitForURL(`${server.url}/our-kitchen-table?lang=en#a-secret-of-a-room`)
  const atProvider = asked.filter((url) => url.includes(`:${providerPort}/`))
  expect(atProvider).toHaveLength(1)
  expect(atProvider.join(' ')).not.toMatch(/secret|kitchen/)
  await page.goto(`${server.url}/account?lang=en`)
  await expect(page.getByText('kari@skole.example').first()).toBeVisible()
  await signOut(server, page)

  provider.plan.denies = true
  await page.goto(`${server.url}/sign-in?lang=en`)
  await page.getByRole('button', { name: 'Sign in with Skole-ID' }).click()
  await expect(page.getByRole('alert')).toContainText('You stopped signing in there')
  provider.reset()
})

test('MTG-1: with a code app, a code by mail is not enough', async ({ server, page }) => {
  await page.goto(`${server.url}/sign-in?lang=en`)
  await signIn(server, page, 'trygg@hjem.example')
  await page.goto(`${server.url}/account/security?lang=en`)
  await page.getByRole('button', { name: 'Set it up' }).click()
  const secret = ((await page.locator('dd code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByRole('textbox', { name: 'Code from the app' }).fill(codeAt(secret, Math.floor(Date.now() / 30_000)))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  const recovery = (await page.locator('.codes code').first().textContent()) ?? ''
  await signOut(server, page)
  await page.goto(`${server.url}/sign-in?lang=en`)
  await signIn(server, page, 'trygg@hjem.example')
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await page.goto(`${server.url}/account?lang=en`)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await page.getByLabel('Code from the app, or a recovery code').fill(recovery)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/account\?/)
})
