import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { workerCache, type WorkerCache } from '../../media-worker/cache.ts'
import { runChild } from '../../media-worker/child.ts'
import { mediasoupPackage } from '../../media-worker/mediasoup-package.ts'
import { fetchPrebuilt } from '../../media-worker/prebuilt.ts'
import { findWorker, provideWorker } from '../../media-worker/provide-worker.ts'
import { recipeHash } from '../../media-worker/recipe.ts'
import { workerSettings, type WorkerSettings } from '../../media-worker/settings.ts'
import { PATIENCE_MS } from './real-engine.ts'

let real: string
beforeAll(async () => {
  real = (await provideWorker({ settings: workerSettings(process.env) })).path
}, PATIENCE_MS)

let folder: string
let settings: WorkerSettings
let cache: WorkerCache
let servers: Server[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtale-worker-'))
  settings = { cacheDir: join(folder, 'cache'), binary: null, prebuilt: 'none' }
  cache = workerCache(settings, mediasoupPackage(), await recipeHash())
  await mkdir(cache.folder, { recursive: true })
  servers = []
})
afterEach(async () => {
  for (const server of servers) server.close().closeAllConnections()
  await rm(folder, { recursive: true, force: true })
})

/** Serves one file under any name, as the official place would; null: accepts and never answers. Returns its address. */
async function serve(file: string | null, status = 200): Promise<{ baseUrl: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (file !== null)
      void readFile(file).then((bytes) => response.writeHead(status, { 'content-length': bytes.length }).end(bytes))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on TCP, so it has an address with a port.
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

async function archiveOf(binary: string): Promise<string> {
  await copyFile(binary, join(folder, 'mediasoup-worker'))
  await runChild(['tar', '-czf', join(folder, 'a.tgz'), '-C', folder, 'mediasoup-worker'])
  return join(folder, 'a.tgz')
}

const fetchFrom = (baseUrl: string) => fetchPrebuilt(cache, mediasoupPackage(), { baseUrl }, { report: () => {} })

test('the official binary is fetched once, and then found', { timeout: 60_000 }, async () => {
  const { baseUrl, asked } = await serve(await archiveOf(real))
  const steps: string[] = []
  const onProgress = ({ step }: { step: string }) => void steps.push(step)
  const got = await provideWorker({ settings: { ...settings, prebuilt: { baseUrl } }, onProgress })
  expect(got.source).toBe('prebuilt')
  expect(new Set(steps)).toEqual(new Set(['Fetching the media worker']))
  expect(await provideWorker({ settings })).toEqual(got)
  const { version } = mediasoupPackage()
  expect(asked).toEqual([
    expect.stringMatching(`^/${version}/mediasoup-worker-${version}-${process.platform}-${process.arch}`),
  ])
  expect((await readdir(cache.folder)).filter((name) => name.startsWith('prebuilt.'))).toEqual([])
})

test('two at once: one fetches, the other follows', { timeout: 60_000 }, async () => {
  const { baseUrl, asked } = await serve(await archiveOf(real))
  const both = await Promise.all([1, 2].map(() => provideWorker({ settings: { ...settings, prebuilt: { baseUrl } } })))
  expect(both[0]).toEqual(both[1])
  expect(asked).toHaveLength(1)
})

test('what cannot be had is said in a word', { timeout: 60_000 }, async () => {
  const archive = await archiveOf(real)
  expect(await fetchFrom((await serve(archive, 404)).baseUrl)).toEqual({ reason: 'http-404' })
  expect(await fetchFrom((await serve(real)).baseUrl)).toEqual({ reason: 'unreadable archive' })
  expect(await fetchFrom((await serve(await archiveOf('/bin/true'))).baseUrl)).toEqual({
    reason: "doesn't run on this machine",
  })
  expect(await fetchFrom((await serve(null)).baseUrl)).toEqual({ reason: 'no-answer' })
  const { baseUrl } = await serve(null)
  servers.pop()?.close()
  expect(await fetchFrom(baseUrl)).toEqual({ reason: 'ECONNREFUSED' })
  expect(await readdir(cache.folder)).toEqual([])
})

test.each([
  ['changed in one byte', (bytes: Buffer) => bytes.with(bytes.length - 1_000, 0x55)],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 100_000)],
  ['empty', (bytes: Buffer) => bytes.subarray(0, 0)],
])('a cached binary that is %s is replaced', { timeout: 60_000 }, async (_how, harm) => {
  const { baseUrl, asked } = await serve(await archiveOf(real))
  const here = { ...settings, prebuilt: { baseUrl } }
  const { path } = await provideWorker({ settings: here })
  const bytes = await readFile(path)
  await rm(path)
  await writeFile(path, harm(bytes), { mode: 0o755 })
  expect(await findWorker(here)).toBeNull()
  expect((await provideWorker({ settings: here })).path).toBe(path)
  expect(await readFile(path)).toEqual(bytes)
  expect(asked).toHaveLength(2)
})

test('a whole file that is no worker is not trusted', { timeout: 60_000 }, async () => {
  const trueHash = (await runChild(['sha256sum', '/bin/true'])).tail.slice(0, 64)
  const path = join(cache.folder, `prebuilt-${trueHash}`)
  await copyFile('/bin/true', path)
  expect(await findWorker(settings)).toBeNull()
})

test('the program prints the path alone on standard output', { timeout: 60_000 }, async () => {
  const program = fileURLToPath(new URL('../../media-worker/provide.ts', import.meta.url))
  const output = await runProgram(program, {})
  expect(output).toEqual({ code: 0, stdout: `${real}\n`, stderr: '' })
  expect(dirname(real)).toContain('media-worker')
})

test('the program says by a code what is wrong', { timeout: 60_000 }, async () => {
  const program = fileURLToPath(new URL('../../media-worker/provide.ts', import.meta.url))
  const output = await runProgram(program, { MEDIASOUP_WORKER_BIN: '/bin/true' })
  expect(output).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^worker\.start-failed: /) })
})

function runProgram(program: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...environment } })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
