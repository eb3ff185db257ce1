import { closeCodeFor, limits, type ErrorCode } from '@samtale/protocol'
import type { RawData, WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import { errorFields, type Log } from '../log.ts'
import type { ReportRefusal } from '../refusals.ts'
import { declaredMessage } from './declared-message.ts'
import type { Link, LinkHandler } from './link.ts'
import { createTokenBucket } from './token-bucket.ts'

const unreadBytes = 4_194_304

export interface LinkOptions {
  clock: Clock
  log: Log
  refused: ReportRefusal
  networkAddress: string
  onLink(link: Link): LinkHandler
  onClosed(): void
}

/**
 * Wraps a socket: size, rate and form limits (rules X1–X4), signs of life (C3). A handler that throws ends neither
 * the process nor another person's call.
 */
export function openLink(socket: WebSocket, options: LinkOptions): Link {
  const { clock } = options
  const bucket = createTokenBucket({ perSecond: limits.messagesPerSecond, burst: limits.messageBurst }, clock)
  let refused = 0
  const link: Link = {
    networkAddress: options.networkAddress,
    get open() {
      return socket.readyState === socket.OPEN
    },
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return
      // Who doesn't read would fill our memory with what others say.
      if (socket.bufferedAmount > unreadBytes) return socket.terminate()
      const declared = declaredMessage(message)
      if (!declared?.whole) options.refused('message.refused')
      if (declared !== null) return socket.send(declared.text)
      // Somebody waits for an answer, and shall not wait in vain.
      if ('ok' in message) link.send({ re: message.re, error: { code: 'server.internal' } })
    },
    close: (code) => socket.close(closeCodeFor(code), code),
  }
  const handler = options.onLink(link)
  const refuse = (code: ErrorCode) => link.send({ re: null, error: { code } })

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!bucket.take()) {
      refused += 1
      if (refused === 1) refuse('rate.exceeded')
      if (refused >= limits.refusedBeforeClose) link.close('rate.exceeded')
      return
    }
    refused = 0
    if (isBinary) return refuse('message.binary')
    const bytes = Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)])
    if (bytes.length > limits.messageBytes) return refuse('message.too-large')
    const value = parseJson(bytes.toString('utf8'))
    if (value === undefined) return refuse('message.malformed')
    guarded(options.log, () => handler.message(value, bytes.length))
  })
  keepAlive(socket, clock)
  // `ws` reports protocol violations here and closes by itself.
  socket.on('error', () => {})
  socket.on('close', (code) => {
    options.onClosed()
    guarded(options.log, () => handler.closed(code === 1000 || code === 1001))
  })
  return link
}

function keepAlive(socket: WebSocket, clock: Clock): void {
  let unanswered = 0
  let cancel = () => {}
  const beat = () => {
    if (unanswered >= 2) return socket.terminate()
    unanswered += 1
    socket.ping()
    cancel = clock.after(limits.heartbeatMs, beat)
  }
  cancel = clock.after(limits.heartbeatMs, beat)
  socket.on('pong', () => (unanswered = 0))
  socket.on('message', () => (unanswered = 0))
  socket.on('close', () => cancel())
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function guarded(log: Log, action: () => void): void {
  try {
    action()
  } catch (error) {
    log.error('signalling.handler-failed', errorFields(error))
  }
}
