import { afterEach, expect, test } from 'vitest'
import { createFrameOpener } from '../../../packages/client/src/sframe/frame-opener.ts'
import { createFrameSealer } from '../../../packages/client/src/sframe/frame-sealer.ts'
import { createReceiveKeys } from '../../../packages/client/src/sframe/receive-keys.ts'
import { startTestServer, type TestServer } from '../../../packages/server/test/signalling/test-server.ts'
import { startCuttingProxy } from '../../support/cutting-proxy.ts'
import { createMemoryShelf, HeadlessMember, stateOf, type MemberOptions } from './member.ts'

const members: HeadlessMember[] = []
const servers: TestServer[] = []
const timers: ReturnType<typeof setInterval>[] = []

/** The real server, whose time goes by as everybody's. */
async function start(settings: Parameters<typeof startTestServer>[0] = {}) {
  const server = await startTestServer(settings)
  servers.push(server)
  timers.push(setInterval(() => server.clock.advance(50), 50))
  return server
}

function come(url: string, options: MemberOptions | string): HeadlessMember {
  const member = new HeadlessMember(url, typeof options === 'string' ? { name: options } : options)
  members.push(member)
  return member
}

/** Everybody sees everybody, with one number. */
async function together(...all: HeadlessMember[]) {
  for (const one of all) {
    const others = all.filter((other) => other !== one).map(({ name }) => name)
    await expect.poll(() => one.people, wait).toEqual(others.sort())
  }
  const seen = () => new Set(all.map(({ safety }) => `${safety?.members} ${safety?.digits}`))
  await expect.poll(() => [...seen()].map((number) => Number.parseInt(number)), wait).toEqual([all.length])
}

const wait = { timeout: 20_000 }

afterEach(async () => {
  for (const member of members.splice(0)) member.leave()
  for (const timer of timers.splice(0)) clearInterval(timer)
  for (const server of servers.splice(0)) await server.stop()
})

async function three() {
  const server = await start()
  const all = []
  for (const name of ['Ana', 'Bo', 'Cem']) {
    all.push(come(server.url, name))
    await together(...all)
  }
  const [ana, bo, cem] = all
  if (!ana || !bo || !cem) throw new Error('not together')
  return { server, ana, bo, cem }
}

test('three come: one number, each other’s names and state, and what came before one isn’t heard', async () => {
  const { server, ana, bo, cem } = await three()
  for (const one of [ana, bo, cem]) await expect.poll(() => one.states.size, wait).toBe(2)
  expect([...ana.states.values()].map(({ name }) => name).sort()).toEqual(['Bo', 'Cem'])
  expect(await ana.chat('hello')).toBe(true)
  await expect.poll(() => [bo.chats, cem.chats], wait).toEqual([['hello'], ['hello']])
  const dag = come(server.url, 'Dag')
  await together(ana, bo, cem, dag)
  await expect.poll(() => dag.states.size, wait).toBe(3)
  expect(dag.chats).toEqual([])
  expect(ana.changes.filter((change) => change.includes('Dag'))).toHaveLength(1)
  expect(ana.chats).toEqual([])
  bo.group.setState({ ...stateOf('Bo'), hand: true })
  for (const one of [ana, cem, dag]) await expect.poll(() => one.states.get(bo.member)?.hand, wait).toBe(true)
}, 60_000)

test('a signal reaches one alone, and waits for who is no member yet', async () => {
  const { server, ana, bo, cem } = await three()
  const signal = {
    kind: 'candidate',
    generation: 1,
    candidate: { candidate: 'c', sdpMid: null, sdpMLineIndex: 0 },
  } as const
  expect(await ana.group.say({ kind: 'signal', signal }, bo.id)).toBe(true)
  await expect.poll(() => bo.signals, wait).toEqual([{ from: ana.id, signal }])
  expect(cem.signals).toEqual([])
  const dag = come(server.url, 'Dag')
  await expect.poll(() => dag.id, wait).not.toBe('')
  void ana.group.say({ kind: 'signal', signal }, dag.id)
  await expect.poll(() => dag.signals, wait).toHaveLength(1)
}, 60_000)

test('cut again and again while people talk: every word once, in order', async () => {
  const server = await start()
  const proxy = await startCuttingProxy(server.app.port)
  const ana = come(`ws://127.0.0.1:${proxy.port}/ws`, 'Ana')
  const bo = come(server.url, 'Bo')
  await together(ana, bo)
  const lines = Array.from({ length: 60 }, (_, at) => `line ${at}`)
  const said: Promise<boolean>[] = []
  for (const [at, line] of lines.entries()) {
    said.push(ana.chat(line))
    if (at % 3 === 0) void bo.chat(line)
    if (at % 12 === 5) proxy.cut()
    await new Promise((resolve) => setTimeout(resolve, at % 5 === 0 ? 30 : 0))
  }
  expect(new Set(await Promise.all(said))).toEqual(new Set([true]))
  await expect.poll(() => bo.chats.length, wait).toBe(lines.length)
  expect(bo.chats).toEqual(lines)
  await expect.poll(() => ana.chats.length, wait).toBe(20)
  expect(ana.chats).toEqual(lines.filter((_, at) => at % 3 === 0))
  proxy.stop()
}, 60_000)

test.each([
  ['R5 under the ids they had', 2_000, true],
  ['under other ids, where it is the same second', 0, false],
])(
  'a restarted server: the same people, the same number, and the talk goes on, %s',
  async (_how, later, same) => {
    const { server, ana, bo, cem } = await three()
    const before = ana.safety?.digits
    const ids = [ana, bo, cem].map(({ id }) => id)
    const changes = ana.changes.length
    const { port } = server.app
    await servers.pop()?.stop()
    const waiting = bo.chat('said while it was away')
    const again = await start({ port })
    again.clock.advance(later)
    expect(await waiting).toBe(true)
    await together(ana, bo, cem)
    expect(ana.safety?.digits).toBe(before)
    // Nobody was removed and added for it.
    expect(ana.changes).toHaveLength(changes)
    expect([ana, bo, cem].every(({ id }, at) => id === ids[at])).toBe(same)
    await expect
      .poll(() => [ana.chats, cem.chats], wait)
      .toEqual([['said while it was away'], ['said while it was away']])
  },
  60_000,
)

test('a worker that dies: another asks to be added, says its state anew, and loses no word', async () => {
  const { ana, bo, cem } = await three()
  const [before, key] = [bo.safety?.digits, bo.member]
  bo.killWorker()
  const said = bo.chat('from the other worker')
  expect(await said).toBe(true)
  await together(ana, bo, cem)
  expect(bo.workers).toBe(2)
  expect(ana.safety?.digits).not.toBe(before)
  expect(await bo.group.member()).not.toBe(key)
  await expect.poll(() => ana.chats, wait).toEqual(['from the other worker'])
  await expect.poll(() => [...ana.states.values()].filter(({ name }) => name === 'Bo').length, wait).toBe(2)
  expect(ana.changes.filter((change) => /Bo (left|came)/.test(change))).toHaveLength(3)
}, 60_000)

test('frames: sealed under one’s key and opened as that member’s; another frame worker waits for another epoch', async () => {
  const { ana, bo } = await three()
  await expect.poll(() => ana.sendKeys.length, wait).toBeGreaterThan(0)
  const [opened, sealer] = [createReceiveKeys(() => performance.now()), createFrameSealer()]
  const latest = async () => {
    for (const message of bo.keys)
      if (message.type === 'receive-keys') await opened.install(message.keys.epoch, message.keys.senders)
  }
  await expect.poll(() => ana.sendKeys.at(-1)?.epoch, wait).toBe(2)
  const first = ana.sendKeys.at(-1)
  if (!first) throw new Error('no key')
  await sealer.use(first)
  const track = { slot: 'microphone', codec: 'audio/opus' } as const
  const frame = await sealer.seal(track, new Uint8Array(40))
  await latest()
  const opener = createFrameOpener(opened)
  expect(frame && (await opener.open({ ...track, member: ana.member }, frame))).toHaveLength(40)
  // The worker that frames pass through dies: the next gets keys, to open with and to seal with, only of a later epoch.
  const before = ana.keys.length
  ana.connectFrames()
  await expect.poll(() => ana.keys.slice(before).map(({ type }) => type), wait).toContain('send-key')
  expect(ana.keys.slice(before).every((one) => one.type !== 'receive-keys' || one.keys.epoch > 2)).toBe(true)
  expect(ana.sendKeys.at(-1)?.epoch).toBeGreaterThan(2)
  const epochs = ana.sendKeys.map(({ epoch }) => epoch)
  expect(new Set(epochs).size).toBe(epochs.length)
  ana.connection.close()
  await expect.poll(() => ana.keys.at(-1)?.type, wait).toBe('stop')
}, 60_000)

test('a locked door: only whom a host let in comes in, whoever the server lets through', async () => {
  const { server, ana, bo, cem } = await three()
  expect(ana.view?.isHost).toBe(true)
  expect(await bo.group.setRules({ locked: true })).toBe(false)
  expect(await ana.group.setRules({ locked: true })).toBe(true)
  await expect.poll(() => cem.view?.locked, wait).toBe(true)
  // The server's own door stays open, as a lying server's would.
  const dag = come(server.url, 'Dag')
  await expect.poll(() => ana.view?.waiting.map(({ name }) => name), wait).toEqual(['Dag'])
  expect(bo.view?.waiting).toEqual([])
  expect(dag.view).toBeNull()
  ana.group.letIn(ana.view?.waiting[0]?.member ?? '')
  await together(ana, bo, cem, dag)
  expect(ana.view?.waiting).toEqual([])
  // Who was in comes back by the same key; another key waits.
  cem.connection.close()
  await together(ana, bo, dag)
  cem.connection.start()
  await together(ana, bo, cem, dag)
  // Whom a host makes one lets in as well.
  expect(await ana.group.setRules({ host: dag.member })).toBe(true)
  await expect.poll(() => dag.view?.isHost, wait).toBe(true)
  expect(await dag.group.setRules({ locked: false })).toBe(true)
  const eva = come(server.url, 'Eva')
  await together(ana, bo, cem, dag, eva)
}, 90_000)

test('who knocked and was let in comes in with the key they knocked with', async () => {
  const { server, ana, bo, cem } = await three()
  await ana.connection.request('room.lock', {})
  expect(await ana.group.setRules({ locked: true })).toBe(true)
  const dag = come(server.url, { name: 'Dag', how: 'knock' })
  const knocked = () => ana.events.find((event) => event.type === 'knocker.came')
  await expect.poll(knocked, wait).toBeDefined()
  const event = knocked()
  ana.group.letIn(await dag.group.member())
  await ana.connection.request('knock.admit', { knockId: event?.type === 'knocker.came' ? event.knocker.id : '' })
  await together(ana, bo, cem, dag)
}, 60_000)

test('whom a host sends away is out of the group, also where the server keeps them and there is another host', async () => {
  const { ana, bo, cem } = await three()
  await ana.group.setRules({ host: bo.member })
  await ana.group.setRules({ locked: true })
  ana.group.sendAway(cem.member)
  await expect.poll(() => bo.people, wait).toEqual(['Ana'])
  await expect.poll(() => cem.keys.at(-1)?.type, wait).toBe('stop')
  expect(bo.changes).toContain('Cem left by Ana')
  // Cem asks again, and Bo's browser does nothing of itself, though it had let Cem in before.
  await expect.poll(() => bo.view?.waiting.map(({ name }) => name), wait).toEqual(['Cem'])
  expect([ana.people, ana.view?.waiting]).toEqual([['Bo'], []])
}, 60_000)

test('a key that is kept is known the next time; another one under the same name is told', async () => {
  const server = await start()
  const [anas, bos] = [createMemoryShelf(), createMemoryShelf()]
  const ana = come(server.url, { name: 'Ana', shelf: anas })
  const bo = come(server.url, { name: 'Bo', shelf: bos })
  await together(ana, bo)
  expect([await ana.group.remember(true), await bo.group.remember(true)]).toEqual([true, true])
  ana.group.setState({ ...stateOf('Ana'), hand: true })
  bo.group.setState({ ...stateOf('Bo'), hand: true })
  await expect.poll(() => ana.states.get(bo.member)?.keepsKey, wait).toBe(true)
  const number = ana.safety?.digits
  const verified = () => [...(ana.view?.members.values() ?? [])].map(({ verified: how }) => how)
  // Met now, known from the next visit on.
  expect(verified()).toEqual([null])
  for (const one of [ana, bo]) one.leave()
  const again = [come(server.url, { name: 'Ana', shelf: anas }), come(server.url, { name: 'Bo', shelf: bos })] as const
  await together(...again)
  expect(again[0].safety?.digits).toBe(number)
  expect([...(again[0].view?.members.values() ?? [])].map((one) => one.verified)).toEqual(['known'])
  again[1].leave()
  const impostor = come(server.url, 'Bo')
  await together(again[0], impostor)
  await expect
    .poll(() => [...(again[0].view?.members.values() ?? [])].map((one) => one.verified), wait)
    .toEqual(['changed'])
  expect(await again[0].group.trust(impostor.member)).toBe(true)
  await expect
    .poll(() => [...(again[0].view?.members.values() ?? [])].map((one) => one.verified), wait)
    .toEqual(['known'])
  // Another page of the same browser isn't the same person to the group.
  bos.inUse = true
  const otherPage = come(server.url, { name: 'Bo', shelf: bos })
  await together(again[0], impostor, otherPage)
  expect(otherPage.remembered).toBe(false)
}, 90_000)
