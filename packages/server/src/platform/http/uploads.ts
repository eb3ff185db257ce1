import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpRefusal } from './errors.ts'
import type { RouteGuard } from './routes.ts'

/** A file of a form that was sent. Its name and the kind that the browser says it is tell nothing, and aren't kept. */
export class SentFile {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** A form with files was larger than its route takes, and wasn't read. */
export class TooLarge {
  /** How large it was, as far as it said or was looked at. */
  readonly size: number

  constructor(size: number) {
    this.size = size
  }
}

/** What the fields and the borders of a form need beside its file. */
const besidesFile = 16_384
/** Whoever sends no more than so many times too much still hears why it isn't taken; the connection of others is cut. */
const patience = 8

/**
 * Forms with files (`multipart/form-data`, RFC 7578) are taken by routes that declare it, up to what they declare; their
 * body is the fields by name: text, or `SentFile`. Where it is too large, the body is `TooLarge`, and nothing of it was kept.
 */
export function takeUploads(server: FastifyInstance, { declarationOf }: Pick<RouteGuard, 'declarationOf'>): void {
  server.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, payload: IncomingMessage) => {
    const most = declarationOf(request)?.takesFile
    if (most === undefined) throw new HttpRefusal('request.invalid')
    const read = await readUpTo(payload, most + besidesFile)
    return read instanceof TooLarge ? read : fieldsIn(read, request.headers['content-type'] ?? '')
  })
}

async function readUpTo(payload: IncomingMessage, most: number): Promise<Buffer<ArrayBuffer> | TooLarge> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of payload) {
    const bytes = Buffer.from(part)
    size += bytes.length
    // A browser shows the answer only when it could send the whole form.
    if (size > most * patience) throw new HttpRefusal('request.invalid')
    if (size <= most) parts.push(bytes)
    else parts.length = 0
  }
  return size > most ? new TooLarge(size) : Buffer.concat(parts)
}

/** A field that came twice is none. @throws HttpRefusal */
async function fieldsIn(body: Buffer<ArrayBuffer>, type: string): Promise<Record<string, string | SentFile>> {
  const form = await parsed(body, type)
  const names = [...new Set(form.keys())].filter((name) => form.getAll(name).length === 1)
  const fields = await Promise.all(
    names.map(async (name): Promise<[string, string | SentFile][]> => {
      const value = form.get(name)
      if (value === null) return []
      return [[name, typeof value === 'string' ? value : new SentFile(new Uint8Array(await value.arrayBuffer()))]]
    }),
  )
  return Object.fromEntries(fields.flat())
}

async function parsed(body: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new HttpRefusal('request.invalid')
  }
}
