/**
 * `npm run bench:switch`: a call of four in the web app that a fifth joins and leaves, again and again, so that media go
 * over to the router and back. Everybody has a tone of their own and numbered pictures; what each of the four hears and
 * sees of the three others is noted without a break. Beside it stands the same of times in which nobody came or went.
 *
 *     node e2e/bench/switch/main.ts [times]
 */
import { chromium, type Page } from 'playwright-core'
import configuration from '../../playwright.config.ts'
import { startServer } from '../../support/server.ts'
import { missedOf, row, type Missed } from './figures.ts'
import * as inPage from './in-page.ts'

const times = Number(process.argv[2] ?? 20)
const stillMs = 10_000
const pitches = { Ana: 440, Bo: 620, Cy: 800, Dag: 980, Eli: 1_160 }
const stayers = ['Ana', 'Bo', 'Cy', 'Dag'] as const
const long = { timeout: 120_000 }

const server = await startServer({ env: { SAMTALE_DIRECT_AFTER_SECONDS: '3' } })
const browser = await chromium.launch(configuration.use?.launchOptions ?? {})

async function open(name: keyof typeof pitches): Promise<Page> {
  // The page's rules would let it load no listener of ours; nothing that media depend on is changed.
  const options = { viewport: { width: 960, height: 640 }, locale: 'en-GB', bypassCSP: true }
  const page = await (await browser.newContext(options)).newPage()
  await page.addInitScript(inPage.giveCountedDevices, pitches[name])
  await page.addInitScript(inPage.noteConnections)
  await page.addInitScript(inPage.noteSound, inPage.ear)
  await page.addInitScript(inPage.notePictures)
  await page.addInitScript(inPage.noteTiles, pitches)
  return page
}

async function join(page: Page, name: string, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).waitFor(long)
}

/** Everybody says that the call goes this way, and has no more connections than it needs, for a moment. */
async function settled(pages: readonly Page[], way: 'Direct' | 'Through the router', connections: number) {
  const wanted = `${way}, ${connections}`
  const until = Date.now() + long.timeout
  for (let calm = 0; calm < 3;) {
    const now = await Promise.all(pages.map((page) => page.evaluate(inPage.wayNow)))
    calm = now.every((one) => one === wanted) ? calm + 1 : 0
    if (Date.now() > until) throw new Error(`It did not come to ${wanted}: ${now.join('; ')}`)
    await pages[0]?.waitForTimeout(300)
  }
}

/** What each of these missed of each other while something went on. */
async function during(pages: readonly Page[], act: () => Promise<unknown>): Promise<Missed[]> {
  await Promise.all(pages.map((page) => page.evaluate(inPage.mark)))
  await act()
  const noted = await Promise.all(pages.map((page) => page.evaluate(inPage.sinceMark)))
  const missed = noted.flatMap(({ people }, at) =>
    stayers.flatMap((name) => {
      const theirs = name === stayers[at] ? undefined : people[name]
      return theirs === undefined ? [] : [missedOf(theirs)]
    }),
  )
  process.stderr.write(`${JSON.stringify({ missed, said: noted.map(({ said }) => said) })}\n`)
  return missed
}

const seen: Record<'still, direct' | 'four to five' | 'still, router' | 'five to four', Missed[][]> = {
  'still, direct': [],
  'four to five': [],
  'still, router': [],
  'five to four': [],
}
try {
  await server.routerReady()
  const url = server.room('switch')
  const pages: Page[] = []
  for (const name of stayers) {
    const page = await open(name)
    await join(page, name, url)
    pages.push(page)
  }
  await settled(pages, 'Direct', 3)
  for (let time = 1; time <= times; time += 1) {
    const fifth = await open('Eli')
    const still = () => pages[0]?.waitForTimeout(stillMs) ?? Promise.resolve()
    seen['still, direct'].push(await during(pages, still))
    const come = async () => {
      await join(fifth, 'Eli', url)
      await settled(pages, 'Through the router', 2)
    }
    seen['four to five'].push(await during(pages, come))
    seen['still, router'].push(await during(pages, still))
    const go = async () => {
      await fifth.getByRole('button', { name: 'Leave', exact: true }).click()
      await settled(pages, 'Direct', 3)
    }
    seen['five to four'].push(await during(pages, go))
    await fifth.context().close()
  }
} catch (error) {
  process.stderr.write(`${String(error)}\n${server.output.join('')}`)
  process.exitCode = 1
} finally {
  await browser.close()
  await server.remove()
  report()
}

function report(): void {
  const of = { gap: 'Sound missing', freeze: 'Picture standing', strange: 'Another sound', back: 'Older pictures' }
  for (const [figure, text] of Object.entries(of) as [keyof Missed, string][]) {
    process.stdout.write(
      `\n| ${text}${figure === 'back' ? '' : ', ms'} | median | median of each time’s worst | worst |\n`,
    )
    process.stdout.write('| --- | --- | --- | --- |\n')
    for (const [name, all] of Object.entries(seen)) {
      process.stdout.write(`${row(`${name} (${all.length} times)`, all, (missed) => missed[figure])}\n`)
    }
  }
}
