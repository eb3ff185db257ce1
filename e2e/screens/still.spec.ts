import { expect, test } from '../support/fixtures.ts'
import { screen } from './screen.ts'

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
