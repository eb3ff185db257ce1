import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import type { RunningServer } from '../support/server.ts'

const program = path.resolve(import.meta.dirname, '../../packages/server/src/cli.ts')

/** The mails that a server would have sent, oldest first. */
function mailsOf({ dataDir }: RunningServer, kind: string): string[] {
  const outbox = path.join(dataDir, 'outbox')
  const files = existsSync(outbox) ? readdirSync(outbox) : []
  const ofKind = files.filter((name) => name.includes(kind) && name.endsWith('.eml')).toSorted()
  return ofKind.map((name) => readFileSync(path.join(outbox, name), 'utf8'))
}

async function mailOf(server: RunningServer, kind: string): Promise<string> {
  await expect.poll(() => mailsOf(server, kind).length).toBe(1)
  return mailsOf(server, kind)[0] ?? ''
}

function samtale(server: RunningServer, words: readonly string[]) {
  const env = { PATH: process.env['PATH'], SAMTALE_DATA_DIR: server.dataDir, SAMTALE_PORT: String(server.port) }
  return spawnSync(process.execPath, [program, ...words, '--json'], { cwd: server.dataDir, env, encoding: 'utf8' })
}

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
  const link = /https?:\S+\/contact\/thread\?t=\S+/.exec(received)?.[0] ?? ''
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
