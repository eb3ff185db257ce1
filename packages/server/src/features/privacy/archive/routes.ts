import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteCatalogue } from '../../../platform/http/routes.ts'
import type { Page, Pages } from '../../pages/index.ts'
import { documentPaths, textPage } from '../text-pages.ts'
import type { Archive } from './archive.ts'
import { changesPage } from './changes-page.ts'
import { versionList } from './version-list.ts'
import { isDocumentKind, versionPage } from './version-page.ts'

const page = { access: 'anyone', reads: ['web.request'], writes: [], answers: 'page', errors: [] } as const

export const archiveRoutes = {
  'GET /privacy/versions': page,
  'GET /privacy/versions/:version': page,
  'GET /privacy/versions/:version/changes': page,
  'GET /privacy/versions/:version/documents/:kind': page,
  'GET /terms': page,
  'GET /acceptable-use': page,
  'GET /service-level': page,
  'GET /processing-agreement': page,
} as const satisfies RouteCatalogue

interface Asked {
  readonly Params: { readonly version: string; readonly kind: string }
}

/** The archive of the policy and its documents, and the documents as they are in force. */
export function registerArchiveRoutes(
  server: FastifyInstance,
  { archive, pages, publicUrl }: { archive: Archive; pages: Pages; publicUrl: URL },
): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, made: Page | null) =>
    made === null ? reply.callNotFound() : pages.send(request, reply, made)

  server.get('/privacy/versions', async (request, reply) =>
    answer(request, reply, await versionList(archive, pages.languageOf(request))),
  )
  server.get<Asked>('/privacy/versions/:version', async (request, reply) => {
    const found = await find(archive, request.params.version)
    return answer(request, reply, found && versionPage(found.version, pages.languageOf(request), publicUrl))
  })
  server.get<Asked>('/privacy/versions/:version/changes', async (request, reply) => {
    const { version, before = null } = (await find(archive, request.params.version)) ?? {}
    if (version === undefined || before === null) return reply.callNotFound()
    return answer(request, reply, changesPage(archive, version, before, pages.languageOf(request)))
  })
  server.get<Asked>('/privacy/versions/:version/documents/:kind', async (request, reply) => {
    const { version, kind } = request.params
    const found = await find(archive, version)
    if (found === null || !isDocumentKind(kind)) return reply.callNotFound()
    return answer(request, reply, textPage(found.version, kind, pages.languageOf(request)))
  })
  for (const kind of ['terms', 'acceptable-use', 'service-level', 'processing-agreement'] as const)
    server.get(documentPaths[kind], async (request, reply) => {
      const current = (await archive.versions()).find(({ standing }) => standing === 'in-force')
      if (current === undefined) return reply.callNotFound()
      return answer(request, reply, textPage(current, kind, pages.languageOf(request)))
    })
}

async function find(archive: Archive, number: string) {
  return /^[1-9]\d{0,8}$/.test(number) ? archive.find(Number(number)) : null
}
