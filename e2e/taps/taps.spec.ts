import { randomBytes } from 'node:crypto'
import { chromium, type Browser } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { startRelay, type RunningRelay } from '../support/relay.ts'
import { startServer } from '../support/server.ts'
import { switchEncryptionOff } from './clear-pages.ts'
import { expectOnlyOwnSecret, expectOnlyPlanted, secretsOf } from './memory-of.ts'
import { byRelayOnly } from './relayed-pages.ts'
import { startRelayTap, type RelayTap } from './relay-tap.ts'
import { wordsIn } from './search.ts'
import { takeKeys } from './taken-keys.ts'
import { TapFiles } from './tap-files.ts'
import { decodeBothWays, expectReadable, nothing, streamsAtRelay, streamsAtRouter } from './tapped-streams.ts'
import { WatchedCall } from './watched-call.ts'

const minutes = 60_000
const secret = () => randomBytes(16).toString('base64url')

/** On a secure address, where pages have decoders, and no page of the app. */
async function decoderPage(browser: Browser, url: string) {
  const page = await browser.newPage()
  await page.goto(`${url}/healthz`)
  return page
}

test('the router and the server read nothing of a call of six, four and two, and have none of its keys in memory; with encryption off they read it all', async ({
  browser,
}) => {
  test.setTimeout(9 * minutes)
  const files = new TapFiles()
  const server = await startServer({ env: { ...files.env(), SAMTALE_DIRECT_AFTER_SECONDS: '600' } })
  const open = new WatchedCall(browser, `${server.url}/tapped#${secret()}`, switchEncryptionOff)
  const link = secret()
  const sealed = new WatchedCall(browser, `${server.url}/tapped#${link}`, takeKeys)
  try {
    await server.routerReady()
    const page = await decoderPage(browser, server.url)

    await open.enter(6)
    await open.speak()
    const [asItIs] = await decodeBothWays(page, await streamsAtRouter(files, 6), open.people)
    expectReadable(asItIs, open.people)
    expect(wordsIn(files.said(), open.words)).toEqual(Object.keys(open.words))
    await open.close()

    await sealed.enter(6)
    await sealed.speak()
    await sealed.seeEachOther()
    const ofSix = await secretsOf(sealed, link)
    for (const there of [6, 4, 2]) {
      await sealed.leave(sealed.people.slice(there))
      const streams = await streamsAtRouter(files, there)
      expect(await decodeBothWays(page, streams, sealed.people)).toEqual([nothing, nothing])
      const frames = Buffer.concat(streams.flat().map(({ data }) => data))
      expect(wordsIn(frames, sealed.words)).toEqual([])
    }
    expectOnlyPlanted(server, files, new Map([...ofSix, ...(await secretsOf(sealed, link))]))
    expect(wordsIn(files.said(), { ...sealed.words, link })).toEqual([])
  } finally {
    await Promise.all([open.close(), sealed.close()])
    await server.remove()
    files.remove()
  }
})

test('a relay reads nothing of a call of two and four, not even where the browsers’ own encryption is off; with ours off it reads it all', async () => {
  test.setTimeout(7 * minutes)
  const ends: (() => unknown)[] = []
  try {
    const relay = await startRelay()
    ends.unshift(() => relay.stop())
    const tap = await startRelayTap(relay)
    ends.unshift(() => tap.close())
    const server = await startServer({ env: settingsFor(relay, tap) })
    ends.unshift(() => server.remove())
    const browser = await launchUnencrypted()
    ends.unshift(() => browser.close())
    const page = await decoderPage(browser, server.url)

    const open = new WatchedCall(browser, `${server.url}/relayed#${secret()}`, async (context) => {
      await byRelayOnly(context)
      await switchEncryptionOff(context)
    })
    await open.enter(2)
    const [asItIs] = await decodeBothWays(page, await streamsAtRelay(tap, open.people, 1), open.people)
    expectReadable(asItIs, open.people)
    await open.close()
    tap.take()

    const link = secret()
    const sealed = new WatchedCall(browser, `${server.url}/relayed#${link}`, async (context) => {
      await byRelayOnly(context)
      await takeKeys(context)
    })
    for (const there of [2, 4]) {
      await sealed.enter(2)
      await sealed.seeEachOther()
      if (there === 4) await sealed.speak()
      const streams = await streamsAtRelay(tap, sealed.people, there - 1)
      expect(await decodeBothWays(page, streams, sealed.people)).toEqual([nothing, nothing])
    }
    expect(wordsIn(tap.everything(), sealed.words)).toEqual([])
    expectOnlyOwnSecret(relay, await secretsOf(sealed, link))
  } finally {
    for (const end of ends) await end()
  }
})

function settingsFor(relay: RunningRelay, tap: RelayTap): Record<string, string> {
  return {
    SAMTALE_TURN_URLS: `turn:${relay.address}:${tap.port}?transport=udp`,
    SAMTALE_TURN_SECRET: relay.secret,
    SAMTALE_TURN_RUN_BY: 'us',
    // Taken, so there is no router to move to: it knows no browsers without their own encryption.
    SAMTALE_MEDIA_PORT: String(relay.port),
  }
}

/** Without DTLS and SRTP (a switch of Chromium's for tests), so that a relay has what else only people's browsers have. */
function launchUnencrypted(): Promise<Browser> {
  const { launchOptions } = test.info().project.use
  return chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), '--disable-webrtc-encryption'] })
}
