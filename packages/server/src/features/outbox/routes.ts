import { readFileSync } from 'node:fs'
import type { Text } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import PostalMime from 'postal-mime'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { Outbox, OutboxFile } from '../../platform/mail/outbox.ts'
import { createPages, markup, type FooterLink } from '../pages/index.ts'
import { gonePage, listPage, mailPage, type ReadMail } from './page.ts'

const here = { access: 'this-machine', reads: ['mail.address'], writes: [], errors: [] } as const

export const outboxRoutes = {
  'GET /': { ...here, reads: [], answers: 'page' },
  'GET /outbox': { ...here, answers: 'page' },
  'GET /outbox.css': { ...here, reads: [], answers: 'file' },
  'GET /outbox/:name': { ...here, answers: 'page' },
  'GET /outbox/:name/html': { ...here, answers: 'page' },
} as const satisfies RouteCatalogue

const stylesheet = readFileSync(new URL('./outbox.css', import.meta.url), 'utf8')
const mostShown = 200

/** The page around a mail has no script, and one frame: of the mail. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/**
 * In the frame nothing runs and nothing is fetched, whatever a mail says (W3C CSP3 §6.4.1 `sandbox`). A link that somebody
 * follows opens beside it, as it would in a mail program.
 */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

export interface OutboxOptions {
  readonly outbox: Outbox
  readonly publicUrl: URL
  readonly hasServer: boolean
  /** What the policy calls a kind of mail. */
  titleOf(kind: string): Text | null
  /** What its pages link to at their foot. */
  readonly footer: readonly FooterLink[]
}

/** `GET /outbox`: mail that was not sent by a mail server, newest first; `GET /outbox/<name>`: one of them. */
export function registerOutboxRoutes(server: FastifyInstance, options: OutboxOptions): void {
  const { outbox, publicUrl, hasServer, titleOf, footer } = options
  const pages = createPages({
    footer,
    head: markup`<link rel="stylesheet" href="/outbox.css">`,
  })
  server.get('/', (_request, reply) => reply.redirect(publicUrl.href))
  server.get('/outbox.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  server.get('/outbox', async (request, reply) => {
    const files = (await outbox.list()).filter(({ finished }) => finished)
    const read = await Promise.all(files.slice(0, mostShown).map((file) => readMail(outbox, file)))
    const mails = read.filter((one) => one !== null)
    const page = listPage({ mails, more: files.length > mostShown, hasServer, titleOf }, pages.languageOf(request))
    return pages.send(request, reply.header('content-security-policy', pagePolicy), page)
  })
  server.get<{ Params: { name: string } }>('/outbox/:name', async (request, reply) => {
    const found = await readNamed(outbox, request.params.name)
    const language = pages.languageOf(request)
    const page = found === null ? gonePage(language) : mailPage(found, titleOf, language)
    return pages.send(request, reply.header('content-security-policy', pagePolicy), page)
  })
  server.get<{ Params: { name: string } }>('/outbox/:name/html', async (request, reply) => {
    const found = await readNamed(outbox, request.params.name)
    return reply
      .code(found === null ? 404 : 200)
      .type('text/html; charset=utf-8')
      .headers({ 'content-security-policy': mailPolicy, 'cache-control': 'no-store' })
      .send((found?.mail.html ?? '').replace('<head>', '<head>\n<base target="_blank">'))
  })
}

async function readNamed(outbox: Outbox, name: string): Promise<ReadMail | null> {
  const file = (await outbox.list()).find((one) => one.name === name && one.finished)
  return file === undefined ? null : readMail(outbox, file)
}

async function readMail(outbox: Outbox, file: OutboxFile): Promise<ReadMail | null> {
  const raw = await outbox.read(file.name)
  return raw === null ? null : { file, mail: await PostalMime.parse(raw) }
}
