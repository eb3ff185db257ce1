import { expect, test } from '../support/fixtures.ts'
import { expectMoving } from '../support/media.ts'

test.use({ serverOptions: { args: ['--lan'] } })

test('in the local network: a secure page with a camera, and an address to scan', async ({ server, person }) => {
  expect(server.url).toMatch(/^https:/)
  expect(server.output.join('')).toMatch(/[▀▄█]{10}/)
  // The certificate is for this machine's every name; the test stays on loopback.
  const here = `https://localhost:${server.port}/office`
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  for (const one of [ana, bo]) await one.enter(here)
  expect(await ana.page.evaluate(() => window.isSecureContext)).toBe(true)
  await expectMoving(ana.tile('Bo'), 2)
})
