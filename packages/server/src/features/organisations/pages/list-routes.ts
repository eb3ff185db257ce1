import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../../accounts/index.ts'
import type { Doors } from '../doors.ts'
import { askedOf } from './frame.ts'
import { listPage, newPage } from './list-pages.ts'
import { wrongWords } from './page-words.ts'
import { readName } from './read-forms.ts'
import { fieldsOf } from '../../pages/index.ts'

/** The list of one's organisations, and making one. */
export function registerListRoutes(server: FastifyInstance, { open }: Doors): void {
  server.get(
    '/organisations',
    open(async (request, reply, { pages, organisations }) => {
      const { who, language } = visitorOf(request)
      const all = await organisations.named(await organisations.organisationsOf(who.account))
      return pages.send(request, reply, listPage(all, { language, ...askedOf(request.url) }))
    }),
  )
  server.get(
    '/organisations/new',
    open((request, reply, { pages }) => pages.send(request, reply, newPage(visitorOf(request).language))),
  )
  server.post(
    '/organisations/new',
    open(async (request, reply, { pages, organisations }) => {
      const { who, language } = visitorOf(request)
      const sent = fieldsOf(request.body)
      const name = readName(sent['name'])
      const made = name === null ? null : await organisations.make(who.account, name)
      if (made !== null) return reply.redirect(`/organisations/${made}?lang=${language}`, 303)
      const wrong = { name: name === null ? wrongWords.name : wrongWords.tooMany }
      return pages.send(request, reply, newPage(language, { sent, wrong }))
    }),
  )
}
