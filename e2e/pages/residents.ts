import { expect, type APIRequestContext, type APIResponse, type Browser, type BrowserContext } from '@playwright/test'
import { formTo } from '../../packages/server/test/whole/forms.ts'
import { codeOfApp } from '../../packages/server/test/whole/code-app.ts'
import { codeSentBy } from '../support/codes.ts'
import { samtale } from '../support/operator.ts'
import type { RunningServer } from '../support/server.ts'

/** Somebody with a browser, signed in or not. */
export interface Resident {
  readonly context: BrowserContext
  readonly request: APIRequestContext
}

export async function visitor(browser: Browser): Promise<Resident> {
  const context = await browser.newContext()
  return { context, request: context.request }
}

/** Sends a form of ours. */
async function send(
  { request }: Resident,
  server: RunningServer,
  path: string,
  form: Record<string, string>,
): Promise<APIResponse> {
  return request.post(server.url + path, { form, headers: { 'sec-fetch-site': 'same-origin', accept: 'text/html' } })
}

/** Fills the form of a page that goes to a path: what isn't given stays as the page has it. */
export async function fill(
  resident: Resident,
  server: RunningServer,
  page: string,
  path: string,
  given: Record<string, string>,
): Promise<APIResponse> {
  const html = await (await resident.request.get(server.url + page, { headers: { accept: 'text/html' } })).text()
  const { action, fields } = formTo(html, path)
  return send(resident, server, action, { ...fields, website: '', ...given })
}

/** Signs somebody in by the code of a mail, and shows a second factor where one is asked for. */
export async function signedIn(browser: Browser, server: RunningServer, address: string): Promise<Resident> {
  const resident = await visitor(browser)
  const code = await codeSentBy(server, () => send(resident, server, '/sign-in', { email: address }))
  const answer = await send(resident, server, '/sign-in/code', { email: address, code })
  expect(answer.ok(), await answer.text()).toBe(true)
  return resident
}

/** Sets a second factor up, as a code app would. */
export async function withFactor(
  resident: Resident,
  server: RunningServer,
  path = '/account/factor',
): Promise<Resident> {
  const html = await (await send(resident, server, path, {})).text()
  const secret = /<code>([A-Z2-7 ]{16,})<\/code>/.exec(html)?.[1] ?? ''
  const { action, fields } = formTo(html, `${path}/confirm`)
  const answer = await send(resident, server, action, { ...fields, code: codeOfApp(secret) })
  expect(answer.ok(), await answer.text()).toBe(true)
  return resident
}

/** Makes somebody an operator, on the machine. */
export function makeOperator(server: RunningServer, address: string): void {
  const { status, stderr } = samtale(server, ['admin', 'create', '--address', address])
  expect(status, stderr).toBe(0)
}
