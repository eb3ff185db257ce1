import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import { mediaWorkersOf } from '../support/media-workers.ts'
import { expectAllSeeAll } from '../support/media.ts'
import type { Person } from '../support/person.ts'
import { startServer } from '../support/server.ts'

test('the worker is killed in the middle of a call of five: the call comes back without a reload', async ({
  ownServer: server,
  person,
}) => {
  await server.routerReady()
  const people: Person[] = []
  for (const name of ['Ana', 'Bo', 'Cy', 'Dag', 'Eli']) people.push(await person(name))
  const url = server.room('rough')
  for (const one of people) await one.enter(url)
  await expectAllSeeAll(people, 1)
  const workers = mediaWorkersOf(server.pid)
  expect(workers.length).toBeGreaterThan(0)
  for (const pid of workers) process.kill(pid, 'SIGKILL')
  await expectAllSeeAll(people, 3)
})

test('the router is still being built: the fifth is told how long, and the four talk on', async ({ person }) => {
  const cache = mkdtempSync(path.join(tmpdir(), 'samtale-cache-'))
  const server = await startServer({ env: { SAMTALE_CACHE_DIR: cache } })
  try {
    const four: Person[] = []
    for (const name of ['Ana', 'Bo', 'Cy', 'Dag']) four.push(await person(name))
    const url = server.room('rough')
    for (const one of four) await one.enter(url)
    const fifth = await person('Eli')
    await fifth.open(url)
    await fifth.page.getByRole('textbox', { name: 'Your name' }).fill('Eli')
    await fifth.button('Join').click()
    await expect(fifth.page.getByText(/about \d+ (minutes?|seconds?)/i)).toBeVisible()
    await expectAllSeeAll(four, 1)
  } finally {
    await server.remove()
    rmSync(cache, { recursive: true, force: true })
  }
})
