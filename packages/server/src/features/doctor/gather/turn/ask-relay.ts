import { createSocket } from 'node:dgram'
import { connect as connectTcp, isIP, isIPv6, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { RelayAddress } from '../../../../platform/relay/relay-address.ts'
import { allocateRequest, readStunAnswer, stunLength, type StunAnswer } from './stun-message.ts'

/** What comes of asking a relay for an address with credentials of ours. */
export type RelayReply = 'lets-in' | 'refuses' | 'silent' | 'certificate'

const withinMs = 3_000

interface Line {
  send(bytes: Buffer): void
  close(): void
}

interface Login {
  readonly username: string
  readonly credential: string
}

/** Asks a relay as a browser does (RFC 8656 §7): first without, then with the credentials. What it gave lapses by itself. */
export function askRelay(address: RelayAddress, { username, credential }: Login): Promise<RelayReply> {
  return new Promise((resolve) => {
    let request = allocateRequest(null)
    let asked = false
    const finish = (reply: RelayReply) => {
      clearTimeout(limit)
      line.close()
      resolve(reply)
    }
    const answered = ({ isSuccess, error, realm, nonce }: StunAnswer) => {
      if (isSuccess) return finish(asked ? 'lets-in' : 'refuses')
      if (asked || error !== 401) return finish('refuses')
      asked = true
      request = allocateRequest({ username, credential, realm, nonce })
      line.send(request)
    }
    const limit = setTimeout(() => finish('silent'), withinMs)
    const line = open(address, {
      opened: () => line.send(request),
      message: (bytes) => {
        const answer = readStunAnswer(bytes, request)
        if (answer !== null) answered(answer)
      },
      failed: (error) => finish(isCertificateError(error) ? 'certificate' : 'silent'),
    })
  })
}

interface Listener {
  opened(): void
  message(bytes: Buffer): void
  failed(error: unknown): void
}

function open({ host, port, transport }: RelayAddress, listener: Listener): Line {
  if (transport === 'udp') return openUdp(host, port, listener)
  if (transport === 'tcp') {
    const socket = connectTcp({ host, port })
    socket.once('connect', listener.opened)
    return overStream(socket, listener)
  }
  const socket = connectTls({ host, port, ...(isIP(host) > 0 ? {} : { servername: host }) })
  socket.once('secureConnect', listener.opened)
  return overStream(socket, listener)
}

function openUdp(host: string, port: number, listener: Listener): Line {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
  socket.on('error', listener.failed)
  socket.on('message', (bytes) => guarded(listener, () => stunLength(bytes) !== null && listener.message(bytes)))
  socket.connect(port, host, (error?: Error) => (error === undefined ? listener.opened() : listener.failed(error)))
  return { send: (bytes) => socket.send(bytes), close: () => socket.close() }
}

function overStream(socket: Socket, listener: Listener): Line {
  let kept = Buffer.alloc(0)
  socket.on('error', listener.failed)
  socket.on('data', (bytes: Buffer) => {
    guarded(listener, () => {
      kept = Buffer.concat([kept, bytes])
      for (let length = stunLength(kept); length !== null && kept.length >= length; length = stunLength(kept)) {
        listener.message(kept.subarray(0, length))
        kept = kept.subarray(length)
      }
    })
  })
  return { send: (bytes) => void socket.write(bytes), close: () => void socket.destroy() }
}

/** What speaks something else there is no relay. */
function guarded({ failed }: Listener, read: () => void): void {
  try {
    read()
  } catch (error) {
    failed(error)
  }
}

/** As Node names them: RFC 5280's reasons, and names that don't fit. */
function isCertificateError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code)
}
