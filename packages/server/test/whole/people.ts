import type { Browser } from '../accounts/browser.ts'
import { codeOfApp } from './code-app.ts'
import { formTo } from './forms.ts'
import type { WholeServer } from './whole-server.ts'

/** Somebody who is signed in. */
export interface Somebody {
  readonly address: string
  readonly browser: Browser
}

/** Signs somebody up, or in, as their browser would: by the code of the mail. */
export async function signIn(whole: WholeServer, address: string, browser = whole.browser()): Promise<Somebody> {
  await browser.post('/sign-in', { email: address })
  const code = await codeFor(whole, address)
  const answer = await browser.post('/sign-in/code', { email: address, code })
  if (answer.statusCode !== 303)
    throw new Error(`${address} did not come in: ${answer.statusCode} ${whole.lines.at(-1)}`)
  return { address, browser }
}

/** The code in the last mail to an address. */
export async function codeFor(whole: WholeServer, address: string): Promise<string> {
  const mails = await whole.mails()
  const mail = mails.findLast(({ to, text }) => to?.[0]?.address === address && /\b\d{6}\b/.test(text ?? ''))
  return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? 'no code'
}

/** Sets a second factor up, as a code app would, and shows it in this session. */
export async function addFactor({ address, browser }: Somebody, path = '/account/factor'): Promise<void> {
  const { body, statusCode, headers } = await browser.post(path)
  if (statusCode !== 200) throw new Error(`${address} gets no second factor: ${statusCode} ${headers.location}`)
  const { action, fields } = formTo(body, `${path}/confirm`)
  const secret = /<code>([A-Z2-7 ]{16,})<\/code>/.exec(body)?.[1] ?? ''
  const answer = await browser.post(action, { ...fields, code: codeOfApp(secret) })
  if (answer.statusCode !== 200) throw new Error(`${address} has no second factor: ${answer.statusCode}`)
}
