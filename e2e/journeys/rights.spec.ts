import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import type { RunningServer } from '../support/server.ts'

/** The mails that a server would have sent, oldest first. */
function mailsOf({ dataDir }: RunningServer, kind: string): string[] {
  const outbox = path.join(dataDir, 'outbox')
  const files = existsSync(outbox) ? readdirSync(outbox) : []
  const ofKind = files.filter((name) => name.includes(kind) && name.endsWith('.eml')).toSorted()
  return ofKind.map((name) => readFileSync(path.join(outbox, name), 'utf8'))
}

async function linkIn(server: RunningServer, kind: string, page: string): Promise<string> {
  await expect.poll(() => mailsOf(server, kind).length).toBe(1)
  return new RegExp(`https?:\\S+/rights/${page}\\?t=\\S+`).exec(mailsOf(server, kind)[0] ?? '')?.[0] ?? ''
}

test.use({ javaScriptEnabled: false, locale: 'en-GB' })

test('row G01: who wants to see what is kept asks by the form, confirms in a mail, and takes the file home, without script', async ({
  server,
  page,
}) => {
  await page.goto(`${server.url}/contact?lang=en`)
  await page.getByLabel('E-mail address').fill('kari@hjem.example')
  await page.getByLabel('Message').fill('Does it work without an account?')
  await page.getByRole('button', { name: 'Send' }).click()

  await page.getByRole('link', { name: 'Your rights' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('#right-wrong')).toBeVisible()
  await page.getByRole('radio', { name: /See what you have about me/ }).check()
  await page.getByLabel('E-mail address').fill('kari@hjem.example')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible()

  await page.goto(await linkIn(server, 'rights.confirm', 'confirm'))
  await page.getByRole('button', { name: 'Yes, do it' }).click()
  await expect(page.getByRole('heading', { name: 'Your request: access' })).toBeVisible()
  await page.goto(await linkIn(server, 'rights.answer', 'case'))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fetch the file' }).click()
  const file = readFileSync(await (await download).path())
  expect((await download).suggestedFilename()).toMatch(/^samtale-.*\.zip$/)
  expect(file.subarray(0, 2).toString()).toBe('PK')
  expect(file.includes('tables/ticket_message.csv')).toBe(true)
})
