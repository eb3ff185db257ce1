import type { Language } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import { wordsOf, type Act, type ActFilter } from '../../audit/index.ts'
import type { Person } from '../../accounts/index.ts'
import type { Doors, LiveParts } from '../doors.ts'
import { auditPage, byOf, kindsOfActs, sentenceOf, type AuditAsked } from './audit-page.ts'
import { auditWords as words } from './audit-words.ts'
import { csvOf } from './csv.ts'
import { askedOf, pageSize } from './frame.ts'
import { fieldsOf } from '../../pages/index.ts'

/** As many entries go into one table at most. */
const mostRows = 10_000
/** As many of them are opened at once. */
const openedAtOnce = 500
/** As many people can be chosen from. */
const mostChoices = 200
const day = 24 * 3_600_000

/** The log, as a page and as a table. */
export function registerAuditRoutes(server: FastifyInstance, { inside }: Doors): void {
  server.get(
    '/organisations/:organisation/audit',
    inside(async (request, reply, { frame, about }, live) => {
      const { query, page } = askedOf(request.url)
      const asked = askedIn(query)
      const { all, acts } = await live.organisations.audit.list(filterOf(about.id, asked), { page, most: pageSize })
      const people = await peopleIn(acts, live)
      const everybody = { search: '', byAddress: true, page: 1, most: mostChoices }
      const { members } = await live.organisations.members.list(about.id, everybody)
      const choices = members.flatMap(({ person }) => person ?? [])
      const { timeZone } = live
      return live.pages.send(
        request,
        reply,
        auditPage({ frame, acts, all, asked, page, query, timeZone, people, choices }),
      )
    }),
  )
  // Sent as a form: that somebody took the log along stands in it, too.
  server.post(
    '/organisations/:organisation/audit.csv',
    inside(async (request, reply, { about, language, acting }, live) => {
      const asked = askedIn(new URLSearchParams(fieldsOf(request.body)))
      const rows = await rowsOf(live, filterOf(about.id, asked), language)
      await live.organisations.audit.write({ ...acting, what: 'audit.downloaded' })
      const head = [words.when, words.who, words.what, words.why].map((text) => text[language])
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit-log.csv"')
        .send(csvOf([head, ...rows]))
    }),
  )
}

/** Part by part, so that others have the thread between them. What is written meanwhile moves the parts, and nothing else. */
async function rowsOf(live: LiveParts, filter: ActFilter, language: Language): Promise<string[][]> {
  const rows = new Map<string, string[]>()
  for (let page = 1; rows.size < mostRows; page += 1) {
    const { acts } = await live.organisations.audit.list(filter, { page, most: openedAtOnce })
    const people = await peopleIn(acts, live)
    for (const act of acts) {
      const told = [byOf(act, people, language), sentenceOf(act, people, language), wordsOf(act.why)]
      rows.set(act.id, [act.at.toISOString(), ...told])
    }
    if (acts.length < openedAtOnce) break
  }
  return [...rows.values()]
}

function askedIn(query: URLSearchParams): AuditAsked {
  const one = (name: string, shape: RegExp) => {
    const [value = '', ...more] = query.getAll(name)
    return more.length === 0 && shape.test(value) ? value : ''
  }
  const what = query.get('what') ?? ''
  return {
    what: kindsOfActs.find((kind) => kind === what) ?? '',
    who: one('who', /^[0-9a-f-]{36}$/),
    from: one('from', /^\d{4}-\d{2}-\d{2}$/),
    until: one('until', /^\d{4}-\d{2}-\d{2}$/),
  }
}

function filterOf(organisation: string, { what, who, from, until }: AuditAsked): ActFilter {
  const start = new Date(`${from}T00:00:00Z`)
  const end = new Date(new Date(`${until}T00:00:00Z`).getTime() + day)
  const isTime = (date: Date) => !Number.isNaN(date.getTime())
  return {
    organisation,
    ...(what === '' ? {} : { what }),
    ...(who === '' ? {} : { person: who }),
    ...(isTime(start) ? { from: start } : {}),
    ...(isTime(end) ? { until: end } : {}),
  }
}

function peopleIn(acts: readonly Act[], { organisations }: LiveParts): Promise<ReadonlyMap<string, Person>> {
  return organisations.peopleOf(acts.flatMap(({ by, person }) => [by, person].filter((one) => one !== null)))
}
