import { startCuttingProxy } from '../support/cutting-proxy.ts'
import { expect, test } from '../support/fixtures.ts'
import { expectAllSeeAll, expectMoving } from '../support/media.ts'
import type { Person } from '../support/person.ts'
import { secret, startServer, type RunningServer } from '../support/server.ts'

async function call(server: RunningServer, people: Person[]): Promise<string> {
  const url = server.room('rough')
  for (const one of people) await one.enter(url)
  return url
}

test('a reload leaves no ghost: the others see one person go and come', async ({ server, person }) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await call(server, [ana, bo])
  await bo.page.reload()
  await expect(ana.tile('Bo')).toHaveCount(0)
  await bo.joinHere()
  await expectAllSeeAll([ana, bo], 2)
  await expect(ana.tile('Bo')).toHaveCount(1)
})

test('a second tab is a second participant', async ({ server, person }) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  const url = await call(server, [ana, bo])
  const tab = await bo.context.newPage()
  await tab.goto(url)
  await tab.getByRole('textbox', { name: 'Your name' }).fill('Bo')
  await tab.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(ana.tile('Bo')).toHaveCount(2)
  await tab.close()
  await expect(ana.tile('Bo')).toHaveCount(1)
  await expectMoving(ana.tile('Bo'), 2)
})

test('Back leaves the call, Forward comes to the join page', async ({ server, person }) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  const url = server.room('back')
  await ana.enter(url)
  await bo.open(`${server.url}/`)
  await bo.enter(url)
  await expect(ana.tile('Bo')).toBeVisible()
  await bo.page.goBack()
  await expect(bo.page.getByRole('textbox', { name: 'Room name' })).toBeVisible()
  await expect(ana.tile('Bo')).toHaveCount(0)
  await bo.page.goForward()
  await expect(bo.button('Join')).toBeVisible()
  await bo.joinHere()
  await expectMoving(ana.tile('Bo'), 2)
})

test('two people with the same name are two people', async ({ server, person }) => {
  const [ana, first, second] = [await person('Ana'), await person('Bo'), await person('Bo')]
  await call(server, [ana, first, second])
  await expect(ana.tile('Bo')).toHaveCount(2)
  await expectMoving(ana.tile('Bo').first(), 2)
  await expectMoving(ana.tile('Bo').last(), 2)
})

test('a name of 64 emoji breaks nothing', async ({ server, person }) => {
  const emoji = '👩‍👩‍👧‍👦'.repeat(64)
  const [ana, many] = [await person('Ana'), await person(emoji)]
  await call(server, [ana, many])
  await expect(ana.tile(emoji)).toBeVisible()
  const overflow = await ana.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(overflow).toBe(false)
})

test.describe('room names', () => {
  test('spaces and capitals are the same room', async ({ server, person }) => {
    const [ana, bo] = [await person('Ana'), await person('Bo')]
    await ana.enter(`${server.url}/Our%20Kitchen%20Table`)
    await bo.enter(`${server.url}/our-kitchen-table`)
    await expectMoving(ana.tile('Bo'), 2)
  })
  for (const [what, address] of [
    ['slashes', '/a/b/c'],
    ['300 characters', `/${'a'.repeat(300)}`],
    ['3,000 characters', `/${'a'.repeat(3_000)}`],
    ['broken percent signs', '/100%'],
    ['script', '/%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
    ['a reserved word', '/admin'],
  ] as const) {
    test(`${what}: a plain sentence and a way on`, async ({ server, person }) => {
      const ana = await person('Ana')
      await ana.open(`${server.url}${address}`)
      await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(ana.page.getByRole('link', { name: 'Start page' })).toBeVisible()
      await expect(ana.button('Join')).toHaveCount(0)
    })
  }
})

test('the socket is cut without a close: the call goes on and nobody sees anybody leave', async ({
  server,
  person,
}) => {
  const proxy = await startCuttingProxy(server.port)
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await ana.enter(`http://localhost:${proxy.port}/cut#${secret}`)
  await bo.enter(`${server.url}/cut#${secret}`)
  await expectAllSeeAll([ana, bo], 1)
  const left = await watchLeaving(bo, 'Ana')
  proxy.cut()
  await expectMoving(bo.tile('Ana'), 6)
  expect(await left()).toBe(false)
  await bo.page.getByRole('button', { name: /^Chat/ }).first().click()
  await bo.page.getByRole('textbox', { name: 'Message' }).fill('still here?')
  await bo.button('Send').click()
  await ana.page.getByRole('button', { name: /^Chat/ }).first().click()
  await expect(ana.page.getByRole('log', { name: 'Chat messages' })).toContainText('still here?')
  proxy.stop()
})

test('the server restarts in the middle of a call: everybody is back without a reload, and nobody was gone', async ({
  ownServer: server,
  person,
}) => {
  const [ana, bo, cy] = [await person('Ana'), await person('Bo'), await person('Cy')]
  await call(server, [ana, bo, cy])
  await expectAllSeeAll([ana, bo, cy], 1)
  const left = await Promise.all([bo, cy].map((one) => watchLeaving(one, 'Ana')))
  await server.stop('SIGKILL')
  await expect(
    ana.page
      .getByRole('status')
      .filter({ hasText: /reconnect/i })
      .first(),
  ).toBeVisible()
  // What goes from browser to browser needs no server.
  await expectMoving(bo.tile('Ana'), 1)
  const again = await startServer({ port: server.port, dataDir: server.dataDir })
  try {
    await expect(ana.page.getByRole('status').filter({ hasText: /reconnect/i })).toHaveCount(0)
    await expectAllSeeAll([ana, bo, cy], 2)
    expect(await Promise.all(left.map((look) => look()))).toEqual([false, false])
    for (const one of [ana, bo, cy]) await expect(one.page.locator('[role=group]:has(video)')).toHaveCount(3)
  } finally {
    await again.stop()
  }
})

test('SIGTERM: people in a call are told, and the server ends within ten seconds', async ({
  ownServer: server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await call(server, [ana, bo])
  await expectAllSeeAll([ana, bo], 1)
  const stopped = server.stop('SIGTERM')
  await expect(
    ana.page
      .getByRole('status')
      .filter({ hasText: /server is (stopping|restarting)/i })
      .first(),
  ).toBeVisible()
  expect(await stopped).toBe(0)
})

test('the server is gone before Join: a plain sentence and a way to try again', async ({
  ownServer: server,
  person,
}) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/rough`)
  await ana.page.getByRole('textbox', { name: 'Your name' }).fill('Ana')
  await server.stop()
  await ana.button('Join').click()
  await expect(ana.page.getByRole('alert').filter({ hasText: /server/i })).toBeVisible()
  await expect(ana.button('Try again')).toBeVisible()
})

async function watchLeaving(viewer: Person, name: string): Promise<() => Promise<boolean>> {
  await viewer.page.evaluate((wanted) => {
    document.body.dataset['somebodyLeft'] = 'no'
    new MutationObserver(() => {
      const there = [...document.querySelectorAll('[role=group]')].some(
        (tile) => tile.getAttribute('aria-label') === wanted,
      )
      if (!there) document.body.dataset['somebodyLeft'] = 'yes'
    }).observe(document.documentElement, { childList: true, subtree: true })
  }, name)
  return () => viewer.page.evaluate(() => document.body.dataset['somebodyLeft'] === 'yes')
}
