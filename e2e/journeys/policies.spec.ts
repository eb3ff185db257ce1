import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { judgeStatement, testsOfRow, waitsFor } from '../../packages/policy/src/coverage/index.ts'
import { compileProfile, isError, type Declarations } from '../../packages/policy/src/index.ts'
import { expect, test } from '../support/fixtures.ts'
import type { RunningServer } from '../support/server.ts'

const today = new Intl.DateTimeFormat('sv', { dateStyle: 'short' }).format(new Date())
const lines = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Link to / }) })
const line = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const editor = (page: Page) => page.getByRole('textbox', { name: 'Your policy (YAML)' })
const result = (page: Page) => page.getByRole('region', { name: 'Result' })

interface Listed {
  policies: { key: string; title: Record<'en', string>; kind: 'real' | 'default' }[]
}

/** What the compiler says here, beside the same declarations: how many lines of a policy have each verdict. */
async function verdictsOf(server: RunningServer, key: string) {
  const text = await (await fetch(`${server.url}/api/v1/policies/${key}`)).text()
  const system = (await (await fetch(`${server.url}/api/v1/policies/system`)).json()) as Declarations
  const compiled = compileProfile(text, { system, today })
  const kinds = compiled.statements.map((statement) => {
    if (judgeStatement(compiled, statement).refused.length > 0) return 'refused'
    if (waitsFor(statement.row) !== null) return 'waiting'
    return testsOfRow(statement.row).length > 0 ? 'enforced' : 'stated'
  })
  const count = (kind: string) => kinds.filter((each) => each === kind).length
  return {
    text,
    compiled,
    all: kinds.length,
    counts: ['stated', 'enforced', 'waiting', 'refused'].map((kind) => [kind, count(kind)] as const),
  }
}

test('each policy is judged in the browser as the compiler judges it here', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/`)
  await ana.page.getByRole('link', { name: 'Policies' }).click()
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText('Policies, judged line by line')
  const { policies } = (await (await fetch(`${server.url}/api/v1/policies`)).json()) as Listed
  expect(policies.filter(({ kind }) => kind === 'real')).toHaveLength(5)
  for (const { key, title } of policies) {
    const { all, counts } = await verdictsOf(server, key)
    const card = ana.page.getByRole('listitem').filter({ has: ana.page.getByRole('link', { name: title.en }) })
    const told = counts.filter(([, count]) => all > 0 && count > 0).map(([kind, count]) => `${count} ${kind}`)
    if (all > 0) await expect(card.getByRole('listitem')).toHaveText(told)
  }
  expect(ana.problems).toEqual([])
  expect([...ana.hosts]).toEqual([new URL(server.url).host])
})

test('a refusal says why, leads to its line in the file and back, and hides no other line', async ({
  server,
  person,
}) => {
  const ana = await person({ name: 'Ana', viewport: { width: 1_280, height: 800 } })
  const { page } = ana
  const { all, counts } = await verdictsOf(server, 'klikk')
  const refused = counts.find(([kind]) => kind === 'refused')?.[1] ?? 0
  await ana.open(`${server.url}/policies/klikk#R06`)
  const bookkeeping = line(page, 'R06')
  await expect(bookkeeping).toBeInViewport()
  await expect(bookkeeping).toBeFocused()
  await expect(bookkeeping).toContainText('Refused')
  await expect(bookkeeping).toContainText('retention.below.legal.min')
  await bookkeeping.getByText('Why it matters, and how to mend it').click()
  await expect(bookkeeping).toContainText('GDPR art. 6(1)(c)')
  await expect(lines(page)).toHaveCount(all)

  await bookkeeping
    .getByRole('link', { name: /^Line / })
    .first()
    .click()
  const file = page.getByRole('region', { name: 'The file' })
  const marked = file.getByRole('listitem').filter({ hasText: 'retention.below.legal.min' })
  await expect(marked).toBeInViewport()
  await expect(marked).toHaveAttribute('data-mark', 'refused')
  await page.goBack()
  await expect(file).toHaveCount(0)
  await expect(bookkeeping).toBeInViewport()

  await page
    .getByRole('navigation', { name: 'Show' })
    .getByRole('link', { name: `${refused} refused` })
    .click()
  await expect(lines(page)).toHaveCount(refused)
  await expect(page.getByRole('status')).toHaveText(`${refused} of ${all} lines`)
  await expect(page).toHaveURL(/\?show=refused$/)
  await page.goBack()
  await expect(lines(page)).toHaveCount(all)
  await page.goto(`${server.url}/policies/klikk?show=waiting#R06`)
  await expect(bookkeeping).toBeInViewport()
})

test('what is said leads to its place on the page, and what is enforced to its tests', async ({ server, person }) => {
  const ana = await person({ name: 'Ana', viewport: { width: 1_280, height: 800 } })
  const { page } = ana
  await ana.open(`${server.url}/policies/whereby`)
  const enforced = lines(page).filter({ hasText: 'Enforced' }).first()
  await enforced.getByText(/^Proved by \d+ tests?$/).focus()
  await page.keyboard.press('Enter')
  await expect(enforced.getByRole('list')).toContainText(/row/)
  const place = lines(page).getByRole('link', { name: 'processings.newsletter' }).first()
  await place.click()
  const rendered = page.getByRole('region', { name: 'The page it makes' }).locator('[id="processings.newsletter"]')
  await expect(rendered).toBeInViewport()
  await expect(rendered).toHaveAttribute('open', '')
  await expect(rendered).toBeFocused()
})

test('on a phone, lines, page and file take turns, in the reader’s language around the policy’s own', async ({
  server,
  person,
}) => {
  const kari = await person({ name: 'Kari', viewport: { width: 390, height: 844 }, locale: 'nb-NO' })
  const { page } = kari
  await kari.open(`${server.url}/policies/no-isolation`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'sv')
  const first = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /^Lenke til / }) })
    .first()
  await expect(first.locator('p').first()).toHaveAttribute('lang', 'sv')
  await expect(page.getByRole('heading', { level: 2, name: 'Hvem som svarer, og hvem det gjelder' })).toBeVisible()
  const views = page.getByRole('navigation', { name: 'Visninger' })
  await views.getByRole('link', { name: 'Siden' }).click()
  await expect(first).toBeHidden()
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'sv')
  await views.getByRole('link', { name: 'Filen' }).click()
  await expect(page.getByRole('region', { name: 'Filen' }).getByText(/^profile: no-isolation$/)).toBeVisible()
  await views.getByRole('link', { name: 'Linjer' }).click()
  await expect(first).toBeVisible()
})

test('a policy that isn’t there, and a server that doesn’t answer, are told', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/policies/nobody`)
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText('There is no such policy here')
  await ana.page.route('**/api/v1/policies', (route) => route.abort())
  await ana.open(`${server.url}/policies`)
  await expect(ana.page.getByRole('alert')).toContainText('did not give the list')
  await ana.page.unroute('**/api/v1/policies')
  await ana.button('Try again').click()
  await expect(ana.page.getByRole('link', { name: 'Klikk’s privacy policy' })).toBeVisible()
})

test('one’s own policy is judged while it is written, and goes nowhere', async ({ server, person }, info) => {
  const ana = await person({ name: 'Ana', viewport: { width: 1_280, height: 800 } })
  const { page } = ana
  await ana.open(`${server.url}/policies/check`)
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await editor(page).fill('profile: łódź\ntitle: Жизнь\nlanguages: [en]\ninShort: [Жизнь ζωή líf đời]\n')
  await expect(result(page).getByRole('status')).toContainText('mistakes')
  await result(page).getByRole('button', { name: 'Page', exact: true }).click()
  await expect(result(page).getByRole('article')).toContainText('ζωή')
  expect(asked).toEqual([])

  await page.getByRole('button', { name: /Begin with/ }).click()
  await page.getByRole('option', { name: 'Whereby’s privacy policy' }).click()
  const { text, compiled } = await verdictsOf(server, 'whereby')
  const own = compiled.findings.filter((finding) => isError(finding) && finding.because === undefined)
  await expect(result(page).getByRole('status')).toContainText(`${own.length} mistakes`)
  await expect(editor(page)).toHaveValue(text)

  await result(page).getByRole('button', { name: 'Findings', exact: true }).click()
  asked.length = 0
  await editor(page).fill(
    text.replace(/^effective: .*\n/m, '').replace('languages: [en]', 'languages: [en]\nnonsense: 1'),
  )
  const unknown = result(page).getByRole('listitem').filter({ hasText: 'schema.unknown-key' })
  await expect(unknown).toContainText('The policy language has no such name in this place.')
  await expect(result(page).getByRole('listitem').filter({ hasText: 'policy.version.missing' })).toBeVisible()
  await unknown.getByRole('button', { name: /^Go to line \d+$/ }).click()
  await expect(editor(page)).toBeFocused()
  expect(
    await editor(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('nonsense: 1')

  await result(page).getByRole('button', { name: 'Lines', exact: true }).click()
  await expect(lines(page).first()).toBeVisible()
  await result(page).getByRole('button', { name: 'Page', exact: true }).click()
  await expect(result(page).getByRole('article')).toContainText('Whereby')
  expect(asked).toEqual([])
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([])
  expect(await ana.context.cookies()).toEqual([])

  const saved = info.outputPath('policy.yaml')
  const [download] = await Promise.all([page.waitForEvent('download'), ana.button('Download').click()])
  await download.saveAs(saved)
  expect(readFileSync(saved, 'utf8')).toBe(await editor(page).inputValue())
  expect(ana.problems).toEqual([])
})

test('a policy full of markup is text, on its page too', async ({ server, person }) => {
  const ana = await person('Ana')
  const { page } = ana
  const { text } = await verdictsOf(server, 'klikk')
  const attack = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`
  // Tags are taken for placeholders and refused; in a name, and after an entity, they aren't seen.
  const hidden = `&lt;img src=x onerror=alert(1)&gt; "onmouseover="document.title='run'`
  const policy = text
    .replace(/^inShort:$/m, `inShort:\n  - ${JSON.stringify(attack)}\n  - ${JSON.stringify(hidden)}`)
    .replace(/^ {2}chat: /m, `  ${JSON.stringify(attack)}: `)
    .replace(/^events:$/m, `events:\n  ${JSON.stringify(attack)}: { clause: it is over }`)
  await ana.open(`${server.url}/policies/check`)
  await editor(page).fill(policy)
  const findings = result(page).getByRole('listitem')
  await expect(findings.filter({ hasText: 'text.placeholder' })).toContainText('inShort.0')
  await result(page).getByRole('button', { name: 'Page', exact: true }).click()
  await expect(result(page).getByRole('article')).toContainText(hidden)
  expect(await result(page).locator('img, script, b').count()).toBe(0)
  expect(await page.title()).not.toBe('run')
  expect(ana.problems).toEqual([])
})

test('what is no policy is harmless and told: broken, binary, too large', async ({ server, person }, info) => {
  const ana = await person('Ana')
  const { page } = ana
  const file = (name: string, content: string | Buffer) => {
    const place = info.outputPath(name)
    writeFileSync(place, content)
    return place
  }
  await ana.open(`${server.url}/policies/check`)
  const open = page.getByLabel('Open a file')
  await open.setInputFiles(file('broken.yaml', 'profile: x\ninShort: [\n'))
  await expect(result(page)).toContainText('profile.syntax')
  await editor(page).fill('profile: mine')
  await open.setInputFiles(file('picture.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff])))
  await expect(page.getByRole('alert')).toHaveText('This is no text file.')
  await open.setInputFiles(file('huge.yaml', 'x'.repeat(5_000_000)))
  await expect(page.getByRole('alert')).toContainText('larger than a policy can be')
  await expect(editor(page)).toHaveValue('profile: mine')

  // As large as a policy may be, with a mistake in every line: the page goes on answering while it is judged.
  const many = Array.from(
    { length: 18_000 },
    (_, index) => `name-${index}: a text that is no part of the language`,
  ).join('\n')
  await open.setInputFiles(file('many.yaml', many))
  await result(page).getByRole('button', { name: 'Page', exact: true }).click({ timeout: 60_000 })
  await result(page).getByRole('button', { name: 'Findings', exact: true }).click()
  await expect(result(page).getByRole('status')).toContainText('mistakes', { timeout: 120_000 })
  await expect(result(page).getByRole('listitem')).toHaveCount(100)
  await ana.button('Put back what I had written').click()
  await expect(editor(page)).toHaveValue('profile: mine')
})
