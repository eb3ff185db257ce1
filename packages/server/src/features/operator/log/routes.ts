import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../../accounts/index.ts'
import { acts, isAct, wordsOf, type Act } from '../../audit/index.ts'
import { markup } from '../../pages/index.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { askedPage, pager, pageSize, table, time } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'
import { logWords as words } from './words.ts'
import { queryOf } from '../../../platform/http/query.ts'

/** `GET /admin/audit`: the log of what operators did. */
export function registerLog(server: FastifyInstance, { pages, audit, namesOf, timeZone }: OperatorParts): void {
  server.get('/admin/audit', async (request, reply) => {
    const { language } = visitorOf(request)
    const query = queryOf(request)
    const page = askedPage(query)
    const { all, acts: found } = await audit.list({ page, most: pageSize })
    const names = await namesOf(found.flatMap(({ by }) => by ?? []))
    const nameOf = ({ by }: Act): string =>
      by === null ? words.machine[language] : (names.get(by) ?? words.gone[language])
    const rows = found.map((act) => [
      time(act.at, language, timeZone),
      nameOf(act),
      markup`${isAct(act.what) ? acts[act.what][language] : act.what}${act.about !== null && act.about.kind !== 'account' && markup` <code>${act.about.id.slice(-11)}</code>`}${act.detail !== null && `: ${wordsOf(act.detail)}`}`,
      wordsOf(act.why) || '–',
    ])
    const title = shellWords.log[language]
    const columns = [words.when, words.who, words.what, words.why]
    const pagesOf = Math.max(1, Math.ceil(all / pageSize))
    const content = [
      table({ language, caption: title, columns, rows, empty: words.empty[language] }),
      pager({ page: Math.min(page, pagesOf), pages: pagesOf }, { href: '/admin/audit', query, language }) ?? markup``,
    ]
    return pages.send(request, reply, adminPage({ language, here: 'log', title, lead: words.lead[language] }, content))
  })
}
