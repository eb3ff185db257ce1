/**
 * `npm run bench:epochs`: how long it takes from the moment when somebody joins or leaves until everybody who is there sends
 * with the key of the new epoch, in a meeting of ten. The real server in a process of its own; the ten are the web app's
 * connection and group without its pages, all in one thread here, so what ten browsers do side by side is done one
 * after the other: an upper bound.
 *
 *     node e2e/bench/epochs/main.ts [times] [people]
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { HeadlessMember } from '../../headless/group/member.ts'
import { startServer } from '../../support/server.ts'
import { median } from '../switch/figures.ts'

const [times = 20, people = 10] = process.argv.slice(2).map(Number)
const withinMs = 60_000

const server = await startServer()
const url = `${server.url.replace('http', 'ws')}/ws`
const there: HeadlessMember[] = []
let came = 0

function come(): HeadlessMember {
  came += 1
  const member = new HeadlessMember(url, { name: `Person ${came}` })
  there.push(member)
  return member
}

const epochOf = (member: HeadlessMember): number => member.sendKeys.at(-1)?.epoch ?? -1

/** Everybody who is there is in one group, and sends with the same epoch's key, later than this one. */
async function allSendAfter(epoch: number): Promise<number> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    const epochs = new Set(there.map(epochOf))
    const [only = -1] = epochs
    const areTogether = there.every(({ view }) => view?.members.size === there.length - 1)
    if (epochs.size === 1 && only > epoch && areTogether) return performance.now()
    await sleep(1)
  }
  throw new Error(`They did not come together: ${there.map(epochOf).join(', ')}`)
}

async function takes(act: () => void): Promise<number> {
  // Not always at the same moment of what the server does at times of its own.
  await sleep(500 + Math.random() * 1_000)
  const before = Math.max(...there.map(epochOf))
  const began = performance.now()
  act()
  return (await allSendAfter(before)) - began
}

const joins: number[] = []
const leaves: number[] = []
try {
  come()
  while (there.length < people) {
    await takes(() => void come())
    process.stderr.write(`${there.length} are there\n`)
  }
  for (let time = 0; time < times; time += 1) {
    // Who was there first makes the commits; who leaves is each in turn.
    leaves.push(await takes(() => there.splice(time % people, 1)[0]?.leave()))
    joins.push(await takes(() => void come()))
    process.stderr.write(`leave ${leaves.at(-1)?.toFixed(0)} ms, join ${joins.at(-1)?.toFixed(0)} ms\n`)
  }
} finally {
  for (const member of there) member.leave()
  await server.remove()
}

process.stdout.write('| until all send with the new epoch | median, ms | worst, ms |\n| --- | --- | --- |\n')
for (const [name, all] of Object.entries({ [`one joins ${people - 1}`]: joins, [`one of ${people} leaves`]: leaves })) {
  process.stdout.write(
    `| ${name} (${all.length} times) | ${median(all).toFixed(0)} | ${Math.max(...all).toFixed(0)} |\n`,
  )
}
