import { say } from '../../../src/platform/output.ts'
import { median, milliseconds } from '../measure.ts'
import { addressOf } from './people.ts'
import { acts, looks, type Look, type Numbers, type Who } from './pages.ts'
import { runServer, type RunningServer } from './running-server.ts'
import { signIn, Visitor } from './visitor.ts'

const rounds = 5

interface Measured {
  readonly name: string
  readonly status: number
  readonly middle: number
  readonly worst: number
  readonly held: number
  /** Of a processor, for each time. */
  readonly worked: number
}

/** Starts the server on what was seeded, and opens each page six times: once to warm up, five times measured. */
export async function measurePages(env: Readonly<Record<string, string>>, port: number): Promise<void> {
  const server = await runServer({ ...env, SAMTALE_PORT: String(port), SAMTALE_LOCAL_PORT: String(port + 1) })
  const dataDir = env['SAMTALE_DATA_DIR'] ?? ''
  const visitors: Record<Who, Visitor> = {
    owner: new Visitor(port),
    operator: new Visitor(port),
    nobody: new Visitor(port),
  }
  try {
    say(await besides(server, visitors.nobody, 'What is due at the start, in half a minute', pause))
    const took = await milliseconds(() => signIn(visitors.owner, addressOf(0), dataDir))
    say(`Signing in, with mail and second factor: ${took.toFixed(0)} ms`)
    await signIn(visitors.operator, 'operator@hjem.example', dataDir)
    const all: Measured[] = []
    const numbers = await findNumbers(visitors)
    for (const look of looks(numbers)) {
      const one = await measure(server, visitors[look.who], look)
      all.push(one)
      say(line(one))
    }
    const slowest = all.toSorted((one, other) => other.middle - one.middle).slice(0, 10)
    say(`\nThe slowest:\n${slowest.map(line).join('\n')}\n`)
    for (const { name, path, sends } of acts(numbers))
      say(
        await besides(server, visitors.nobody, name, async () => {
          const { status } = await visitors.owner.post(path, sends)
          if (status !== 200) throw new Error(`${name}: ${status}`)
        }),
      )
  } finally {
    for (const visitor of Object.values(visitors)) visitor.close()
    await server.stop()
  }
}

/** What stands in their paths is found on the pages that lead there. */
async function findNumbers({ owner, operator }: Record<Who, Visitor>): Promise<Numbers> {
  const first = (text: string, what: RegExp) => what.exec(text)?.[1] ?? 'none'
  const { body: list } = await owner.get('/organisations')
  const ids = new Set([...list.matchAll(/\/organisations\/([\w-]{36})/g)].map(([, id = '']) => id))
  const pages = await Promise.all([...ids].map(async (id) => ({ id, ...(await owner.get(`/organisations/${id}`)) })))
  const [largest] = pages.toSorted((one, other) => other.body.length - one.body.length)
  const { id: organisation, body: members } = largest ?? { id: 'none', body: '' }
  const { body: reports } = await operator.get('/admin/reports')
  const { body: requests } = await operator.get('/admin/privacy/requests')
  return {
    organisation,
    member: first(members, /\/members\/([\w-]{36})/),
    report: first(reports, /\/admin\/reports\/([\w-]{11})/),
    request: first(requests, /\/admin\/privacy\/requests\/([\w-]{11})/),
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 30_000))

/** How long something takes, and how long others wait for a page meanwhile. */
async function besides(
  server: RunningServer,
  other: Visitor,
  name: string,
  work: () => Promise<unknown>,
): Promise<string> {
  await server.effort()
  const over = new AbortController()
  const took = milliseconds(work).finally(() => over.abort())
  const waits: number[] = []
  for (let asked = 0; !over.signal.aborted; asked += 1) {
    waits.push(await milliseconds(() => other.get(`/api/v1/rooms/nobody-${asked}`)))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { held } = await server.effort()
  const [middle, worst] = [median(waits), Math.max(...waits)].map((wait) => wait.toFixed(0))
  return `${name}: ${(await took).toFixed(0)} ms; others waited ${middle} ms, ${worst} at worst; held ${held.toFixed(0)} ms`
}

async function measure(server: RunningServer, visitor: Visitor, { name, path, sends }: Look): Promise<Measured> {
  const open = () => (sends === undefined ? visitor.get(path) : visitor.post(path, sends))
  const { status } = await open()
  await server.effort()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await milliseconds(open))
  const { held, worked } = await server.effort()
  return { name, status, middle: median(times), worst: Math.max(...times), held, worked: worked / rounds }
}

function line({ name, status, middle, worst, held, worked }: Measured): string {
  const figures = [middle, worst, held, worked].map((time) => time.toFixed(0).padStart(6)).join('')
  return `${name.padEnd(56)} ${status}${figures}`
}
