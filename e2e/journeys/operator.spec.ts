import { readFileSync } from 'node:fs'
import { expect, test } from '../support/fixtures.ts'
import { linkIn, mailsOf } from '../support/operator.ts'
import { becomeOperator, firstRunLink } from '../support/operator-desk.ts'

test.use({ locale: 'en-GB' })

test('DSR-1: a request by the public form is proved, due, gone through with a checklist, answered and refused by the desk', async ({
  server,
  page,
  browser,
}) => {
  const desk = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await becomeOperator(server, desk, 'drift@skole.example')

  // Somebody writes, and asks to see what is kept, and for a correction.
  await page.goto(`${server.url}/contact?lang=en`)
  await page.getByLabel('E-mail address').fill('kari@hjem.example')
  await page.getByLabel('Message').fill('Does it work without an account?')
  await page.getByRole('button', { name: 'Send' }).click()
  for (const [right, wish] of [
    [/See what you have about me/, ''],
    [/Have something corrected/, 'My name is Kari, not Karin.'],
  ] as const) {
    await page.goto(`${server.url}/rights?lang=en`)
    await page.getByRole('radio', { name: right }).check()
    await page.getByLabel('E-mail address').fill('kari@hjem.example')
    if (wish !== '') await page.locator('#wish').fill(wish)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible()
  }
  await expect.poll(() => mailsOf(server, 'rights.confirm').length).toBe(2)
  for (const mail of mailsOf(server, 'rights.confirm')) {
    await page.goto(linkIn(mail, '/rights/confirm'))
    await page.getByRole('button', { name: 'Yes, do it' }).click()
    await expect(page.getByText(/Your request:/)).toBeVisible()
  }

  // The access is answered by itself, with the file of everything.
  const answer = () => mailsOf(server, 'rights.answer').find((mail) => mail.includes('What we have about you is ready'))
  await expect.poll(answer).toBeDefined()
  await page.goto(linkIn(answer() ?? '', '/rights/case'))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fetch the file' }).click()
  const file = readFileSync(await (await download).path())
  for (const part of ['index.html', 'tables/ticket_message.csv']) expect(file.includes(part)).toBe(true)

  // The correction waits for a person, with a day by which it is due.
  await desk.goto(`${server.url}/admin?lang=en`)
  await desk.getByRole('navigation', { name: 'Pages for operators' }).getByRole('link', { name: 'Requests' }).click()
  const row = desk.getByRole('row').filter({ hasText: 'correction' })
  await expect(row).toContainText('open')
  await row.getByRole('link').click()
  await expect(desk.getByText('My name is Kari, not Karin.')).toBeVisible()
  const checklist = desk.getByRole('table', { name: 'Everything that is kept about them' })
  await expect(checklist).toContainText('ticket')
  await expect(checklist).toContainText('rights-request')

  // More time needs a reason, which is mailed; so does the refusal, with its ground and where to complain.
  await desk.getByText('Take longer', { exact: true }).click()
  await desk.locator('#extend-reason').fill('We have to ask who took the call.')
  await desk.getByRole('button', { name: 'Tell them, and take longer' }).click()
  await expect(desk.getByRole('status')).toContainText('Take longer')
  await desk.getByText('Take longer', { exact: true }).click()
  await desk.locator('#extend-reason').fill('Again.')
  await desk.getByRole('button', { name: 'Tell them, and take longer' }).click()
  await expect(desk.getByRole('alert')).toContainText('given longer once')
  await expect(desk.locator('#extend-reason')).toHaveValue('Again.')
  await desk.getByText('Say no', { exact: true }).click()
  await desk.getByLabel('Ground').selectOption('16')
  await desk.getByRole('checkbox').first().check()
  await desk.locator('#refuse-reason').fill('The name in the letter is the one you gave.')
  await desk.getByRole('button', { name: 'Send the refusal' }).click()
  await expect(desk.getByText('refused', { exact: true })).toBeVisible()
  const told = () => mailsOf(server, 'rights.answer').join('\n').replaceAll(/=\r\n/g, '')
  await expect.poll(told).toContain('The name in the letter is the one you gave.')
  expect(told()).toContain('art. 16')
  expect(told()).toMatch(/Datatilsynet|IMY|datatilsynet|imy/)

  // All of it stands in the log.
  await desk.getByRole('navigation', { name: 'Pages for operators' }).getByRole('link', { name: 'Log' }).click()
  await expect(desk.getByRole('row').filter({ hasText: 'answered a request' })).toHaveCount(2)
  await expect(desk.getByRole('row').filter({ hasText: 'The name in the letter' })).toContainText('drift@skole.example')
})

test('the link that sets an installation up works once, and leads nobody else in', async ({
  ownServer,
  page,
  browser,
}) => {
  // The server starts twice.
  test.slow()
  const link = await firstRunLink(ownServer)
  await page.goto(`${ownServer.url}/first-run?k=guessed&lang=en`)
  await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible()
  await becomeOperator(ownServer, page, 'drift@skole.example')
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Åsen School')
  await page.getByLabel('Postal address').fill('Åsvegen 1, 7630 Åsen')
  await page.getByLabel('E-mail address', { exact: true }).fill('post@skole.example')
  await page.getByLabel('E-mail address for questions about privacy').fill('not an address')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#privacyContact-wrong')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Åsen School')
  await page.getByLabel('E-mail address for questions about privacy').fill('personvern@skole.example')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'It is set up' })).toBeVisible()
  // The server starts anew with it.
  await expect
    .poll(async () => (await fetch(`${ownServer.url}/privacy?lang=en`).catch(() => null))?.text() ?? '', {
      timeout: 90_000,
    })
    .toContain('Åsen School')
  const other = await (await browser.newContext()).newPage()
  const gone = await other.goto(`${link}&lang=en`)
  expect(gone?.status()).toBe(410)
  expect((await other.goto(`${ownServer.url}/admin?lang=en`))?.url()).toContain('/sign-in')
})
