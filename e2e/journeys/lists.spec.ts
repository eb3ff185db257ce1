import { expect, test } from '../support/fixtures.ts'
import { linkIn, mailOf, mailsOf, samtale } from '../support/operator.ts'

test.use({ javaScriptEnabled: false, locale: 'nb-NO' })

test('the newsletter comes to who confirmed it, and one press ends it, without script', async ({ server, page }) => {
  await page.goto(`${server.url}/newsletter`)
  await page.getByLabel('E-postadresse').fill('kari@hjem.example')
  await page.getByRole('main').getByRole('button').click()
  const confirm = linkIn(await mailOf(server, 'newsletter.confirm'), '/newsletter/confirm')

  // A mail scanner follows the link first, and nothing is agreed to by that.
  await page.goto(confirm)
  const send = ['newsletter', 'send', '--subject', 'Nytt', '--text', 'Vi har fått en ny knapp.']
  expect(samtale(server, send).stdout).toContain('"queued": 0')
  await page.getByRole('main').getByRole('button').click()
  await page.goto(confirm)
  expect(samtale(server, send).stdout).toContain('"queued": 1')

  const letter = await mailOf(server, 'newsletter')
  expect(letter).toContain('Vi har fått en ny knapp.')
  expect(letter).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
  const leave = linkIn(letter, '/newsletter/leave')
  await page.goto(leave)
  expect(mailsOf(server, 'newsletter')).toHaveLength(1)
  await page.getByRole('main').getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(mailsOf(server, 'newsletter')).toEqual([])
  expect(samtale(server, send).stdout).toContain('"queued": 0')
})

test('who waits is told once, and their entry goes with the letter', async ({ server, page }) => {
  await page.goto(`${server.url}/waiting-list`)
  await page.getByLabel('E-postadresse').fill('ola@hytta.example')
  await page.getByRole('main').getByRole('button').click()
  await expect(page.getByRole('alert')).toContainText('Velg landet ditt')
  await page.getByLabel('Land').selectOption('NO')
  await page.getByRole('main').getByRole('button').click()
  await page.goto(linkIn(await mailOf(server, 'waiting-list.confirm'), '/waiting-list/confirm'))
  await page.getByRole('main').getByRole('button').click()
  const announce = ['waiting-list', 'announce', '--subject', 'Nå', '--text', 'Den er her.', '--country']
  expect(samtale(server, [...announce, 'SE']).stdout).toContain('"queued": 0')
  expect(samtale(server, [...announce, 'NO']).stdout).toContain('"queued": 1')
  expect(await mailOf(server, 'waiting-list')).toContain('Den er her.')
  expect(samtale(server, [...announce, 'NO']).stdout).toContain('"queued": 0')
})
