// A process that is closed to the outside and tries to get out by every way that a library has. Prints, as one line of
// JSON, what became of each attempt, and how many connections arrived where none may. With the argument `open` it is not
// closed, and tries what then arrives.
import dgram from 'node:dgram'
import dns, { lookup as lookupByName } from 'node:dns'
import http, { get as getByName } from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import net, { connect as connectByName, type AddressInfo } from 'node:net'
import tls from 'node:tls'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { Agent, request, setGlobalDispatcher } from 'undici'
import { WebSocket as WsClient } from 'ws'
import { createBorderCounts } from '../../src/platform/border-counts.ts'
import { closeEgress } from '../../src/platform/egress/close.ts'
import { createLog } from '../../src/platform/log.ts'
import { reportRefusals } from '../../src/platform/refusals.ts'

let arrived = 0
const logged: string[] = []
const counts = createBorderCounts()
const log = createLog('info', (line) => void logged.push(line), counts)

async function listening(handler: http.RequestListener, onConnection = () => {}): Promise<number> {
  const server = http.createServer(handler).listen(0, '127.0.0.1').unref()
  server.on('connection', onConnection)
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

const stranger = await listening(
  (_request, response) => response.end('stranger'),
  () => (arrived += 1),
)
const database = await listening((_request, response) => response.end('database'))
const partner = await listening((request_, response) => {
  const [, to] = request_.url?.split('?to=') ?? []
  if (to === undefined) response.end('partner')
  else response.writeHead(302, { location: decodeURIComponent(to) }).end()
})

/** Names as a resolver would answer that is on nobody's side. */
const answers: Record<string, string[]> = {
  'db.example': ['127.0.0.1'],
  'partner.example': ['127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'stranger.example': ['127.0.0.1'],
}
const lookup: net.LookupFunction = (name, options, done) => {
  const found = (answers[name] ?? [name === 'localhost' ? '127.0.0.1' : name]).map((address) => ({
    address,
    family: 4,
  }))
  if (options.all === true) process.nextTick(done, null, found)
  else process.nextTick(done, null, found[0]?.address ?? '', 4)
}

const isOpen = process.argv[2] === 'open'
const close = isOpen ? () => ({ openRecipients: () => () => ({ fetch: globalThis.fetch }) }) : closeEgress
const egress = close({
  configured: [
    { host: 'db.example', port: database, recipient: null },
    { host: '127.0.0.1', port: database, recipient: null },
    { path: '/tmp/samtale-declared.sock' },
  ],
  refused: reportRefusals(log, counts),
  lookup,
}).openRecipients({
  recipients: {
    partner: { hosts: [`localhost:${partner}`, 'partner.example', 'metadata.example'] },
    other: { hosts: ['other.example'], receives: ['contact.name'] },
  },
  processings: { help: { categories: ['contact.message'], recipients: ['partner'] } },
})

/** Resolves when a connection is there, rejects when it can't be. */
function opened(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve('connected')).on('secureConnect', () => resolve('connected'))
    socket.on('error', reject)
  })
}

function answered(asked: http.ClientRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    asked.on('response', (response) => response.resume().on('end', () => resolve(`answered ${response.statusCode}`)))
    asked.on('error', reject)
  })
}

function webSocket(socket: WebSocket | WsClient): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve('connected'))
    socket.addEventListener('error', (event: object) => reject('error' in event ? event.error : new Error('refused')))
  })
}

function calledBack(ask: (done: (error: unknown, ...found: unknown[]) => void) => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => ask((error, ...found) => (error ? reject(error) : resolve(found))))
}

const here = `http://127.0.0.1:${stranger}`
const options = { host: '127.0.0.1', port: stranger }

const attempts: Record<string, () => unknown> = {
  'net.connect by port and host': () => opened(net.connect(stranger, '127.0.0.1')),
  'net.connect by options': () => opened(net.connect(options)),
  'net.connect imported by name before': () => opened(connectByName(options)),
  'a socket of one’s own': () => opened(new net.Socket().connect(stranger, 'localhost')),
  'a port as text': () => opened(net.connect({ host: '127.0.0.1', port: Number(`${stranger}`) })),
  'no host at all': () => opened(net.connect(stranger)),
  'IPv6 loopback': () => opened(net.connect(stranger, '::1')),
  'a mapped address': () => opened(net.connect(stranger, '::ffff:127.0.0.1')),
  'a mapped address in hexadecimal': () => opened(net.connect(stranger, '::ffff:7f00:1')),
  'every address': () => opened(net.connect(stranger, '0.0.0.0')),
  'hexadecimal bytes': () => opened(net.connect(database, '0x7f.1')),
  'a number': () => opened(net.connect(database, '2130706433')),
  'a short form': () => opened(net.connect(database, '127.1')),
  'octal bytes': () => opened(net.connect(database, '0177.0.0.1')),
  'an address on the internet': () => opened(net.connect(443, '192.0.2.1')),
  'an IPv6 address on the internet': () => opened(net.connect(443, '2001:db8::1')),
  'a name of nobody': () => opened(net.connect(database, 'stranger.example')),
  'a name with a dot behind': () => opened(net.connect(stranger, 'db.example.')),
  'a declared name with a lookup that lies': () =>
    opened(
      net.connect({
        host: 'stranger.example',
        port: database,
        lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
      }),
    ),
  'a socket file': () => opened(net.connect('/tmp/samtale-undeclared.sock')),
  'a socket file by options': () => opened(net.connect({ path: '/tmp/samtale-undeclared.sock' })),
  'tls.connect': () => opened(tls.connect({ ...options, rejectUnauthorized: false })),
  'tls.connect by port': () => opened(tls.connect(stranger, '127.0.0.1')),
  'http.get': () => answered(http.get(`${here}/`)),
  'http.get imported by name before': () => answered(getByName(options)),
  'http.request through an agent': () => answered(http.request({ ...options, agent: new http.Agent() }).end()),
  'http.request with a body': () => answered(http.request({ ...options, method: 'POST' }).end('ana@example.test')),
  'https.get': () => answered(https.get({ ...options, rejectUnauthorized: false })),
  http2: () =>
    calledBack((done) => {
      const session = http2.connect(here).on('error', done)
      session
        .request({ ':path': '/' })
        .on('error', done)
        .on('response', () => done(null))
    }),
  fetch: () => fetch(here),
  'fetch of what is declared': () => fetch(`http://127.0.0.1:${database}/`),
  'fetch with a new dispatcher for all': () => {
    setGlobalDispatcher(new Agent())
    return fetch(here)
  },
  'undici with an agent of its own': () => request(here, { dispatcher: new Agent() }),
  'a WebSocket of Node': () => webSocket(new WebSocket(here.replace('http', 'ws'))),
  'a WebSocket of a library': () => webSocket(new WsClient(here.replace('http', 'ws'))),
  'a database client': () => new pg.Client({ ...options, user: 'x' }).connect(),
  'a datagram': () => calledBack((done) => dgram.createSocket('udp4').unref().send('x', stranger, '127.0.0.1', done)),
  'a datagram without listening for failure': () => dgram.createSocket('udp4').unref().send('x', stranger, '127.0.0.1'),
  'a connected datagram': () =>
    calledBack((done) => {
      const socket = dgram.createSocket('udp4').unref()
      Reflect.apply(socket.connect, socket, [stranger, '127.0.0.1', done])
    }),
  'dns.lookup': () => calledBack((done) => dns.lookup('ana.stranger.example', done)),
  'dns.lookup imported by name before': () => calledBack((done) => lookupByName('ana.stranger.example', done)),
  'dns.lookup as a promise': () => promisify(dns.lookup)('ana.stranger.example'),
  'dns.promises.lookup': () => dns.promises.lookup('ana.stranger.example'),
  'dns.resolve4': () => calledBack((done) => dns.resolve4('ana.stranger.example', done)),
  'dns.resolveTxt': () => calledBack((done) => dns.resolveTxt('db.example', done)),
  'dns.promises.resolve': () => dns.promises.resolve('ana.stranger.example'),
  'a resolver of its own': () => calledBack((done) => new dns.Resolver().resolve4('ana.stranger.example', done)),
  'a resolver of its own, with promises': () => new dns.promises.Resolver().resolveMx('ana.stranger.example'),
  'the name of an address': () => calledBack((done) => dns.reverse('192.0.2.1', done)),
  'dns.lookupService': () => calledBack((done) => dns.lookupService('192.0.2.1', 22, done)),
  'putting the method back': () => {
    Object.assign(net.Socket.prototype, { connect: () => 'put back' })
  },
  'defining the method again': () => Object.defineProperty(dns, 'lookup', { value: () => 'put back' }),
  'a recipient’s host without its door': () => answered(http.get(`http://localhost:${partner}/`)),
  'a recipient’s name without its door': () => calledBack((done) => dns.lookup('partner.example', done)),
  'a recipient that is none': () => egress('nobody').fetch(`http://localhost:${partner}/`, { carries: [] }),
  'a recipient by the name of what objects have': () => egress('constructor').fetch(here, { carries: [] }),
  'another recipient’s door': () => egress('other').fetch(`http://localhost:${partner}/`, { carries: [] }),
  'another host through the door': () => egress('partner').fetch(here, { carries: [] }),
  'a category that it may not have': () =>
    egress('partner').fetch(`http://localhost:${partner}/`, { carries: ['contact.name'] }),
  'no HTTPS': () => egress('partner').fetch('http://partner.example/', { carries: [] }),
  'a redirect to a stranger': () =>
    egress('partner').fetch(`http://localhost:${partner}/?to=${encodeURIComponent(here)}`, { carries: [] }),
  'a redirect to the database': () =>
    egress('partner').fetch(`http://localhost:${partner}/?to=${encodeURIComponent('http://db.example/')}`, {
      carries: [],
    }),
  'a name that leads into this machine': () => egress('partner').fetch('https://partner.example/', { carries: [] }),
  'a name that leads to a cloud’s metadata': () =>
    egress('partner').fetch('https://metadata.example/', { carries: [] }),
}

const allowed: Record<string, () => unknown> = {
  'what the configuration names, by name': () => answered(http.get(`http://db.example:${database}/`)),
  'what it names, by address': () => answered(http.get(`http://127.0.0.1:${database}/`)),
  'what it names, by another way of writing it': () => answered(http.get(`http://[::ffff:127.0.0.1]:${database}/`)),
  'a recipient, through its door': async () => {
    const sent = { carries: ['contact.message'], method: 'POST', body: 'x' }
    return (await egress('partner').fetch(`http://localhost:${partner}/`, sent)).text()
  },
  'a recipient that redirects to itself': async () =>
    (
      await egress('partner').fetch(`http://localhost:${partner}/?to=${encodeURIComponent('/x')}`, { carries: [] })
    ).text(),
  'the machine’s own name': () => dns.promises.lookup('localhost'),
  'listening by name': () =>
    calledBack((done) =>
      net
        .createServer()
        .listen(0, 'localhost', () => done(null))
        .unref(),
    ),
}

/** `egress.undeclared`, wherever in the error it stands; else what happened instead. */
function codeIn(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(codeIn)[0] ?? 'empty'
  if (error instanceof TypeError && error.cause instanceof Error) return codeIn(error.cause)
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : String(error)
}

async function outcomes(all: Record<string, () => unknown>): Promise<Record<string, string>> {
  const made: Record<string, string> = {}
  for (const [name, attempt] of Object.entries(all)) {
    const limit = new Promise((resolve) => setTimeout(resolve, 3_000, 'no answer').unref())
    made[name] = await Promise.race([Promise.resolve().then(attempt), limit]).then(
      (result) => `went through: ${JSON.stringify(result)}`,
      codeIn,
    )
  }
  return made
}

if (isOpen) {
  const withoutGuard = Object.entries(attempts).filter(([name]) =>
    /^(net\.|a socket of|a port|no host|a mapped|every|http\.|fetch$|undici)/.test(name),
  )
  process.stdout.write(JSON.stringify({ went: await outcomes(Object.fromEntries(withoutGuard)), arrived }))
  process.exit(0)
}
const unhandled: string[] = []
process.on('uncaughtException', (error) => unhandled.push(codeIn(error)))
const refused = await outcomes(attempts)
const went = await outcomes(allowed)
const thread = new Worker(new URL('./closed-thread.ts', import.meta.url), { workerData: { port: stranger } })
const inThread = await new Promise((resolve) => thread.once('message', resolve))
process.stdout.write(
  JSON.stringify({ refused, went, inThread, arrived, unhandled, counted: counts.read()['egress.refused'], logged }),
)
process.exit(0)
