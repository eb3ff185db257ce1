import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { compileProfile, type Policy } from '@samtale/policy'
import { expect, test } from '../support/fixtures.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { startStandIns, type StandIns } from '../support/stand-ins.ts'

const profiles = path.resolve(import.meta.dirname, '../../profiles')
const fileOf = (profile: string) => path.join(profiles, `${profile}.yaml`)

function policyOf(profile: string): Policy {
  const { policy } = compileProfile(readFileSync(fileOf(profile), 'utf8'))
  if (policy === null) throw new Error(`${profile} can't be read`)
  return policy
}

interface Site {
  server: RunningServer
  others: StandIns
  context: BrowserContext
  page: Page
}

/** The real server under a profile, a browser, and stand-ins for everybody else: each script keeps all that it may, and more. */
async function open(profile: string, options: Parameters<typeof browserAt>[1] = {}): Promise<Site> {
  const { storage } = policyOf(profile)
  const cookies = Object.entries(storage).filter(
    ([, { store, consent }]) => store === 'cookie' && consent !== undefined,
  )
  const names = cookies.map(([name]) => name.replace('*', 'x1'))
  const keep = (name: string) => `document.cookie = '${name}=1; Path=/; Max-Age=99999999; Secure; SameSite=Lax'`
  const others = await startStandIns(() => [...names, 'undeclared'].map(keep).join('\n'))
  const server = await startServer({ env: { SAMTALE_POLICY: fileOf(profile) } })
  return { server, others, ...(await browserAt(others, options)) }
}

async function browserAt(others: StandIns, options: { extraHTTPHeaders?: Record<string, string> }) {
  const { args = [], ...launch } = test.info().project.use.launchOptions ?? {}
  const browser = await chromium.launch({ ...launch, args: [...args, ...others.chromiumArgs] })
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  return { context, page: await context.newPage() }
}

async function close({ server, others, context }: Site): Promise<void> {
  await context.browser()?.close()
  await others.close()
  await server.remove()
}

const jar = async ({ context }: Site) => (await context.cookies()).map(({ name }) => name).toSorted()

/**
 * The cookies of the table on the page that this visit can have: what remembers the answer, and those of questions that
 * were answered with yes. Others that the site itself sets come with what they are for, such as signing in.
 */
async function table(page: Page, yes: (question: string) => boolean): Promise<string[]> {
  const rows = page.locator('tr[data-store=cookie]')
  const found = await rows.evaluateAll((all) =>
    all.map((row) => [row.firstElementChild?.textContent ?? '', row.getAttribute('data-question') ?? ''] as const),
  )
  return found
    .filter(([name, question]) => name === 'samtale.consent' || (question !== '' && yes(question)))
    .map(([name]) => name.replace('*', 'x1'))
    .toSorted()
}

for (const profile of ['klikk', 'huddly']) {
  test(`rows C01, C02, K07, K11 (WEB-1): under ${profile} nothing of others before the choice, the table after yes, nothing after no`, async () => {
    const site = await open(profile)
    const { page, server, others } = site
    try {
      await page.goto(`${server.url}/`)
      const question = page.getByRole('region', { name: 'May we?' })
      await expect(question).toBeVisible()
      await page.waitForTimeout(1_000)
      expect(await jar(site)).toEqual([])
      expect(others.requests).toEqual([])

      const [accept, reject] = [
        page.getByRole('button', { name: 'Accept all' }),
        page.getByRole('button', { name: 'Reject all' }),
      ]
      const look = (button: typeof accept) =>
        button.evaluate((node) => {
          const { backgroundColor, color, fontSize, fontWeight } = getComputedStyle(node)
          const { width, height } = node.getBoundingClientRect()
          return [backgroundColor, color, fontSize, fontWeight, Math.round(width), Math.round(height)]
        })
      expect(await look(accept)).toEqual(await look(reject))

      await accept.click()
      await expect(question).toBeHidden()
      await expect.poll(() => others.requests.length).toBeGreaterThan(0)
      await page.goto(`${server.url}/consent`)
      expect(await jar(site)).toEqual(await table(page, () => true))

      // As easily as it was given (GDPR art. 7(3)): the same button, one page from everywhere.
      await page.getByRole('button', { name: 'Reject all' }).click()
      await expect(page.getByRole('status')).toHaveText('Your choices are saved, and hold from now on.')
      expect(await jar(site)).toEqual(['samtale.consent'])
      const before = others.requests.length
      await page.goto(`${server.url}/`)
      await page.waitForTimeout(1_000)
      await expect(question).toBeHidden()
      expect(others.requests).toHaveLength(before)
      expect(await jar(site)).toEqual(['samtale.consent'])
    } finally {
      await close(site)
    }
  })
}

test('row C02: each question by itself, and the receipt says what was answered', async () => {
  const site = await open('klikk')
  const { page, server } = site
  try {
    await page.goto(`${server.url}/consent`)
    const marketing = page.getByRole('group', { name: 'Marketing' })
    for (const group of await page.getByRole('group').all()) {
      await expect(group.getByRole('radio', { checked: true })).toHaveCount(0)
      await group.getByRole('radio', { name: 'No' }).check()
    }
    await marketing.getByRole('radio', { name: 'Yes' }).check()
    await page.getByRole('button', { name: 'Save choices' }).click()
    await expect(marketing.getByRole('radio', { name: 'Yes' })).toBeChecked()
    await page.goto(`${server.url}/`)
    await page.waitForTimeout(1_000)
    await page.goto(`${server.url}/consent`)
    expect(await jar(site)).toEqual(await table(page, (question) => question === 'marketing'))

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download the receipt' }).click()
    const receipt = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
    const states = receipt.purposes.map((purpose: { event: { event_state: string } }) => purpose.event.event_state)
    expect(states.toSorted()).toContain('ConsentGiven')
    expect(states).toContain('ConsentRefused')
    expect(receipt.privacy_notice).toMatch(/^[0-9a-f]{64}$/)
  } finally {
    await close(site)
  }
})

test('row K13: a browser that says “don’t follow me” is not asked about following, and a yes from before is taken back', async () => {
  const site = await open('klikk')
  const { page, server, others, context } = site
  try {
    await page.goto(`${server.url}/`)
    await page.getByRole('button', { name: 'Accept all' }).click()
    await expect.poll(() => others.requests.length).toBeGreaterThan(0)
    await context.setExtraHTTPHeaders({ 'sec-gpc': '1' })
    await page.goto(`${server.url}/`)
    const before = others.requests.length
    await page.reload()
    await page.waitForTimeout(1_000)
    const marketing = Object.values(policyOf('klikk').recipients).flatMap(({ browser }) =>
      browser?.consent === 'marketing' ? browser.hosts : [],
    )
    expect(others.requests.slice(before).filter((asked) => marketing.some((host) => asked.startsWith(host)))).toEqual(
      [],
    )
    await page.goto(`${server.url}/consent`)
    await expect(page.getByRole('group', { name: 'Marketing' }).getByRole('radio', { name: 'No' })).toBeChecked()
  } finally {
    await close(site)
  }
})

test('row C01: under Samtale’s own policy nothing needs consent, so nothing is asked and no cookie is set', async ({
  server,
  person,
}) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/`)
  await expect(ana.page.getByRole('region', { name: 'May we?' })).toHaveCount(0)
  await ana.page.getByRole('link', { name: 'Cookies and consent' }).click()
  await expect(ana.page.getByText('Nothing here needs your consent, so you are not asked.')).toBeVisible()
  expect(await ana.page.context().cookies()).toEqual([])
})
