import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { faultsOf } from './axe.ts'
import { findPlaces, type Places } from './crawl.ts'
import { furnish, leaveThings, linksInMails, reportBreach } from './furnish.ts'
import { walk } from './keyboard.ts'
import { makeOperator, signedIn, visitor, withFactor, type Resident } from './residents.ts'
import { pagesOfTheTable, type TableRoute } from './route-table.ts'

const languages = ['en', 'nb', 'sv'] as const
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1_280, height: 800 } } as const
const roles = ['nobody', 'halfway', 'owner', 'operator', 'this-machine'] as const
type Role = (typeof roles)[number]

const routes = pagesOfTheTable()

/** Pages that aren't looked at here, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'GET /': 'of the web app: e2e/screens',
  'GET /*': 'of the web app: e2e/screens',
  'GET /index.html': 'of the web app: e2e/screens',
  'GET /outbox/:name/html': 'a mail, in the frame of its page: platform/mail/lint-parts.ts',
  'GET /privacy/versions/:version/changes': 'there is one version',
  'GET /processing-agreement': 'the default profile has none',
  'GET /account/address/undo': 'a question with one button, like the pages of a request',
  'GET /account/keep': 'a question with one button, like the pages of a request',
  'GET /account/password': 'the default profile has no passwords',
  'GET /first-run': 'there is an operator; the form is that of the sign-in page',
  'GET /organisations/:organisation/appeal': 'of a closed organisation: like the page of an appeal',
  'GET /rooms/:room/appeal': 'of a closed room: like the page of an appeal',
  'GET /organisations/:organisation/agreement/text': 'shown where somebody accepted the agreement',
  'GET /sign-in/password': 'the default profile has no passwords',
  'GET /sign-in/provider/back': 'leads on, from a provider',
  'GET /rights/new-address': 'a page like the other pages of a request',
}

let found: Record<Role, { resident: Resident; origin: string; places: Places }>

/** Who looks at a route's page. */
function roleFor({ name, access }: TableRoute): Role {
  if (name.startsWith('GET /sign-in/')) return 'halfway'
  if (access === 'anyone' || access === 'link') return 'nobody'
  return access === 'operator' || access === 'this-machine' ? access : 'owner'
}

const pagesFor = (role: Role) =>
  routes.filter((route) => roleFor(route) === role && !Object.hasOwn(elsewhere, route.name))

test.beforeAll(async ({ server, browser }) => {
  const nobody = await visitor(browser)
  await leaveThings(nobody, server)
  reportBreach(server)
  const owner = await withFactor(await signedIn(browser, server, 'eier@hjem.example'), server)
  const furnished = await furnish(owner, server)
  makeOperator(server, 'drift@hjem.example')
  const operator = await withFactor(
    await signedIn(browser, server, 'drift@hjem.example'),
    server,
    '/sign-in/factor/app',
  )
  const local = /http:\/\/localhost:\d+(?=\/outbox)/.exec(server.output.join(''))?.[0] ?? ''
  const look = async (role: Role, resident: Resident, origin: string, more: readonly string[] = []) => {
    const own = pagesFor(role)
    const start = [...more, ...own.map(({ path }) => path).filter((path) => !path.includes(':'))]
    return { resident, origin, places: await findPlaces(resident.request, { origin, start, routes: own }) }
  }
  found = {
    nobody: await look('nobody', nobody, server.url, linksInMails(server)),
    halfway: await look('halfway', await signedIn(browser, server, 'eier@hjem.example'), server.url),
    owner: await look('owner', owner, server.url, [...furnished, ...linksInMails(server)]),
    operator: await look('operator', operator, server.url),
    'this-machine': await look('this-machine', nobody, local),
  }
})

test('every page of the table of routes is looked at', async () => {
  const missing = roles.flatMap((role) => pagesFor(role).filter(({ name }) => !found[role].places.has(name)))
  expect(missing.map(({ name, access }) => `${name} (${access})`)).toEqual([])
})

for (const role of roles) {
  test(`axe finds nothing on any page of ${role}, in three languages, two themes and two sizes`, async () => {
    const { resident, origin, places } = found[role]
    const page = await resident.context.newPage()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const faults: string[] = []
    for (const [name, place] of places) {
      for (const language of languages) {
        await page.goto(inLanguage(origin + place, language))
        faults.push(...(await looksOf(page, language)).map((fault) => `${name} ${language}: ${fault}`))
      }
    }
    await page.close()
    expect(faults).toEqual([])
  })

  test(`every page of ${role} is walked by the keyboard alone, and fits a window of 320 pixels`, async () => {
    const { resident, origin, places } = found[role]
    const page = await resident.context.newPage()
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    const faults: string[] = []
    for (const [name, place] of places) {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(inLanguage(origin + place, 'nb'))
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wider > 0) faults.push(`${name}: ${wider} pixels wider than the window`)
      const { missed, unseen } = await walk(page)
      faults.push(
        ...missed.map((one) => `${name}: Tab misses ${one}`),
        ...unseen.map((one) => `${name}: unseen ${one}`),
      )
    }
    await page.close()
    expect(faults).toEqual([])
  })
}

function inLanguage(address: string, language: string): string {
  const url = new URL(address)
  url.searchParams.set('lang', language)
  return url.href
}

/** Two looks for each language, so that of language, theme and size every two meet on each page. */
const looks = {
  en: [
    ['desktop', 'light', 'all'],
    ['phone', 'dark', 'all'],
  ],
  nb: [
    ['phone', 'light', 'all'],
    ['desktop', 'dark', 'looks'],
  ],
  sv: [
    ['desktop', 'light', 'all'],
    ['phone', 'dark', 'looks'],
  ],
} as const

async function looksOf(page: Page, language: keyof typeof looks): Promise<string[]> {
  const faults: string[] = []
  for (const [size, scheme, which] of looks[language]) {
    await page.setViewportSize(sizes[size])
    await page.emulateMedia({ colorScheme: scheme })
    faults.push(...(await faultsOf(page, which)).map((fault) => `${size} ${scheme} ${fault}`))
  }
  return faults
}
