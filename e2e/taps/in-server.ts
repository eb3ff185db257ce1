/**
 * Loaded into a test's server before the server itself (`node --import`); nothing of this is in the product. It taps
 * what the server has: every media frame as the router has it once the encryption between browser and router is off,
 * and every message and request. And it holds planted secrets, one in each spelling, so that a scan of the memory is
 * known to find what is there. What it finds it writes to the folder that `TAP_FOLDER` names.
 */
import { randomBytes } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { observer, type types } from 'mediasoup'
import { WebSocket } from 'ws'
import type { Plant, TappedMessage, TappedPacket } from './tap-files.ts'

const folder = process.env['TAP_FOLDER'] ?? ''
/** Pictures begin anew so often, in milliseconds: a tap that listens later can decode from there. */
const wholePictureEveryMs = 1_000

function write(file: 'packets' | 'messages' | 'plants', line: TappedPacket | TappedMessage | Plant) {
  appendFileSync(path.join(folder, file), `${JSON.stringify(line)}\n`)
}

for (const file of ['packets', 'messages', 'plants']) writeFileSync(path.join(folder, file), '')

/** Everything that the people's pages say, and are told, by WebSocket; and what they ask for by HTTP. */
function tapMessages() {
  const { emit, send } = WebSocket.prototype
  WebSocket.prototype.emit = function (this: WebSocket, event: string | symbol, ...rest: unknown[]) {
    if (event === 'message') write('messages', { way: 'in', text: String(rest[0]) })
    return emit.call(this, event, ...rest)
  }
  WebSocket.prototype.send = function (this: WebSocket, ...given: unknown[]) {
    write('messages', { way: 'out', text: String(given[0]) })
    Reflect.apply(send, this, given)
  }
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    write('messages', { way: 'in', text: [request.url, ...request.rawHeaders].join('\n') })
  })
}

function tapRouters() {
  observer.on('newworker', (worker) => {
    worker.observer.on('newrouter', (router) => {
      // Its own transport and producers are told of too.
      let tap: Promise<types.DirectTransport> | null = null
      router.observer.on('newtransport', (transport) => {
        if (transport.type !== 'webrtc') return
        tap ??= router.createDirectTransport().then(async (made) => {
          await plantInWorker(made)
          return made
        })
        const listens = tap
        transport.observer.on('newproducer', (producer) => {
          listens.then((made) => tapProducer(made, router, producer)).catch(tellFailure)
        })
      })
    })
  })
}

async function tapProducer(tap: types.DirectTransport, router: types.Router, { id }: types.Producer) {
  const consumer = await tap.consume({ producerId: id, rtpCapabilities: router.rtpCapabilities })
  const codecs = consumer.rtpParameters.codecs.map(({ payloadType, mimeType }) => [payloadType, mimeType] as const)
  consumer.on('rtp', (packet) => {
    write('packets', { stream: id, codecs, packet: packet.toString('base64') })
  })
  if (consumer.kind !== 'video') return
  const again = setInterval(() => void consumer.requestKeyFrame().catch(() => undefined), wholePictureEveryMs)
  consumer.observer.once('close', () => clearInterval(again))
}

function tellFailure(error: unknown) {
  process.stderr.write(`the tap failed: ${String(error)}\n`)
}

/** Random, and readable in any coding, so that the same bytes can stand in a text. */
function plantedBytes(): Buffer {
  return randomBytes(16).map((byte) => (byte & 0x3f) | 0x40) as Buffer
}

/** Told in a form that isn't the planted one. */
function tellPlant(where: Plant['where'], spelling: string, bytes: Buffer) {
  write('plants', { where, spelling, inverted: Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString('hex') })
}

const spellings: Readonly<Record<string, (bytes: Buffer) => unknown>> = {
  'raw bytes': (bytes) => Buffer.from(bytes),
  hex: (bytes) => bytes.toString('hex'),
  base64: (bytes) => Buffer.concat([Buffer.from('?'), bytes, Buffer.from('??')]).toString('base64'),
  base64url: (bytes) => bytes.toString('base64url'),
  'hex in UTF-16': (bytes) => Buffer.from(bytes.toString('hex'), 'utf16le'),
}

const planted = Object.entries(spellings).map(([spelling, spell]) => {
  const bytes = plantedBytes()
  tellPlant('server', spelling, bytes)
  return spell(bytes)
})

// Kept for as long as the process lives.
process.once('exit', () => planted.splice(0))

/** The name that a stream goes by is a text that the media worker keeps. */
async function plantInWorker(transport: types.DirectTransport) {
  const bytes = plantedBytes()
  await transport.produce({
    kind: 'audio',
    rtpParameters: {
      codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
      encodings: [{ ssrc: 0x7a11 }],
      rtcp: { cname: bytes.toString('latin1') },
    },
  })
  tellPlant('worker', 'raw bytes', bytes)
}

tapMessages()
tapRouters()
