import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file)) ?? '/usr/bin/chromium'

/** Looks at every page there is, which takes longest: begun first. */
const looks = '**/axe.spec.ts'
/** Journeys over pages, with a call of two at most; what isn't named here holds calls. */
const pages =
  '**/{installable,consent,contact,lists,policies,rights,sign-in,ways-in,account,rooms,organisations,operator,storage-border,still}.spec.ts'

/** Calls of two, mostly, that leave a core to another. */
const pairs = '**/{media/*,rough,lan}.spec.ts'
/** Taps, a lying server, and looks of calls: long, and a command of their own, `npm run proofs`. */
const proofs = '**/{taps/*,liar/*,screens}.spec.ts'

/**
 * Journeys in Debian's Chromium. Those with calls of more than two one at a time, since each already fills two cores;
 * `npm test` runs the others before them, two at a time.
 */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'looks', testMatch: looks },
    { name: 'pages', testMatch: pages },
    { name: 'calls', testMatch: '**/*.spec.ts', testIgnore: [looks, pages, pairs, proofs] },
    { name: 'pairs', testMatch: pairs },
    { name: 'proofs', testMatch: proofs },
  ],
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  // Where others share the machine, five browsers starve now and then. What fails twice is a fault, and both are listed.
  retries: process.env['CI'] === undefined ? 0 : 1,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    headless: true,
    locale: 'en-GB',
    actionTimeout: 20_000,
    permissions: [],
    launchOptions: {
      executablePath: chromium,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--auto-select-desktop-capture-source=Entire screen',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
})
