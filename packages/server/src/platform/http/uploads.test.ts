import { expect, test } from 'vitest'
import { createTestHttpServer } from '../../../test/http/test-http-server.ts'
import { SentFile, TooLarge } from './uploads.ts'

const page = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const
const most = 50_000

async function serverWith() {
  const { server } = createTestHttpServer({ 'POST /file': { ...page, takesFile: most }, 'POST /other': page })
  const seen: unknown[] = []
  for (const path of ['/file', '/other'])
    server.post(path, (request, reply) => {
      seen.push(request.body)
      return reply.type('text/plain').send('taken')
    })
  await server.ready()
  const send = async (url: string, form: FormData, type?: string) => {
    const encoded = new Response(form)
    const payload = Buffer.from(await encoded.arrayBuffer())
    const headers = { 'content-type': type ?? encoded.headers.get('content-type') ?? '' }
    return server.inject({ method: 'POST', url, payload, headers })
  }
  return { server, seen, send }
}

function formWith(fields: readonly [string, string | Uint8Array<ArrayBuffer>][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([value], { type: 'text/html' }), '../../<script>.svg')
  }
  return form
}

test('a form with a file is read where its route declares it: text and bytes, without the file’s name and kind', async () => {
  const { send, seen } = await serverWith()
  const bytes = new Uint8Array([0, 255, 13, 10, 45, 45])
  expect(
    (
      await send(
        '/file',
        formWith([
          ['name', 'Kari'],
          ['picture', bytes],
        ]),
      )
    ).statusCode,
  ).toBe(200)
  expect(seen).toEqual([{ name: 'Kari', picture: new SentFile(bytes) }])
  expect(JSON.stringify(seen)).not.toContain('script')
})

test('elsewhere none is taken, and nothing of it reaches a handler', async () => {
  const { send, seen } = await serverWith()
  expect((await send('/other', formWith([['name', 'Kari']]))).statusCode).toBe(400)
  expect(seen).toEqual([])
})

test('one that is too large is told from one that is far too large, and neither is kept', async () => {
  const { send, seen } = await serverWith()
  expect((await send('/file', formWith([['picture', new Uint8Array(most * 2)]]))).statusCode).toBe(200)
  expect(seen[0]).toBeInstanceOf(TooLarge)
  expect((await send('/file', formWith([['picture', new Uint8Array(most * 20)]]))).statusCode).toBe(400)
  expect(seen).toHaveLength(1)
})

test('what isn’t what it says it is, is refused', async () => {
  const { send, seen, server } = await serverWith()
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=other'])
    expect((await send('/file', formWith([['name', 'Kari']]), type)).statusCode).toBe(400)
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const cut = await server.inject({
    method: 'POST',
    url: '/file',
    payload: '--x\r\nContent-Disposition: form-data; na',
    headers,
  })
  expect(cut.statusCode).toBe(400)
  expect(seen).toEqual([])
})

test('a field that came twice is none, and a name that objects have by themselves is one like any other', async () => {
  const { send, seen } = await serverWith()
  await send(
    '/file',
    formWith([
      ['a', '1'],
      ['a', '2'],
      ['constructor', '3'],
      ['__proto__', '4'],
    ]),
  )
  expect(Object.entries(seen[0] ?? {})).toEqual([
    ['constructor', '3'],
    ['__proto__', '4'],
  ])
})

test('a payment card’s number is refused in its fields, too', async () => {
  const { send, seen } = await serverWith()
  expect((await send('/file', formWith([['note', '4111 1111 1111 1111']]))).statusCode).toBe(400)
  expect(seen).toEqual([])
})
