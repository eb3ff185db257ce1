import { literally, ownChecks } from '../checks.ts'
import type { Family, Mutation } from '../mutation.ts'

const inPage = 'packages/web/src/browser/theme.ts'
const inServer = 'packages/server/src/features/lists/sign-up.ts'

/** A line of code at the end of a file, and what our own checks say to it. */
function line(name: string, place: string, code: string, says: string): Mutation {
  const file = literally(place)
  return {
    name,
    change: (copy) => copy.append(place, `\n${code}\n`),
    check: ownChecks,
    expects: new RegExp(`${file}:\\d+ .*: ${says}`),
  }
}

const cookies = 'cookies are set and read by platform/http/cookie-jar.ts'
const kept = 'what is kept in a browser goes through packages/web/src/browser/storage.ts'
const closed = 'the server contacts others through platform/egress only'
const own = 'pages talk to their own server, in declared places'
const stranger = 'pages load from their own server only'
const database = 'the database is reached through platform/db'
const speech = 'the log is platform/log; what the program says is platform/output'

export const browser: Family = {
  name: 'cookies, storage and requests of pages',
  mutations: [
    line('a cookie set by a route', inServer, "export const mark = { 'Set-Cookie': 'id=1' }", cookies),
    line('a cookie set by the page', inPage, "document.cookie = 'id=1'", cookies),
    line('a cookie read by the page', inPage, 'export const { cookie } = document', cookies),
    line('an entry of local storage', inPage, "localStorage.setItem('visits', '1')", kept),
    line('an entry of session storage', inPage, "window['sessionStorage'].setItem('visits', '1')", kept),
    line('a database in the browser', inPage, "indexedDB.open('visits')", kept),
    line('a cache in the browser', inPage, "void caches.open('visits')", kept),
    line('a service worker', inPage, "void navigator.serviceWorker.register('/worker.js')", kept),
    line('a request by the page', inPage, "void fetch('/api/visits')", own),
    line('a socket of the page', inPage, "export const socket = new WebSocket('wss://' + location.host)", own),
    line('a beacon of the page', inPage, "navigator.sendBeacon('/visits')", 'pages report to nobody'),
    line(
      'an address of others in the page',
      inPage,
      "export const font = 'https://fonts.googleapis.com/css'",
      stranger,
    ),
    line(
      'a picture of others in mail or page',
      inServer,
      'export const pixel = `<img src="https://metrics.samtale.no/o.gif">`',
      stranger,
    ),
    {
      name: 'a style sheet of others',
      change: (copy) =>
        copy.append('packages/web/src/features/call/call.css', "@import 'https://fonts.googleapis.com/css';\n"),
      check: ownChecks,
      expects: /call\.css:\d+ https:\/\/fonts\.googleapis\.com.*: pages load from their own server only/,
    },
  ],
}

export const server: Family = {
  name: 'ways out of the server, and past its doors',
  mutations: [
    line('a host, by fetch', inServer, "void fetch('https://metrics.example')", closed),
    line('a host, by HTTP', inServer, "import { get } from 'node:http'\nget('http://metrics.example')", closed),
    line(
      'a host, by a socket',
      inServer,
      "import { connect } from 'node:net'\nconnect(443, 'metrics.example')",
      closed,
    ),
    line('a host, by a datagram', inServer, "import { createSocket } from 'node:dgram'\ncreateSocket('udp4')", closed),
    line(
      'a name that is looked up',
      inServer,
      "import { lookup } from 'node:dns/promises'\nvoid lookup('metrics.example')",
      closed,
    ),
    line(
      'a host, by a module found at run time',
      inServer,
      "void import('node:' + 'net')",
      'modules are imported, where checks see them',
    ),
    line(
      'another program',
      inServer,
      "import { exec } from 'node:child_process'\nexec('curl metrics.example')",
      'other programs are not held',
    ),
    line(
      'a thread without borders',
      inServer,
      "import { Worker } from 'node:worker_threads'\nnew Worker('./x.js')",
      'a thread has borders of its own',
    ),
    line(
      'mail past the mailer',
      inServer,
      "import { createTransport } from 'nodemailer'\ncreateTransport({})",
      'mail is sent and read in platform/mail',
    ),
    line('a pool of the database', inServer, "import { Pool } from 'pg'\nnew Pool()", database),
    line('Kysely itself', inServer, "import { Kysely } from 'kysely'\nexport type K = typeof Kysely", database),
    line(
      'the owner of the database',
      inServer,
      "import { openEmbedded } from '../../platform/db/embedded.ts'\nvoid openEmbedded",
      database,
    ),
    line(
      'a database opened by a feature',
      inServer,
      "import { openDatabase } from '../../platform/db/database.ts'\nvoid openDatabase",
      'who may do what in the database',
    ),
    line(
      'SQL outside a store',
      inServer,
      "import { sql } from 'kysely'\nexport const raw = sql`select 1`",
      'SQL stands in a store.ts or in platform/db',
    ),
    line('a line on the console', inServer, "console.log('ana@example.test')", speech),
    line('a line on standard output', inServer, "process.stdout.write('ana@example.test')", speech),
    line(
      'a variable of the environment',
      inServer,
      "export const key = process.env['METRICS_KEY']",
      'the environment is read in platform/environment only',
    ),
    line(
      'another feature’s inside',
      inServer,
      "import { consentStore } from '../consent/store.ts'\nvoid consentStore",
      'a feature is imported by its door',
    ),
  ],
}
