import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reveal } from '../../../platform/personal.ts'
import { visitorOf } from '../../accounts/index.ts'
import { markup, type Page } from '../../pages/index.ts'
import type { OpenedSuspension } from '../../suspension/index.ts'
import { shownOf, type Shown } from '../deeds/desk.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { askedPage, day, facts, mark, pager, pageSize, table } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'
import { closeForm } from './close-form.ts'
import { organisationWords as words } from './organisation-words.ts'
import type { ClosingParts, ListedOrganisation } from './parts.ts'
import { roomTable } from './room-table.ts'
import { closingWords } from './words.ts'

const path = '/admin/organisations'

/** Organisations: which there are, in numbers, and closing one with all its rooms. */
export function registerOrganisations(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, closing } = parts
  server.get(path, async (request, reply) => {
    if (closing?.organisations === undefined || closing.organisations === null) return reply.callNotFound()
    const shown = shownOf(parts, request, {})
    const search = (shown.query.get('q') ?? '').trim().slice(0, 100)
    const asked = askedPage(shown.query)
    const { organisations, total } = await closing.organisations.list({
      search,
      from: (asked - 1) * pageSize,
      most: pageSize,
    })
    const listed = await withNumbers(closing, organisations)
    const page = { page: asked, pages: Math.max(1, Math.ceil(total / pageSize)) }
    return pages.send(request, reply, listPage(listed, { ...shown, search, ...page }))
  })
  server.get(`${path}/:organisation`, (request: OfOne, reply) => show(parts, request, reply))
}

type OfOne = FastifyRequest<{ Params: { organisation: string } }>

interface Row extends ListedOrganisation {
  readonly rooms: number
  readonly isClosed: boolean
}

async function withNumbers(closing: ClosingParts, those: readonly ListedOrganisation[]): Promise<Row[]> {
  const ids = those.map(({ id }) => id)
  const rooms = await closing.roomCounts(ids)
  const closed = await closing.suspensions.closedAmong('organisation', ids)
  return those.map((one) => ({ ...one, rooms: rooms.get(one.id) ?? 0, isClosed: closed.has(one.id) }))
}

function listPage(
  rows: readonly Row[],
  shown: Shown & { readonly search: string; readonly page: number; readonly pages: number },
): Page {
  const { language, timeZone, search, query } = shown
  const title = shellWords.organisations[language]
  const cells = rows.map(({ id, name, members, rooms, madeAt, isClosed }) => [
    markup`<a href="${path}/${id}?lang=${language}">${reveal(name) || '–'}</a>`,
    members,
    rooms,
    day(madeAt, language, timeZone),
    state(isClosed, shown),
  ])
  const searchForm = markup`<form method="get" action="${path}" role="search" class="find"><input type="hidden" name="lang" value="${language}"><label for="q">${words.search[language]}</label><div class="row"><input type="search" id="q" name="q" value="${search}" maxlength="100"><button type="submit" class="plain">${words.find[language]}</button></div></form>`
  return adminPage({ language, here: 'organisations', title, lead: words.lead[language] }, [
    searchForm,
    table({
      language,
      caption: title,
      columns: [words.name, words.members, words.rooms, words.since, words.state],
      rows: cells,
      empty: search === '' ? words.empty[language] : words.nothing[language],
    }),
    pager(shown, { href: path, query, language }) ?? markup``,
  ])
}

async function show(parts: OperatorParts, request: OfOne, reply: FastifyReply) {
  const { closing, pages } = parts
  const seen = (await closing?.organisations?.see(request.params.organisation)) ?? null
  if (closing === null || closing.organisations === null || seen === null) return reply.callNotFound()
  const shown = shownOf(parts, request, {})
  const { language, query } = shown
  const page = askedPage(query)
  const { rooms, total } = await closing.rooms(seen.id, { from: (page - 1) * pageSize, most: pageSize })
  const suspension = await closing.suspensions.of('organisation', seen.id)
  const agreement = await closing.organisations.agreementState(seen.id)
  const back = { href: path, label: shellWords.organisations[language] }
  const caption = shellWords.rooms[language]
  const content = [
    numbers({ ...seen, rooms: total, agreement, suspension }, shown),
    suspension === null
      ? closeForm('organisation', seen.id, { language, fresh: visitorOf(request).who.fresh })
      : markup`<p><a class="button plain" href="/admin/suspensions?lang=${language}">${words.reopen[language]}</a></p>`,
    markup`<h2>${caption}</h2>`,
    roomTable(suspension === null ? rooms : rooms.map((one) => ({ ...one, suspended: true })), {
      language,
      caption,
      empty: words.noRooms[language],
    }),
    markup`${pager({ page, pages: Math.ceil(total / pageSize) }, { href: `${path}/${seen.id}`, query, language })}`,
  ]
  const title = reveal(seen.name) || '–'
  return pages.send(request, reply, adminPage({ language, here: 'organisations', title, back }, content))
}

interface Numbers extends ListedOrganisation {
  readonly rooms: number
  readonly agreement: 'missing' | 'changed' | 'accepted'
  readonly suspension: OpenedSuspension | null
}

function numbers(seen: Numbers, shown: Shown) {
  const { suspension, agreement } = seen
  const { language, timeZone } = shown
  const reason = suspension?.reason ?? null
  return facts([
    [words.state[language], state(suspension !== null, shown)],
    [words.members[language], seen.members],
    [words.rooms[language], seen.rooms],
    [words.since[language], day(seen.madeAt, language, timeZone)],
    [words.legalName[language], reveal(seen.legalName) || '–'],
    [words.contact[language], reveal(seen.privacyContact) || '–'],
    [words.agreement[language], mark(agreement === 'accepted' ? 'good' : 'attention', words[agreement][language])],
    reason === null ? null : [words.why[language], reveal(reason)],
  ])
}

function state(isClosed: boolean, { language }: Pick<Shown, 'language'>) {
  return isClosed ? mark('danger', closingWords.closed[language]) : mark('good', closingWords.open[language])
}
