import { createSocket } from 'node:dgram'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { EngineStatus } from '../../src/platform/media/engine.ts'
import { listenAddresses } from '../../src/platform/media/mediasoup/addresses.ts'
import { createRealEngine, PATIENCE_MS, untilReady, type RealEngine } from './real-engine.ts'

const open: RealEngine[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ engine }) => engine.close()))
})

async function ready(changes: Parameters<typeof createRealEngine>[0] = {}): Promise<RealEngine> {
  const real = createRealEngine(changes)
  open.push(real)
  await untilReady(real.engine, changes.workers ?? 1)
  return real
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host }, () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Holds a UDP port until called. */
async function takeUdpPort(port: number): Promise<{ port: number; free: () => Promise<void> }> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve))
  return { port: socket.address().port, free: () => new Promise((resolve) => socket.close(() => resolve())) }
}

const untilStatus = ({ engine }: RealEngine, wanted: (status: EngineStatus) => boolean) =>
  new Promise<EngineStatus>((resolve) => {
    const look = () => wanted(engine.status()) && (stop(), resolve(engine.status()))
    const stop = engine.onStatus(look)
    look()
  })

test('listens on one port a worker, on every address', { timeout: PATIENCE_MS }, async () => {
  const { engine } = await ready({ workers: 2 })
  const ports = engine.ports()
  expect(new Set(ports).size).toBe(2)
  for (const port of ports) {
    for (const address of listenAddresses(networkInterfaces())) expect(await accepts(port, address)).toBe(true)
  }
  const { iceCandidates } = (await (await engine.createRouter()).createTransport('send')).parameters
  expect(iceCandidates.every(({ port }) => port === ports[0])).toBe(true)
  expect(iceCandidates.map(({ address }) => address)).toContain('127.0.0.1')
})

test('announces the address it was given, beside its own', { timeout: PATIENCE_MS }, async () => {
  const { engine } = await ready({ announcedAddress: '198.51.100.7' })
  const { iceCandidates } = (await (await engine.createRouter()).createTransport('send')).parameters
  const addresses = iceCandidates.filter(({ protocol }) => protocol === 'udp').map(({ address }) => address)
  expect(addresses.toSorted()).toEqual(['198.51.100.7', ...listenAddresses(networkInterfaces())].toSorted())
})

test(
  'shares rooms out between workers, and loses only those of the worker that dies',
  { timeout: PATIENCE_MS },
  async () => {
    const { engine } = await ready({ workers: 2 })
    const routers = [
      await engine.createRouter(),
      await engine.createRouter(),
      await engine.createRouter(),
      await engine.createRouter(),
    ]
    let lost = 0
    for (const router of routers) router.onLost(() => (lost += 1))
    const [pid = 0] = engine.workerPids()
    const ports = engine.ports()
    process.kill(pid, 'SIGKILL')
    await untilStatus({ engine, logged: [] }, (status) => status.state === 'ready' && status.workers === 1)
    expect(lost).toBe(2)
    await engine.createRouter()
    await untilReady(engine, 2)
    expect(engine.ports()).toEqual(ports)
    expect(engine.workerPids()).not.toContain(pid)
  },
)

test('a port that is taken is said, and used as soon as it is free', { timeout: PATIENCE_MS }, async () => {
  const taken = await takeUdpPort(0)
  const real = createRealEngine({ port: taken.port })
  open.push(real)
  const status = await untilStatus(real, ({ state }) => state === 'unavailable')
  expect(status).toMatchObject({
    trouble: { code: 'media.port-in-use', detail: expect.stringContaining(String(taken.port)) },
  })
  await taken.free()
  await untilStatus(real, ({ state }) => state === 'ready')
  expect(real.engine.ports()).toEqual([taken.port])
})

test('leaves the signals to the server, and no process behind', { timeout: PATIENCE_MS }, async () => {
  const before = ['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal))
  const { engine } = await ready({ workers: 2 })
  expect(['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal))).toEqual(before)
  const pids = engine.workerPids()
  expect(pids.every(isRunning)).toBe(true)
  await engine.close()
  expect(pids.some(isRunning)).toBe(false)
  expect(engine.ports()).toEqual([])
})

test('logs neither addresses nor what people send', { timeout: PATIENCE_MS }, async () => {
  const { engine, logged } = await ready({ announcedAddress: '198.51.100.7' })
  const transport = await (await engine.createRouter()).createTransport('send')
  await transport.produce({ kind: 'audio', rtpParameters: { mid: 'canary', codecs: [] } }).catch(() => undefined)
  process.kill(engine.workerPids()[0] ?? 0, 'SIGKILL')
  await untilStatus({ engine, logged }, ({ state }) => state === 'pending')
  await untilReady(engine)
  const all = logged.join('\n')
  expect(all).toContain('media.worker-died')
  for (const secret of ['canary', '198.51.100.7', ...listenAddresses(networkInterfaces())])
    expect(all).not.toContain(secret)
})

test('a binary that is no worker is said', { timeout: PATIENCE_MS }, async () => {
  const real = createRealEngine({ binary: { cacheDir: tmpdir(), binary: '/bin/true', prebuilt: 'none' } })
  open.push(real)
  const status = await untilStatus(real, ({ state }) => state === 'unavailable')
  expect(status).toMatchObject({ trouble: { code: 'worker.start-failed' } })
})

test('can be closed while the worker is still being made', { timeout: PATIENCE_MS }, async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'samtale-'))
  const { engine } = createRealEngine({ binary: { cacheDir, binary: null, prebuilt: 'none' } })
  await untilStatus(
    { engine, logged: [] },
    (status) => status.state === 'pending' && status.step.startsWith('Building'),
  )
  await engine.close()
  expect(engine.workerPids()).toEqual([])
  await rm(cacheDir, { recursive: true, force: true })
})
