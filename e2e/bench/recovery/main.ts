/**
 * How fast a call is well again after what networks and servers do: a real server, and two real browsers in networks of
 * their own. Prints figures and asserts none.
 *
 *     node e2e/bench/recovery/main.ts [rounds] [words of the cases' names]
 */
import { existsSync } from 'node:fs'
import https from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer, type RunningServer } from '../../support/server.ts'
import { cases, type Case, type Scene } from './cases.ts'
import { judge, summary, type Seen } from './figures.ts'
import { block, closeNet, openNet, serverAddress, unblock, type House } from './net.ts'
import { watch, type Watcher } from './watcher.ts'

const [rounds = '3', ...words] = process.argv.slice(2)
const people = ['ada', 'bo']
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file)) ?? 'chromium'

function serve(before?: RunningServer): Promise<RunningServer> {
  return startServer({ args: ['--lan'], ...(before ? { port: before.port, dataDir: before.dataDir } : {}) })
}

/** One round of a case: who saw what. */
async function play(one: Case, round: number): Promise<(Seen & { tiles: number })[]> {
  const houses = openNet(people)
  let server = await serve()
  const opened: Watcher[] = []
  try {
    await routerReady(server)
    const [first, second] = houses
    if (!first || !second) throw new Error('Two are needed')
    if (one.byRouter) keepApart(first, second)
    const url = `https://${serverAddress}:${server.port}/bench-${round}#uu7h0qJw3k2m9s8d1f6g5A`
    for (const house of houses) opened.push(await watch(house, chromium, url))
    const [ada, bo] = opened
    if (!ada || !bo) throw new Error('Two are needed')
    await flowing(opened)
    const ways = await Promise.all(opened.map((watcher) => watcher.way()))
    const scene: Scene = {
      ada,
      bo,
      get server() {
        return server
      },
      async restart() {
        await server.stop('SIGKILL')
        server = await serve(server)
      },
    }
    const disturbed = Date.now()
    const couldBeWell = await one.disturb(scene, round)
    await sleep(one.settleMs)
    const until = Date.now()
    const seen = await Promise.all(
      opened.map(async (watcher) => judge(await watcher.framesSince(disturbed - 1_000), disturbed, couldBeWell, until)),
    )
    const tiles = await Promise.all(opened.map((watcher) => watcher.tiles()))
    const after = await Promise.all(opened.map((watcher) => watcher.way()))
    process.stderr.write(`${one.name} ${round}: ${JSON.stringify({ seen, tiles, ways, after })}\n`)
    return seen.map((each, index) => ({ ...each, tiles: tiles[index] ?? 0 }))
  } finally {
    for (const watcher of opened) await watcher.close()
    for (const house of houses) unblock(house)
    await server.remove()
    closeNet(people)
  }
}

/** The certificate is the server's own. */
async function routerReady({ port }: RunningServer): Promise<void> {
  const options = { host: serverAddress, port, path: '/readyz', rejectUnauthorized: false, agent: false }
  const ask = () =>
    new Promise<string>((resolve) => {
      https
        .get(options, (answer) => {
          let text = ''
          answer.on('data', (part) => (text += String(part)))
          answer.on('end', () => resolve(text))
        })
        .on('error', () => resolve(''))
    })
  while (!(await ask()).includes('"router":"ready"')) await sleep(200)
}

function keepApart(first: House, second: House): void {
  block(first, { udpWith: second.address })
}

/** Waits until everybody has decoded somebody's frames for a second. */
async function flowing(watchers: readonly Watcher[]): Promise<void> {
  for (const watcher of watchers) {
    const limit = Date.now() + 90_000
    while ((await watcher.framesSince(Date.now() - 1_000)).length < 8) {
      if (Date.now() > limit) throw new Error(`${watcher.house.name} sees nobody`)
      await sleep(200)
    }
  }
  await sleep(3_000)
}

const chosen = cases.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
const rows = [
  '| case | back after, median / worst ms | longest gap, median / worst ms | goal | one tile each |',
  '| --- | --- | --- | --- | --- |',
]
for (const one of chosen) {
  const seen: (Seen & { tiles: number })[] = []
  for (let round = 1; round <= Number(rounds); round += 1)
    seen.push(
      ...(await play(one, round).catch(
        (error: unknown) => (process.stderr.write(`${one.name}: ${String(error)}\n`), []),
      )),
    )
  const back = summary(seen.map(({ backAfter }) => backAfter))
  const gaps = summary(seen.map(({ longestGap }) => longestGap))
  const tiles = seen.length > 0 && seen.every((each) => each.tiles === people.length) ? 'yes' : 'no'
  rows.push(`| ${one.name} | ${back} | ${gaps} | ${one.goal} | ${tiles} |`)
}
process.stdout.write(`${rows.join('\n')}\n`)
