import { expect, test } from '../support/fixtures.ts'
import { linkIn, mailOf, mailsOf, samtale } from '../support/operator.ts'

test.use({ javaScriptEnabled: false, locale: 'en-GB' })

test('who writes by the form gets a link, an answer, and can delete all of it, without script', async ({
  server,
  page,
}) => {
  await page.goto(`${server.url}/contact?lang=en`)
  await page.getByLabel('E-mail address').fill('kari@hjem.example')
  await page.getByLabel('Message').fill('My card is 4111 1111 1111 1111')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('#message-wrong')).toContainText('payment card')
  await page.getByLabel('Message').fill('Does it work without an account?')
  await page.getByRole('button', { name: 'Send' }).click()
  const reference = await page.locator('.reference').innerText()

  const received = await mailOf(server, 'contact.received')
  const link = linkIn(received, '/contact/thread')
  await page.goto(link)
  await expect(page.getByText('Does it work without an account?')).toBeVisible()

  const { status, stderr } = samtale(server, ['tickets', 'reply', reference, '--text', 'Yes, it does.'])
  expect([status, stderr]).toEqual([0, ''])
  expect(await mailOf(server, 'contact.reply')).toContain('Yes, it does.')
  await page.reload()
  await expect(page.getByText('Yes, it does.')).toBeVisible()

  await page.getByRole('button', { name: 'Delete this conversation' }).click()
  await page.getByRole('button', { name: 'Yes, delete all of it' }).click()
  await expect(page.getByRole('heading', { name: 'Deleted' })).toBeVisible()
  expect((await page.goto(link))?.status()).toBe(410)
  expect([...mailsOf(server, 'contact.received'), ...mailsOf(server, 'contact.reply')]).toEqual([])
  expect(samtale(server, ['tickets', 'show', reference]).status).not.toBe(0)
})
