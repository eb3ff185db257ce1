import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/fixtures.ts'
import { expectAllSeeAll } from '../support/media.ts'
import type { Person } from '../support/person.ts'

test('a whole meeting contacts no host but the server itself, and sets no cookie', async ({ server, person }) => {
  await server.routerReady()
  const url = server.room('office')
  const people: Person[] = []
  for (const name of ['Ana', 'Bo', 'Cy', 'Dag', 'Eli']) {
    const one = await person(name)
    await one.open(`${server.url}/`)
    await one.enter(url)
    people.push(one)
  }
  await expectAllSeeAll(people, 1)
  for (const one of people) {
    await one.button('Leave').click()
    await one.open(`${server.url}/privacy`)
    expect([...one.hosts]).toEqual([new URL(server.url).host])
    expect(await one.context.cookies()).toEqual([])
    expect(await one.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([])
  }
})

test('the server listens on declared ports only, and connects to nobody', async ({ ownServer: server, person }) => {
  await server.routerReady()
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  for (const one of [ana, bo]) await one.enter(`${server.url}/office`)
  const pids = [server.pid, ...descendants(server.pid)]
  const sockets = execFileSync('ss', ['-H', '-u', '-t', '-a', '-n', '-p'], { encoding: 'utf8' }).split('\n')
  const own = sockets.filter((line) => pids.some((pid) => line.includes(`pid=${pid},`)))
  const listening = own.filter((line) => /^(udp\s+UNCONN|tcp\s+LISTEN)/.test(line))
  const ports = new Set(
    listening.map((line) => Number(/:(\d+)\s/.exec(line.split(/\s+/).slice(4, 5).join('') + ' ')?.[1])),
  )
  const media = await mediaPorts(server.url)
  // Pages for this machine alone, such as the outbox, have a port of their own on loopback.
  const local = Number(/localhost:(\d+)\/outbox/.exec(server.output.join(''))?.[1])
  expect(ports).toEqual(new Set([server.port, local, ...media]))
  // What is connected was connected to us: our side is a declared port.
  for (const line of own.filter((other) => /ESTAB/.test(other))) {
    const [, , , , ours = ''] = line.split(/\s+/)
    expect([server.port, ...media].map(String)).toContain(ours.slice(ours.lastIndexOf(':') + 1))
  }
})

test('what the server knows about this call is told in the call', async ({ server, person }) => {
  const url = server.room('office')
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  for (const one of [ana, bo]) await one.enter(url)
  await ana.page.getByRole('button', { name: /^Direct/ }).click()
  await ana.page.getByRole('button', { name: 'What the server knows about this call' }).click()
  const panel = ana.page.getByRole('dialog', { name: 'What the server knows about this call' })
  await expect(panel).toContainText('office')
  await expect(panel).toContainText('127.0.0.1')
  await expect(panel).toContainText('2')
  const cy = await person('Cy')
  await cy.enter(url)
  await expect(panel).toContainText('3')
})

test('in a room opened by its bare name the page says who could read along', async ({ server, person }) => {
  const ana = await person('Ana')
  await ana.open(`${server.url}/bare-name`)
  await expect(ana.page.getByText(/a server that lies could listen in/)).toBeVisible()
  await ana.open(`${server.url}/bare-name#uu7h0qJw3k2m9s8d1f6g5A`)
  await expect(ana.page.getByText(/only people with (this|the) link/i)).toBeVisible()
})

test('nothing that people say reaches the server’s log or disk, with a secret in the link', async ({
  ownServer: server,
  person,
}) => {
  const [ana, bo] = [await person('Canaryana'), await person('Canarybo')]
  for (const one of [ana, bo]) await one.enter(`${server.url}/office#uu7h0qJw3k2m9s8d1f6g5A`)
  await expect(ana.tile('Canarybo')).toBeVisible()
  await server.stop()
  expect(server.output.join('')).not.toMatch(/Canary|127\.0\.0\.1|office/)
  const found = execFileSync(
    'sh',
    ['-c', `grep -rliE 'Canary(ana|bo)|uu7h0qJw3k2m9s8d1f6g5A' "${server.dataDir}" || true`],
    { encoding: 'utf8' },
  )
  expect(found).toBe('')
})

function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map(Number)
  return children.flatMap((child) => [child, ...descendants(child)])
}

async function mediaPorts(url: string): Promise<number[]> {
  const readiness = (await (await fetch(`${url}/readyz`)).json()) as { mediaPorts?: number[] }
  return readiness.mediaPorts ?? []
}
