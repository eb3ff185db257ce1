import { codeAt } from '../../src/features/accounts/factors/totp.ts'
import type { Browser } from './browser.ts'

/** For tests: sets a code app up as somebody's first second factor, on the way to a page. Gives the last answer. */
export async function setUpCodeApp(browser: Browser, now: Date, next: string) {
  const page = await browser.post('/sign-in/factor/app?lang=en', { next })
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(' ', '') ?? 'no secret'
  const code = codeAt(secret, Math.floor(now.getTime() / 30_000))
  return browser.post('/sign-in/factor/app/confirm?lang=en', { code, next })
}
