import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Personal, reveal } from '../../../platform/personal.ts'
import { tidyMessage } from '../../../platform/written.ts'
import { visitorOf } from '../../accounts/index.ts'
import type { ActName } from '../../audit/index.ts'
import { form, markup, type Markup, type Page } from '../../pages/index.ts'
import { suspensionCategory, type OpenedSuspension } from '../../suspension/index.ts'
import { shownOf, type Shown } from '../deeds/desk.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { mark, table, time } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'
import type { ClosingParts } from './parts.ts'
import { textIn } from './read.ts'
import { findTarget, type Target } from './target.ts'
import { closingWords as words } from './words.ts'

const path = '/admin/suspensions'
const done = { placed: words.doneClosed, ended: words.doneOpened, decided: words.doneDecided } as const
type OfOne = FastifyRequest<{ Params: { id: string } }>

/** A request while the policy in force closes anything. */
interface At {
  readonly parts: OperatorParts
  readonly closing: ClosingParts
  readonly request: OfOne
  readonly reply: FastifyReply
}

/** What is closed, closing and opening it again, and appeals. */
export function registerSuspensions(server: FastifyInstance, parts: OperatorParts): void {
  const whileAwake = (doing: (at: At) => unknown) => (request: OfOne, reply: FastifyReply) =>
    parts.closing === null ? reply.callNotFound() : doing({ parts, closing: parts.closing, request, reply })
  server.get(
    path,
    whileAwake((at) => show(at, null)),
  )
  server.post(`${path}/place`, whileAwake(place))
  server.post(`${path}/:id/end`, whileAwake(end))
  server.post(`${path}/:id/appeal`, whileAwake(decide))
}

async function show({ parts, closing, request, reply }: At, refused: string | null) {
  const shown = shownOf(parts, request, {})
  const key = shown.query.get('done') ?? ''
  const said = Object.entries(done).find(([name]) => name === key)?.[1][shown.language] ?? null
  return parts.pages.send(
    request,
    reply,
    suspensionsPage(await closing.suspensions.all(), { ...shown, done: said, refused }),
  )
}

function go({ request, reply }: At, key: keyof typeof done) {
  return reply.redirect(`${path}?lang=${visitorOf(request).language}&done=${key}`, 303)
}

async function place(at: At) {
  const { parts, closing, request, reply } = at
  const { who, language } = visitorOf(request)
  const [kind, target] = [textIn(request.body, 'kind'), textIn(request.body, 'target')]
  const reason = tidyMessage(textIn(request.body, 'reason'))
  if (reason === '') return show(at, shellWords.reasonMissing[language])
  if (kind === 'account' && target === who.account) return show(at, words.itself[language])
  const found = await findTarget(closing, kind, target)
  if (found === null) return reply.callNotFound()
  const { kind: of, id } = found
  const what = { kind: of, target: id, reason: new Personal(suspensionCategory, reason), by: who.account } as const
  if (await closing.suspensions.place(what)) {
    await hasClosed(closing, found, true)
    await note(parts, `${of}.suspended`, { by: who.account, about: { kind: of, id }, why: reason })
    const placed = await closing.suspensions.of(of, id)
    if (placed !== null)
      await closing.tell({ kind: of, target: id, suspension: placed.record_id, why: reason, isClosed: true })
  }
  return go(at, 'placed')
}

/** Has what was closed or opened answer so at once. */
async function hasClosed(
  closing: ClosingParts,
  { kind, id }: Pick<Target, 'kind' | 'id'>,
  isClosed: boolean,
): Promise<void> {
  if (kind === 'room') await closing.closeRoom(id, isClosed)
  if (kind === 'organisation') closing.refreshRooms()
}

async function end(at: At) {
  const { parts, closing, request, reply } = at
  const { who, language } = visitorOf(request)
  const reason = tidyMessage(textIn(request.body, 'reason'))
  if (reason === '') return show(at, shellWords.reasonMissing[language])
  const suspension = await closing.suspensions.get(request.params.id)
  if (suspension === null) return reply.callNotFound()
  if (await closing.suspensions.end(request.params.id))
    await opened(parts, closing, suspension, { by: who.account, why: reason })
  return go(at, 'ended')
}

async function decide(at: At) {
  const { parts, closing, request, reply } = at
  const { who, language } = visitorOf(request)
  const { id } = request.params
  const reason = tidyMessage(textIn(request.body, 'reason'))
  const given = textIn(request.body, 'outcome')
  const outcome = (['granted', 'refused'] as const).find((one) => one === given)
  if (reason === '' || outcome === undefined) return show(at, shellWords.reasonMissing[language])
  const suspension = await closing.suspensions.get(id)
  const others = await closing.othersThan(who.account)
  const answer = new Personal(suspensionCategory, reason)
  const decided = await closing.suspensions.decide(id, { outcome, answer, by: who.account, others })
  if (decided === 'not-yours') return show(at, words.notYours[language])
  if (decided === 'gone' || suspension === null) return reply.callNotFound()
  const about = { kind: suspension.target_kind, id: suspension.target }
  await note(parts, 'appeal.decided', { by: who.account, about, why: reason })
  if (outcome === 'granted') await opened(parts, closing, suspension, { by: who.account, why: reason })
  return go(at, 'decided')
}

async function opened(
  parts: OperatorParts,
  closing: ClosingParts,
  { record_id: suspension, target_kind: kind, target }: OpenedSuspension,
  { by, why }: { by: string; why: string },
): Promise<void> {
  await hasClosed(closing, { kind, id: target }, false)
  await closing.tell({ kind, target, suspension, why, isClosed: false })
  await note(parts, `${kind}.restored`, { by, about: { kind, id: target }, why })
}

function note(
  { audit }: OperatorParts,
  what: ActName,
  { by, about, why }: { by: string; about: { kind: string; id: string }; why: string },
): Promise<void> {
  return audit.write({ organisation: null, by, what, about, why })
}

function suspensionsPage(list: readonly OpenedSuspension[], shown: Shown): Page {
  const { language, timeZone, done: said, refused } = shown
  const title = shellWords.suspensions[language]
  const kinds = { account: words.account, room: shellWords.rooms, organisation: shellWords.organisations } as const
  const rows = list.map((one) => [
    markup`${kinds[one.target_kind][language]} <code>${one.target.slice(-24)}</code>`,
    time(one.placed_at, language, timeZone),
    one.reason === null ? '–' : reveal(one.reason),
    one.appeals.some(({ decided_at }) => decided_at === null)
      ? mark('attention', words.waits[language])
      : words.none[language],
  ])
  const columns = [words.what, words.since, words.reason, words.appeal]
  const frame = {
    language,
    here: 'suspensions',
    title,
    lead: words.suspensionsLead[language],
    done: said,
    refused,
  } as const
  return adminPage({ ...frame, status: refused === null ? 200 : 422 }, [
    table({ language, caption: title, columns, rows, empty: words.empty[language] }),
    ...list.map((one) => forms(one, shown)),
  ])
}

function forms(suspension: OpenedSuspension, { language }: Shown): Markup {
  const { record_id: id, target, appeals } = suspension
  const waiting = appeals.find(({ decided_at }) => decided_at === null)
  const reason = { name: 'reason', label: shellWords.reason, kind: 'long', longest: 5_000 } as const
  const reopen = form({
    action: `${path}/${id}/end`,
    language,
    fields: [{ ...reason, id: `end-${id}` }],
    submit: words.reopen,
  })
  const choices = [
    { value: 'granted', label: words.granted },
    { value: 'refused', label: words.refused },
  ]
  const decision =
    waiting === undefined
      ? null
      : markup`<details class="deed" open><summary>${words.decide[language]}: ${target.slice(-24)}</summary><div><p class="hint">${words.said[language]}</p><p class="written">${waiting.text === null ? '–' : reveal(waiting.text)}</p>${form(
          {
            action: `${path}/${id}/appeal`,
            language,
            fields: [
              { name: 'outcome', id: `outcome-${id}`, label: words.outcome, kind: 'radio', choices },
              { ...reason, id: `answer-${id}`, label: words.answer },
            ],
            submit: words.decide,
          },
        )}</div></details>`
  return markup`${decision}<details class="deed"><summary>${words.reopen[language]}: ${target.slice(-24)}</summary><div>${reopen}</div></details>`
}
