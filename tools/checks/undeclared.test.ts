import { expect, test } from 'vitest'
import { found } from './plant.ts'
import { openThreads, strangersIn, undeclaredUses } from './undeclared.ts'

const feature = 'packages/server/src/features/rooms/rooms.ts'
const web = 'packages/web/src/features/call/Call.tsx'
const out = 'the server contacts others through platform/egress only'
const imported = 'modules are imported, where checks see them'
const kept = 'what is kept in a browser goes through packages/web/src/browser/storage.ts'
const jar = 'cookies are set and read by platform/http/cookie-jar.ts'
const spoken = 'the log is platform/log; what the program says is platform/output'
const database = 'the database is reached through platform/db'
const own = 'pages talk to their own server, in declared places'
const markup = 'no text becomes markup or code'
const load = 'pages load from their own server only; an address of others is the policy’s to name'

test.for([
  // Ways out of the server.
  [feature, "await fetch('https://a.example')", `fetch: ${out}`],
  [feature, "await globalThis.fetch('https://a.example')", `globalThis.fetch: ${out}`],
  [feature, "const all = globalThis; await all.fetch('https://a.example')", `globalThis: ${imported}`],
  [feature, 'const again = fetch', `fetch: ${out}`],
  [feature, "new WebSocket('wss://a.example')", `WebSocket: ${out}`],
  [feature, "import { connect } from 'node:net'", `import connect of net: ${out}`],
  [feature, "import { isIP, connect } from 'net'", `import connect of net: ${out}`],
  [feature, "import * as tls from 'node:tls'", `import * of tls: ${out}`],
  [feature, "import http from 'node:http'", `import * of http: ${out}`],
  [feature, "import { request as ask } from 'node:https'", `import request of https: ${out}`],
  [feature, "import { lookup } from 'node:dns/promises'", `import lookup of dns/promises: ${out}`],
  [feature, "import 'undici'", `import * of undici: ${out}`],
  [feature, "export { Agent } from 'undici'", `import * of undici: ${out}`],
  [feature, "const dgram = await import('node:dgram')", `import * of dgram: ${out}`],
  [feature, "const net = require('net')", `import * of net: ${out}`],
  [feature, "const net = process.getBuiltinModule('net')", `import * of net: ${out}`],
  [feature, "const name = 'node:' + 'net'; await import(name)", `import * of unknown: ${imported}`],
  [feature, "import { createRequire } from 'node:module'", `import createRequire of module: ${imported}`],
  [feature, "process.binding('tcp_wrap')", `process.binding: ${imported}`],
  [feature, "eval('1')", `eval: ${markup}`],
  [feature, "new Function('return 1')", `Function: ${markup}`],
  [
    feature,
    "import { spawn } from 'node:child_process'",
    'import spawn of child_process: other programs are not held by the borders of this one',
  ],
  [
    feature,
    "import { createTransport } from 'nodemailer'",
    'import createTransport of nodemailer: mail is sent and read in platform/mail',
  ],
  [feature, "import { WebSocketServer } from 'ws'", 'import WebSocketServer of ws: WebSockets are platform/ws'],
  [
    feature,
    "import fastify from 'fastify'",
    'import * of fastify: servers are made by platform/http, with its borders',
  ],
  // The database.
  [
    feature,
    "database.for('subject-access')",
    '"subject-access": all that is kept about a person is read by features/export only',
  ],
  [
    feature,
    'database.for(builtInPurposes.subjectAccess)',
    'builtInPurposes.subjectAccess: all that is kept about a person is read by features/export only',
  ],
  [
    feature,
    "import { Worker } from 'node:worker_threads'",
    'import Worker of worker_threads: a thread has borders of its own: it is declared here, and closed by closeThread',
  ],
  [feature, "import pg from 'pg'", `import * of pg: ${database}`],
  [feature, "import { PGlite } from '@electric-sql/pglite'", `import PGlite of @electric-sql/pglite: ${database}`],
  [feature, "import { Kysely } from 'kysely'", `import Kysely of kysely: ${database}`],
  [
    feature,
    "import { openEmbedded } from '../../platform/db/embedded.ts'",
    `import openEmbedded of ../../platform/db/embedded.ts: ${database}`,
  ],
  [
    feature,
    "import { installAccess } from '../../platform/db/access/install.ts'",
    `import installAccess of ../../platform/db/access/install.ts: ${database}`,
  ],
  [
    feature,
    "import { openDatabase, type Database } from '../../platform/db/database.ts'",
    'import openDatabase of ../../platform/db/database.ts: who may do what in the database is decided in app/database.ts',
  ],
  [feature, "import { DatabaseSync } from 'node:sqlite'", `import DatabaseSync of sqlite: ${database}`],
  // What is printed, and read from the environment.
  [feature, "console.log('hello')", `console: ${spoken}`],
  [feature, 'const { log } = console', `console: ${spoken}`],
  [feature, "process.stdout.write('x')", `process.stdout: ${spoken}`],
  [feature, "process['stderr'].write('x')", `process.stderr: ${spoken}`],
  [feature, 'const { stdout } = process', `process.stdout: ${spoken}`],
  ['packages/client/src/a.ts', "console.debug('x')", `console: ${spoken}`],
  [feature, 'const home = process.env.HOME', 'process.env: the environment is read in platform/environment only'],
  [feature, 'const { env } = process', 'process.env: the environment is read in platform/environment only'],
  // Cookies.
  [feature, "reply.header('Set-Cookie', 'track=1')", `"Set-Cookie": ${jar}`],
  [feature, "reply.headers({ 'set-cookie': 'track=1' })", `"set-cookie": ${jar}`],
  [feature, 'const sent = request.headers.cookie', `headers.cookie: ${jar}`],
  [feature, 'const read = ({ headers: { cookie } }) => cookie', `.cookie: ${jar}`],
  [web, "document.cookie = 'track=1'", `document.cookie: ${jar}`],
  [web, "document['cookie'] = 'track=1'", `document.cookie: ${jar}`],
  [web, 'const { cookie } = document', `document.cookie: ${jar}`],
  // Browser storage.
  [web, "localStorage.setItem('track', '1')", `localStorage: ${kept}`],
  [web, "window.sessionStorage.track = '1'", `window.sessionStorage: ${kept}`],
  [web, "globalThis['indexedDB'].open('track')", `globalThis.indexedDB: ${kept}`],
  [web, 'const { caches } = self', `self.caches: ${kept}`],
  [web, "Reflect.get(window, 'localStorage')", `window.localStorage: ${kept}`],
  [web, "cookieStore.set('track', '1')", `cookieStore: ${kept}`],
  [web, "navigator.serviceWorker.register('/sw.js')", `navigator.serviceWorker: ${kept}`],
  [web, "const name = 'local' + 'Storage'; window[name]", `window.[computed]: ${imported}`],
  // What pages send and load.
  [web, "navigator.sendBeacon('/x')", 'navigator.sendBeacon: pages report to nobody'],
  [web, "await fetch('/x')", `fetch: ${own}`],
  [web, 'new XMLHttpRequest()', `XMLHttpRequest: ${own}`],
  [web, "new EventSource('/x')", `EventSource: ${own}`],
  [web, "element.innerHTML = '<b>'", `element.innerHTML: ${markup}`],
  [web, "const address = 'https://cdn.stranger.com/x.js'", `"https://cdn.stranger.com/x.js": ${load}`],
  [web, 'const page = <img alt="" src="//cdn.stranger.com/x.png" />', `"//cdn.stranger.com/x.png": ${load}`],
  [
    feature,
    'const html = `<script src="https://cdn.stranger.com/x.js">`',
    `"<script src=\\"https://cdn.stranger.com/x.js\\">": ${load}`,
  ],
] as const)('%s: %s', async ([place, line, says]) => {
  expect((await found(undeclaredUses, { [place]: `\n${line}\n` }))[0]).toEqual(`${place}:2 ${says}`)
})

test('lets pass what stands in its place, what is the file’s own, and what only the compiler sees', async () => {
  const files = {
    'packages/server/src/platform/environment.ts': 'export const port = process.env["SAMTALE_PORT"]\n',
    'packages/server/src/platform/egress/close.ts':
      "import { Agent } from 'undici'\nexport const agent = new Agent()\n",
    'packages/web/src/browser/storage.ts': "export const theme = () => localStorage.getItem('samtale.theme')\n",
    'packages/server/src/features/rooms/rooms.test.ts': "import { connect } from 'node:net'\nconsole.log(connect)\n",
    'tools/build.ts': "console.log(await fetch('https://cdn.stranger.com'))\n",
    [feature]: [
      "import type { Socket } from 'node:net'",
      "import { isIP, type Server } from 'node:net'",
      "import type { FastifyInstance } from 'fastify'",
      '// Reads no process.env, calls no fetch() and logs with console.log() never.',
      'export const call = (fetch: () => void, caches: Map<string, Socket>) => [fetch(), caches.size]',
      "export const door = (egress: { fetch(address: string): void }) => egress.fetch('https://a.example')",
      "export const words = { cookie: 'cookie', fetch: 'https://meet.example.org', server: isIP('::1') }",
      'export type Both = typeof localStorage | Server | FastifyInstance',
      '',
    ].join('\n'),
  }
  expect(await found(undeclaredUses, files)).toEqual([])
})

test('a thread that does not close itself is named', async () => {
  const place = 'packages/server/src/platform/db/worker.ts'
  const open = "import { parentPort } from 'node:worker_threads'\nparentPort?.close()\n"
  const closed = `import { closeThread } from '../egress/close-thread.ts'\n${open}closeThread([], () => {})\n`
  expect(await found(openThreads, { [place]: open })).toEqual([`${place}:1 a thread closes itself by closeThread`])
  expect(await found(openThreads, { [place]: closed })).toEqual([])
})

test.for([
  ['a { background: url(https://cdn.stranger.com/x.png) }', 'https://cdn.stranger.com/x.png'],
  ["@import '//cdn.stranger.com/x.css';", '//cdn.stranger.com/x.css'],
  ['<script src="https://cdn.stranger.com/x.js"></script>', 'https://cdn.stranger.com/x.js'],
  ['<link href=//cdn.stranger.com/x.css rel=stylesheet>', '//cdn.stranger.com/x.css'],
])('in a page or style sheet, “%s” is named', ([text, address]) => {
  const says = `a.css:2 ${address}: pages load from their own server only`
  expect(strangersIn('a.css', `\n${text}\n`)).toEqual([says])
  expect(strangersIn('a.css', "a { background: url('/x.svg') } @import './b.css'; <a href='/privacy'>")).toEqual([])
})

const router = 'packages/server/src/platform/media/mediasoup/router.ts'
const toNobodyElse = 'media goes to the people of a call and to nobody else, by WebRTC'

test.for<[place: string, code: string, says: string]>([
  [router, 'await router.createPlainTransport({})', `router.createPlainTransport: ${toNobodyElse}`],
  [router, 'await router.pipeToRouter({ producerId, router: other })', `router.pipeToRouter: ${toNobodyElse}`],
  [web, 'new MediaRecorder(stream)', 'MediaRecorder: nothing is recorded'],
])(
  'claim not-recorded: media goes to the people of a call, and nobody keeps it: %s: %s',
  async ([place, code, says]) => {
    expect(await found(undeclaredUses, { [place]: `${code}\n` })).toEqual([`${place}:1 ${says}`])
  },
)

test('claim media-not-stored: what carries media writes to no disk', async () => {
  const code = "import { appendFile } from 'node:fs/promises'\n"
  const says = `${router}:1 import appendFile of fs/promises: media is written to no disk`
  expect(await found(undeclaredUses, { [router]: code })).toEqual([says])
})

test('claim encrypted-in-transit: media leaves by WebRTC alone, which is never without DTLS', async () => {
  const made = (way: string) => found(undeclaredUses, { [router]: `await router.${way}({})\n` })
  for (const way of ['createPlainTransport', 'createDirectTransport', 'createPipeTransport'])
    expect(await made(way)).toEqual([`${router}:1 router.${way}: ${toNobodyElse}`])
  expect(await made('createWebRtcTransport')).toEqual([])
})
