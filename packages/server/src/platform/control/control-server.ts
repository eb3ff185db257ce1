import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CommandRefused, type Commands } from './command.ts'

const mostBytes = 1_000_000

/**
 * Answers the `samtale` program while the server runs, on a socket in the data folder that only the server's own account
 * can open. The embedded database has one user, so the program asks here instead of opening it.
 */
export async function serveControl<Context>(options: {
  socket: string
  commands: Commands<Context>
  context: Context
  failed(error: unknown): void
}): Promise<() => Promise<void>> {
  rmSync(options.socket, { force: true })
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      options.failed(error)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.socket, resolve)
  })
  chmodSync(options.socket, 0o600)
  server.unref()
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}

async function answer<Context>(
  request: IncomingMessage,
  response: ServerResponse,
  { commands, context, failed }: { commands: Commands<Context>; context: Context; failed(error: unknown): void },
): Promise<void> {
  const name = (request.url ?? '/').slice(1)
  const made = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (made === undefined) return refuse(response, 404, 'command.unknown', `There is no command ${name}.`)
  try {
    const result = await made.run(context, await body(request))
    if ('facts' in result) return json(response, 200, { facts: result.facts })
    response.writeHead(200, { 'content-type': result.type })
    await pipeline(Readable.from(result.file), response)
  } catch (error) {
    if (response.headersSent) throw error
    if (error instanceof CommandRefused) return refuse(response, 422, error.code, error.message)
    failed(error)
    refuse(response, 500, 'server.internal', 'The server could not do it; its log says where.')
  }
}

async function body(request: IncomingMessage): Promise<unknown> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Uint8Array>) {
    bytes += part.length
    if (bytes > mostBytes) throw new CommandRefused('command.arguments-invalid', 'That is too much for a command.')
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    throw new CommandRefused('command.arguments-invalid', 'The arguments are no JSON.')
  }
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  json(response, status, { error: { code, message } })
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
