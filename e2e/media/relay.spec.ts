import { chromium, expect, test, type Browser } from '@playwright/test'
import type { IceServer, SaidSignal } from '@samtale/protocol'
import { gatherRelay } from '../../packages/server/src/features/doctor/gather/gather-relay.ts'
import { outsideAddress, startRelay, type RunningRelay } from '../support/relay.ts'
import { freePort } from '../support/server.ts'
import { Company, expectCall } from './company.ts'
import { iceUsernames, reportFailure } from './looks.ts'
import { serveHarness } from './serve-harness.ts'
import { candidateKinds, ways } from './ways.ts'

let harness: Awaited<ReturnType<typeof serveHarness>>
let relay: RunningRelay
let browser: Browser
let company: Company

test.beforeAll(async () => {
  harness = await serveHarness()
  relay = await startRelay()
  const { launchOptions } = test.info().project.use
  const args = [...(launchOptions?.args ?? []), `--ignore-certificate-errors-spki-list=${relay.keyHash()}`]
  browser = await chromium.launch({ ...launchOptions, args })
})
test.afterAll(async () => {
  await browser.close()
  await relay.stop()
  await harness.close()
})
test.beforeEach(() => {
  company = new Company(browser, harness.url)
})
test.afterEach(() => company.close())

/** What everybody is told of the relay, and to use no other way where not told otherwise. */
function tell(server: () => IceServer, transport: 'all' | 'relay' = 'relay', goodForSeconds = 600) {
  company.room.ice = () => ({ iceServers: [server()], transport, goodForSeconds })
}

for (const by of ['udp', 'tcp', 'tls'] as const) {
  test(`I1 two people meet through the relay, reached by ${by}`, async () => {
    tell(() => relay.credentials([relay.urls()[by]], 600))
    const ada = await company.enter('ada')
    const bo = await company.enter('bo')
    await expectCall([ada, bo])
    for (const guest of [ada, bo]) expect(await ways(guest)).toEqual([{ kind: 'relay', by }])
  })
}

test('I1 credentials that lapsed, and those of another secret, are let in nowhere', async () => {
  const lapsed = relay.credentials([relay.urls().udp], -5)
  const forged = { ...relay.credentials([relay.urls().tcp], 600), credential: 'bm90IHRoZSByZWFsIG9uZQ==' }
  const good = relay.credentials([relay.urls().udp], 600)
  const ada = await company.enter('ada')
  const gathered = (server: IceServer) =>
    ada.page.evaluate(async (iceServer) => {
      const connection = new RTCPeerConnection({ iceServers: [iceServer], iceTransportPolicy: 'relay' })
      const errors: number[] = []
      let candidates = 0
      connection.addEventListener('icecandidateerror', ({ errorCode }) => errors.push(errorCode))
      connection.addEventListener('icecandidate', ({ candidate }) => (candidates += candidate?.candidate ? 1 : 0))
      connection.createDataChannel('any')
      await connection.setLocalDescription()
      while (connection.iceGatheringState !== 'complete') await new Promise((done) => setTimeout(done, 50))
      connection.close()
      return { candidates, errors }
    }, server)
  expect(await gathered(lapsed)).toEqual({ candidates: 0, errors: expect.arrayContaining([401]) })
  expect(await gathered(forged)).toEqual({ candidates: 0, errors: expect.arrayContaining([401]) })
  expect((await gathered(good)).candidates).toBeGreaterThan(0)
})

test('I2 before credentials lapse a call moves to fresh ones, and nobody is missed', async () => {
  const given = new Set<string>()
  const fresh = (seconds: number) => {
    const server = relay.credentials([relay.urls().udp], seconds)
    given.add(server.username)
    return server
  }
  tell(() => fresh(20), 'relay', 20)
  company.room.handle = async (_from, type) => {
    if (type !== 'ice.get') throw new Error(`Nobody asks for ${type} here`)
    return { iceServers: [fresh(600)], transport: 'relay', goodForSeconds: 600 }
  }
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const first = await iceUsernames(ada)
  await expect.poll(() => iceUsernames(ada), { timeout: 40_000 }).not.toEqual(first)
  // By now the first ones have lapsed: what is gathered anew is let in by the fresh ones only.
  await ada.page.waitForTimeout(8_000)
  const second = await iceUsernames(ada)
  await reportFailure(ada)
  await expect.poll(() => iceUsernames(ada)).not.toEqual(second)
  await expectCall([ada, bo])
  expect(await ways(ada)).toEqual([{ kind: 'relay', by: 'udp' }])
  expect(given.size).toBeGreaterThanOrEqual(4)
  for (const guest of [ada, bo]) {
    expect(await guest.page.evaluate(() => window.harness.connections.length)).toBe(1)
    expect(await guest.page.evaluate(() => window.harness.vigil.losses)).toEqual([])
  }
})

test('I3 where addresses are hidden none is sent, and none is taken', async () => {
  const own = outsideAddress()
  const said: SaidSignal[] = []
  tell(() => relay.credentials([relay.urls().udp], 600))
  company.room.passes = (_from, _to, signal) => {
    said.push(signal)
    return true
  }
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  const kinds = said.flatMap(candidateKinds)
  expect(new Set(kinds)).toEqual(new Set(['relay']))
  // The relay stands on this machine's own address, at ports of its own: nothing names another.
  const ports = [...JSON.stringify(said).matchAll(/(\d+\.\d+\.\d+\.\d+|[0-9a-f]*::[0-9a-f:]+) (\d+)/g)]
  const named = ports.filter(([, address, port]) => address === own && !/^49[5-9]\d\d$/.test(port ?? ''))
  expect(named).toEqual([])
})

test('I3 one who tells their address nonetheless is met by the relay only', async () => {
  const relayed = () => ({ iceServers: [relay.credentials([relay.urls().udp], 600)], goodForSeconds: 600 })
  company.room.ice = () => ({ ...relayed(), transport: company.room.guests.length === 0 ? 'relay' : 'all' })
  const sent: string[] = []
  company.room.passes = (from, _to, signal) => {
    if (from.id === 'bo') sent.push(...candidateKinds(signal))
    return true
  }
  const ada = await company.enter('ada')
  const bo = await company.enter('bo')
  await expectCall([ada, bo])
  expect(sent).toContain('host')
  const taken = await ada.page.evaluate(async () => {
    const stats = await Promise.all(window.harness.connections.map((connection) => connection.getStats()))
    return stats.flatMap((report) => [...report.values()]).filter(({ type }) => type === 'remote-candidate')
  })
  expect(taken.map(({ candidateType }) => candidateType)).not.toContain('host')
  expect(await ways(ada)).toEqual([{ kind: 'relay', by: 'udp' }])
})

test('the doctor asks a relay as browsers do, and tells what is wrong with it', async () => {
  const clock = { now: () => new Date() }
  const { udp, tcp, tls } = relay.urls()
  const asked = async (urls: string[], secret = relay.secret) =>
    (await gatherRelay({ urls, secret, validSeconds: 60 }, clock))?.ways.map(({ transport, reply }) => [
      transport,
      reply,
    ])
  expect(await asked([udp, tcp, tls])).toEqual([
    ['udp', 'lets-in'],
    ['tcp', 'lets-in'],
    // It made its certificate itself.
    ['tls', 'certificate'],
  ])
  expect(await asked([udp, tcp], 'another secret of ours')).toEqual([
    ['udp', 'refuses'],
    ['tcp', 'refuses'],
  ])
  const nobody = await freePort()
  const there = [`turn:127.0.0.1:${nobody}`, `turn:127.0.0.1:${nobody}?transport=tcp`]
  expect(await asked(there)).toEqual([
    ['udp', 'silent'],
    ['tcp', 'silent'],
  ])
  const late = { now: () => new Date(Date.now() - 600_000) }
  expect((await gatherRelay({ urls: [udp], secret: relay.secret, validSeconds: 60 }, late))?.ways[0]?.reply).toBe(
    'refuses',
  )
})
