import { request, type IncomingMessage } from 'node:http'
import * as z from 'zod'
import { CommandRefused, type CommandAnswer } from './command.ts'

const Answer = z.union([
  z.object({ facts: z.record(z.string(), z.unknown()) }),
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
])

/**
 * Asks the running server; null where none runs on this data folder.
 * @throws CommandRefused with the server's code and words
 */
export async function askServer(socket: string, name: string, asked: unknown): Promise<CommandAnswer | null> {
  const response = await send(socket, name, JSON.stringify(asked))
  if (response === null) return null
  const type = response.headers['content-type'] ?? ''
  if (type !== 'application/json') return { file: response as AsyncIterable<Uint8Array>, type }
  const parts: Uint8Array[] = []
  for await (const part of response as AsyncIterable<Uint8Array>) parts.push(part)
  const answer = Answer.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  if ('error' in answer) throw new CommandRefused(answer.error.code, answer.error.message)
  return answer
}

function send(socketPath: string, name: string, body: string): Promise<IncomingMessage | null> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path: `/${name}`, method: 'POST' }, resolve)
    asking.on('error', (error: NodeJS.ErrnoException) => {
      // No socket, or one that a killed server left behind.
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
    asking.end(body)
  })
}
