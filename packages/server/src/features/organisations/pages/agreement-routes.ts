import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Doors, LiveParts, Visit } from '../doors.ts'
import { agreementPage, agreementTextPage, type AgreementPageState } from './agreement-pages.ts'
import { agreementPageWords as words } from './agreement-page-words.ts'
import { askedOf } from './frame.ts'
import { noticeWords, wrongWords } from './page-words.ts'
import { readWords } from './read-forms.ts'
import { fieldsOf } from '../../pages/index.ts'

/** The agreement between an organisation and the operator. */
export function registerAgreementRoutes(server: FastifyInstance, { inside }: Doors): void {
  server.get(
    '/organisations/:organisation/agreement',
    inside((...asked) => show(...asked)),
  )
  server.post(
    '/organisations/:organisation/agreement',
    inside(async (request, reply, visit, live) => {
      const sent = fieldsOf(request.body)
      const name = readWords(sent['name'])
      const title = readWords(sent['position'])
      if (name === null || title === null || sent['authority'] !== 'yes') {
        const wrong = {
          ...(name === null ? { name: wrongWords.person } : {}),
          ...(title === null ? { position: wrongWords.position } : {}),
          ...(sent['authority'] === 'yes' ? {} : { authority: wrongWords.authority }),
        }
        return show(request, reply, visit, live, { sent, wrong })
      }
      const { language, acting, about } = visit
      const accepted = await live.organisations.agreements.accept(acting, {
        version: sent['version'] ?? '',
        name,
        title,
        language,
      })
      if (accepted === 'done')
        return reply.redirect(`/organisations/${about.id}/agreement?lang=${language}&accepted`, 303)
      const notice = {
        changed: words.changedMeanwhile,
        unnamed: words.nameFirst,
        'not-allowed': noticeWords['not-allowed'],
      }
      const status = accepted === 'not-allowed' ? 403 : 409
      return show(request, reply, { ...visit, frame: { ...visit.frame, notice: notice[accepted], status } }, live, {
        sent,
      })
    }),
  )
  server.get(
    '/organisations/:organisation/agreement/text',
    inside(async (request, reply, { about, language }, { pages, organisations, operator, timeZone }) => {
      const { agreements } = organisations
      const version = askedOf(request.url).query.get('version') ?? agreements.current().hash
      const sections = await agreements.text(about.id, version, language)
      if (sections === null) return reply.callNotFound()
      const accepted = (await agreements.history(about.id)).find((one) => one.version === version) ?? null
      const state = { language, organisation: about, operator, version, sections, accepted, timeZone }
      return pages.send(request, reply, agreementTextPage(state))
    }),
  )
}

type More = Pick<AgreementPageState, 'sent' | 'wrong'>

async function show(request: FastifyRequest, reply: FastifyReply, visit: Visit, live: LiveParts, more: More = {}) {
  const { about, frame, language } = visit
  const { agreements } = live.organisations
  const { hash, texts, isNamed } = agreements.current()
  const isNew = request.method === 'GET' && askedOf(request.url).query.has('accepted')
  const page = agreementPage({
    frame: { ...(isNew ? { notice: words.accepted } : {}), ...frame },
    organisation: about,
    operator: live.operator,
    state: await agreements.state(about.id),
    version: hash,
    isNamed,
    sections: texts[language],
    history: await agreements.history(about.id),
    timeZone: live.timeZone,
    ...more,
  })
  return live.pages.send(request, reply, page) satisfies FastifyReply
}
