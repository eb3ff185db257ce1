import type { FastifyInstance, FastifyRequest } from 'fastify'
import { visitorOf } from '../../accounts/index.ts'
import { facts } from '../shell/table.ts'
import { adminPage, type Place } from '../shell/frame.ts'
import type { OperatorParts } from '../parts.ts'
import { bareCloseForm } from './close-form.ts'
import { findTarget, type Target } from './target.ts'
import { closingWords as words } from './words.ts'

const places = { account: 'people', organisation: 'organisations', room: 'rooms' } as const satisfies Record<
  Target['kind'],
  Place
>

/** `GET /admin/close/:kind/:target`: the form that closes something, for who has shown lately that it is them. */
export function registerClose(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, closing } = parts
  server.get(
    '/admin/close/:kind/:target',
    async (request: FastifyRequest<{ Params: { kind: string; target: string } }>, reply) => {
      const { kind, target } = request.params
      const found = closing === null ? null : await findTarget(closing, kind, target)
      // An account is opened with a reason; who only closes one sees its number.
      if (found === null) return reply.callNotFound()
      const { language } = visitorOf(request)
      const title = words.closeTitle[language]
      const name = found.kind === 'account' ? found.id : found.name
      return pages.send(
        request,
        reply,
        adminPage({ language, here: places[found.kind], title }, [
          facts([[words.what[language], name]]),
          bareCloseForm(found.kind, found.id, language),
        ]),
      )
    },
  )
}
