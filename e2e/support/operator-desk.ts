import type { Page } from '@playwright/test'
import { createHmac } from 'node:crypto'
import { expect } from './fixtures.ts'
import { mailsOf } from './operator.ts'
import type { RunningServer } from './server.ts'

/** The code that a code app shows now (RFC 6238), from the secret in base32. */
function codeNow(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/\s/g, '')].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The link that the start printed for whoever sets the installation up. */
export async function firstRunLink({ output }: RunningServer): Promise<string> {
  const find = () => /http:\S+\/first-run\?k=\S+/.exec(output.join(''))?.[0] ?? ''
  await expect.poll(find).not.toBe('')
  return find()
}

/** Sets an installation up, as its first operator does: an address, a second factor by a code app. */
export async function becomeOperator(server: RunningServer, page: Page, address: string): Promise<void> {
  await page.goto(`${await firstRunLink(server)}&lang=en`)
  await page.getByLabel('Your e-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const code = () => /code is (\d{6})\b/.exec(mailsOf(server, 'account.code')[0] ?? '')?.[1] ?? ''
  await expect.poll(code).not.toBe('')
  await page.getByLabel('Code').fill(code())
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Use a code app' }).click()
  const secret = await page.locator('main code').first().innerText()
  await page.locator('input[autocomplete=one-time-code]').fill(codeNow(secret))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your account is secured' })).toBeVisible()
}
