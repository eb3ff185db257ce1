import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { choosePort, FIRST_PORT, isPortFree, LAST_PORT, PortInUse, type PortWish } from './ports.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function takeUdp(): Promise<number> {
  const socket = createSocket('udp4')
  closers.push(() => socket.close())
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return socket.address().port
}

async function takeTcp(): Promise<number> {
  const server = createServer()
  closers.push(() => server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address with a port.
  return (server.address() as AddressInfo).port
}

const wish = (changes: Partial<PortWish>) =>
  choosePort({ port: 0, worker: 0, former: null, others: [], addresses: ['127.0.0.1'], ...changes })

test('a port is free only if it is for UDP and for TCP', async () => {
  expect(await isPortFree(await takeUdp(), ['127.0.0.1'])).toBe(false)
  expect(await isPortFree(await takeTcp(), ['127.0.0.1'])).toBe(false)
  expect(await isPortFree(await wish({}), ['127.0.0.1'])).toBe(true)
})

test('an ordered port is that one, plus the number of the worker, or none', async () => {
  const free = await wish({})
  expect(await wish({ port: free })).toBe(free)
  expect(await wish({ port: free - 3, worker: 3, former: 50_000 })).toBe(free)
  const taken = await takeTcp()
  await expect(wish({ port: taken })).rejects.toThrow(PortInUse)
  await expect(wish({ port: free, others: [free] })).rejects.toThrow(PortInUse)
})

test('unordered it is one of the range, and not another worker’s', async () => {
  const first = await wish({ port: null })
  const second = await wish({ port: null, worker: 1, others: [first] })
  expect(first).toBeGreaterThanOrEqual(FIRST_PORT)
  expect(second).toBeGreaterThan(first)
  expect(second).toBeLessThanOrEqual(LAST_PORT)
})

test('a worker that comes back takes its former port where it can', async () => {
  const former = await wish({})
  expect(await wish({ port: null, former })).toBe(former)
  expect(await wish({ port: null, former: await takeUdp() })).toBeLessThanOrEqual(LAST_PORT)
})
