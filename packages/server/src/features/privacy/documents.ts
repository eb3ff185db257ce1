import { renderHtml, type Language, type PolicyDocument } from '@samtale/policy'
import {
  recordAsCsv,
  renderConsentTexts,
  renderCookieTable,
  renderDpv,
  renderGpc,
  renderProcessorList,
  renderRecordOfProcessing,
  renderSecurityTxt,
} from '@samtale/policy/documents'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { alreadySafe, type Page, type Pages } from '../pages/index.ts'
import type { PublishedPolicy } from './publish.ts'

const page = { access: 'anyone', reads: ['web.request'], writes: [], answers: 'page', errors: [] } as const
const file = { ...page, answers: 'file' } as const

export const documentRoutes = {
  'GET /privacy/record': page,
  'GET /privacy/record.csv': file,
  'GET /privacy/storage': page,
  'GET /privacy/recipients': page,
  'GET /privacy/consents': page,
  'GET /.well-known/gpc.json': file,
  'GET /.well-known/security.txt': file,
  'GET /.well-known/dpv.jsonld': file,
} as const satisfies RouteCatalogue

export interface DocumentParts {
  readonly pages: Pages
  readonly published: Pick<PublishedPolicy, 'policy' | 'publication'>
  readonly publicUrl: URL
  readonly clock: Pick<Clock, 'now'>
}

/** What else is made from the declaration that the policy page is made from: for people, authorities and machines. */
export function registerDocumentRoutes(server: FastifyInstance, parts: DocumentParts): void {
  const { pages, published, publicUrl, clock } = parts
  const { policy, publication } = published
  const documents = {
    '/privacy/record': (language: Language) => renderRecordOfProcessing(policy, language, publication),
    '/privacy/storage': (language: Language) => renderCookieTable(policy, language, publication),
    '/privacy/recipients': (language: Language) => renderProcessorList(policy, language, publication),
    '/privacy/consents': (language: Language) => renderConsentTexts(policy, language, publication),
  }
  for (const [path, render] of Object.entries(documents))
    server.get(path, async (request, reply) => {
      const document = await render(pages.languageOf(request))
      return pages.send(request, reply, pageOf(document))
    })
  server.get('/privacy/record.csv', (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="record-of-processing.csv"')
      .send(recordAsCsv(policy, pages.languageOf(request))),
  )
  server.get('/.well-known/gpc.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(renderGpc(publication.effectiveAt)),
  )
  server.get('/.well-known/dpv.jsonld', (_request, reply) =>
    reply.type('application/ld+json; charset=utf-8').send(renderDpv(policy, new URL('/privacy', publicUrl))),
  )
  server.get('/.well-known/security.txt', (_request, reply) => {
    const text = renderSecurityTxt(policy, { site: publicUrl, now: clock.now() })
    return text === null ? reply.callNotFound() : reply.type('text/plain; charset=utf-8').send(text)
  })
}

function pageOf(document: PolicyDocument): Page {
  return { title: document.title, body: alreadySafe(renderHtml(document)) }
}
