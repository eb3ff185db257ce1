import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { generate } from 'selfsigned'

/** A mail that the server took. */
export interface Received {
  /** Null where nothing may come back. */
  from: string | null
  to: string[]
  raw: Buffer
  encrypted: boolean
}

/** For tests: a mail server on a loopback address. */
export interface TestSmtpServer {
  readonly port: number
  readonly received: Received[]
  /** Sockets that are open now. */
  connections(): Iterable<Socket>
  stop(): Promise<void>
}

export async function startSmtpServer(
  options: SMTPServerOptions & { afterData?: (mail: Received) => Error | null } = {},
): Promise<TestSmtpServer> {
  const { afterData = () => null, ...rest } = options
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    closeTimeout: 100,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = (mailFrom && mailFrom.address) || null
        const mail = {
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
          encrypted: session.secure,
        }
        const error = afterData(mail)
        if (error === null) received.push(mail)
        callback(error)
      })
    },
    ...rest,
  })
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    connections: () => [...sockets],
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A certificate of its own making, for `localhost` unless another name is given. */
export async function selfSigned(name = 'localhost'): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })
  return { key, cert }
}

/** An error with the reply that the server gives (RFC 5321 §4.2). */
export function reply(code: number, text = 'kari@hjem.example is not here'): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
