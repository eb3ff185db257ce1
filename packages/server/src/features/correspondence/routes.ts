import { readFileSync } from 'node:fs'
import type { Language } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AddressPace } from '../../platform/http/address-pace.ts'
import { cardNumbersBesideTheirField } from '../../platform/http/card-numbers-in-forms.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { Pages } from '../pages/index.ts'
import { contactPage, thanksPage } from './contact-pages.ts'
import { readContactForm, readThreadForm, readToken } from './read-form.ts'
import { newReference } from '../../platform/reference.ts'
import { category } from './tables.ts'
import { deletePage, erasedPage, gonePage, threadPage } from './thread-pages.ts'
import { words } from './words.ts'
import type { Writers } from './writers.ts'
import { queryOf } from '../../platform/http/query.ts'

const stylesheet = readFileSync(new URL('./correspondence.css', import.meta.url), 'utf8')

const asked = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const
const linked = { ...asked, access: 'link', reads: [category] } as const
const written = [category, 'mail.address', 'subject.address']

export const correspondenceRoutes = {
  'GET /contact.css': { ...asked, answers: 'file' },
  'GET /contact': asked,
  'POST /contact': { ...asked, writes: written },
  'GET /contact/thread': linked,
  'POST /contact/thread': { ...linked, writes: written },
  'GET /contact/thread/delete': linked,
  'POST /contact/thread/delete': { ...linked, writes: [category] },
} as const satisfies RouteCatalogue

export interface CorrespondenceRouteParts {
  readonly pages: Pages
  /** Null while the policy in force takes no letters: then nothing is at these addresses. */
  readonly writers: Writers | null
  readonly pace: AddressPace
  /** In which times are told. */
  readonly timeZone: string
}

type Handle = (request: FastifyRequest, reply: FastifyReply, at: Awake) => Promise<FastifyReply> | FastifyReply
interface Awake {
  readonly writers: Writers
  readonly language: Language
}

/**
 * The contact form, and the conversation that a link leads to. Opening a link changes nothing: only the press of a button
 * does (RFC 9110 §9.2.1).
 */
export function registerCorrespondenceRoutes(server: FastifyInstance, parts: CorrespondenceRouteParts): void {
  const { pages, writers } = parts
  const whileAwake = (handle: Handle) => (request: FastifyRequest, reply: FastifyReply) =>
    writers === null
      ? reply.callNotFound()
      : handle(request, reply.header('x-robots-tag', 'noindex'), { writers, language: pages.languageOf(request) })
  server.get('/contact.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  registerContact(server, parts, whileAwake)
  registerThread(server, parts, whileAwake)
  registerDelete(server, parts, whileAwake)
}

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown
type WhileAwake = (handle: Handle) => Answer

function registerContact(server: FastifyInstance, { pages, pace }: CorrespondenceRouteParts, whileAwake: WhileAwake) {
  server.get(
    '/contact',
    whileAwake((request, reply, { language }) => pages.send(request, reply, contactPage(language))),
  )
  const take = whileAwake(async (request, reply, { writers, language }) => {
    const read = readContactForm(request.body, language)
    const { sent } = read
    if (read.kind === 'wrong') {
      return pages.send(request, reply, contactPage(language, { sent, wrong: read.wrong, status: 422 }))
    }
    if (!pace.take(request.ip)) {
      return pages.send(request, reply, contactPage(language, { sent, wrong: { message: words.tooMany }, status: 429 }))
    }
    // A program that filled in the field that people don't see hears what people hear.
    const reference = read.trapped ? newReference() : await writers.begin(read.value)
    return pages.send(request, reply, thanksPage(language, reference))
  })
  const read = (body: unknown) => readContactForm(body, 'en')
  server.post('/contact', { errorHandler: cardNumbersBesideTheirField(take, read) }, take)
}

function registerThread(
  server: FastifyInstance,
  { pages, pace, timeZone }: CorrespondenceRouteParts,
  whileAwake: WhileAwake,
) {
  server.get(
    '/contact/thread',
    whileAwake(async (request, reply, { writers, language }) => {
      const query = queryOf(request)
      const token = query.get('t') ?? ''
      const thread = await writers.read(token)
      if (thread === null) return pages.send(request, reply, gonePage(language))
      const state = { language, token, timeZone, added: query.has('added') }
      return pages.send(request, reply, threadPage(thread, state))
    }),
  )
  const take = whileAwake(async (request, reply, { writers, language }) => {
    const read = readThreadForm(request.body)
    const { sent, token } = read
    const thread = await writers.read(token)
    if (thread === null) return pages.send(request, reply, gonePage(language))
    const state = { language, token, timeZone, sent }
    if (read.kind === 'wrong') {
      return pages.send(request, reply, threadPage(thread, { ...state, wrong: read.wrong, status: 422 }))
    }
    if (!pace.take(request.ip)) {
      return pages.send(
        request,
        reply,
        threadPage(thread, { ...state, wrong: { message: words.tooMany }, status: 429 }),
      )
    }
    if (!read.trapped && !(await writers.add(token, read.value))) {
      return pages.send(request, reply, gonePage(language))
    }
    // Loading the answer again sends nothing again.
    return reply.redirect(`/contact/thread?t=${token}&lang=${language}&added`, 303)
  })
  server.post('/contact/thread', { errorHandler: cardNumbersBesideTheirField(take, readThreadForm) }, take)
}

function registerDelete(server: FastifyInstance, { pages }: CorrespondenceRouteParts, whileAwake: WhileAwake) {
  server.get(
    '/contact/thread/delete',
    whileAwake(async (request, reply, { writers, language }) => {
      const token = queryOf(request).get('t') ?? ''
      const page = (await writers.read(token)) === null ? gonePage(language) : deletePage({ language, token })
      return pages.send(request, reply, page)
    }),
  )
  server.post(
    '/contact/thread/delete',
    whileAwake(async (request, reply, { writers, language }) => {
      const outcome = await writers.erase(readToken(request.body))
      return pages.send(request, reply, outcome === null ? gonePage(language) : erasedPage(language, outcome))
    }),
  )
}
