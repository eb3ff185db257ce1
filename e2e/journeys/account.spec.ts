import { createReadStream } from 'node:fs'
import { unzip } from '../../packages/server/test/export/unzip.ts'
import { Search } from '../../packages/server/test/residue/search.ts'
import { expect, test } from '../support/fixtures.ts'
import { mailsOf } from '../support/operator.ts'
import { signInAs } from '../support/signed-in.ts'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('MTG-8: each consent has a switch, its state and its time; mail that always comes says why', async ({
    server,
    page,
  }) => {
    await signInAs(server, page, 'valg@hjem.example')
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Account' }).click()
    const settings = page.getByRole('navigation', { name: 'Settings' })
    await settings.getByRole('link', { name: 'Privacy and consents' }).click()
    await expect(settings.getByRole('link', { name: 'Privacy and consents' })).toHaveAttribute('aria-current', 'page')
    const summary = page.getByRole('switch', { name: 'Summary by e-mail' })
    await expect(summary).not.toBeChecked()
    await expect(page.getByText('You have never said yes')).toBeVisible()
    await summary.click()
    await expect(page.getByRole('status')).toContainText('Saved')
    await expect(summary).toBeChecked()
    await expect(page.getByText(/On since .*\d{4}/)).toBeVisible()
    await summary.click()
    await expect(summary).not.toBeChecked()
    await expect(page.getByText(/Off since .*\d{4}/)).toBeVisible()
    // What has something behind it, and nothing else; what has no switch says why.
    await expect(page.getByRole('switch')).toHaveCount(1)
    await expect(page.getByRole('heading', { name: 'Mail that always comes' })).toBeVisible()
    await expect(page.getByText('have no switch')).toBeVisible()
    await expect(page.getByText('Until 24 months after you last used it').first()).toBeVisible()
    await expect(page.getByText('Nobody has looked.')).toBeVisible()
  })

  test('MTG-9: an export has JSON and the picture; a deletion closes the rooms at once, and nothing of it is left', async ({
    ownServer: server,
    page,
    request,
  }) => {
    const [email, name] = ['kanarifugl-7391@hjem.example', 'Kanarifugl Sagstuen']
    await signInAs(server, page, email)
    await page.goto(`${server.url}/account?lang=en`)
    const picture = await page.screenshot()
    await page.getByLabel('Choose a picture').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('button', { name: 'Use this picture' }).click()
    await expect(page.getByRole('img', { name: 'Your picture' })).toBeVisible()
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Dark').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.goto(`${server.url}/rooms/new?lang=en`)
    await page.getByLabel('Name of the room').fill('kanariburet-7391')
    await page.getByRole('button', { name: 'Make the room' }).click()
    await expect(page.getByRole('heading', { name: 'kanariburet-7391' })).toBeVisible()

    await page.goto(`${server.url}/account/export?lang=en`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download everything' }).click(),
    ])
    const names = [...(await unzip(createReadStream(await download.path()))).keys()]
    expect(names).toContain('data.json')
    expect(names.filter((one) => one.startsWith('pictures/account_picture'))).toHaveLength(1)

    await page.getByRole('link', { name: 'Delete my account' }).click()
    await page.getByRole('button', { name: 'Delete it now' }).click()
    await expect(page.getByRole('alert')).toContainText('Tick the box first')
    await page.getByLabel('Yes, delete my account').check()
    await page.getByRole('button', { name: 'Delete it now' }).click()
    await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Save the certificate' })).toBeVisible()
    expect((await request.get(`${server.url}/api/v1/rooms/kanariburet-7391`)).status()).toBe(410)
    await page.goto(`${server.url}/account?lang=en`)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(mailsOf(server, 'account.code')).toEqual([])
    await server.stop()
    const search = new Search([email, 'kanarifugl-7391', name, 'kanariburet-7391'])
    expect(search.folder(server.dataDir)).toEqual([])
  })
})
