import type { Language } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import { faultOf, tidyMessage } from '../../platform/written.ts'
import { visitorOf } from '../accounts/index.ts'
import { form, markup, type Page, type Pages, type Wrong } from '../pages/index.ts'
import type { OpenedSuspension, Suspensions } from './suspensions.ts'
import { category } from './tables.ts'
import { appealWords as words } from './words.ts'

const own = {
  access: 'signed-in',
  reads: [category],
  answers: 'page',
  errors: ['request.other-site', 'sign-in.needed'],
} as const

export const suspensionRoutes = {
  'GET /appeal': { ...own, writes: [] },
  'POST /appeal': { ...own, writes: [category] },
} as const satisfies RouteCatalogue

export interface AppealParts {
  readonly pages: Pages
  /** Null while the policy in force closes nothing. */
  readonly suspensions: Suspensions | null
  readonly timeZone: string
}

/** Why somebody’s account is closed, what they keep, and what they say against it. */
export function registerAppeal(server: FastifyInstance, { pages, suspensions, timeZone }: AppealParts): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, more: { text?: string; wrong?: Wrong } = {}) => {
    if (suspensions === null) return reply.callNotFound()
    const { who, language } = visitorOf(request)
    const suspension = await suspensions.of('account', who.account)
    const page = suspension === null ? openPage(language) : appealPage(suspension, { language, timeZone, ...more })
    return pages.send(request, reply, page)
  }
  server.get('/appeal', (request, reply) => show(request, reply))
  server.post('/appeal', async (request, reply) => {
    if (suspensions === null) return reply.callNotFound()
    const { who, language } = visitorOf(request)
    const body = request.body as Readonly<Record<string, unknown>> | null
    const text = tidyMessage(typeof body?.['text'] === 'string' ? body['text'] : '')
    const fault = faultOf(text)
    if (fault !== null) return show(request, reply, { text, wrong: { text: words[fault] } })
    await suspensions.appeal('account', who.account, new Personal(category, text), who.account)
    return reply.redirect(`/appeal?lang=${language}`, 303)
  })
}

function openPage(language: Language): Page {
  const title = words.title[language]
  return { title, body: markup`<div class="page"><h1>${title}</h1><p role="status">${words.open[language]}</p></div>` }
}

function appealPage(
  { reason, placed_at, appeals }: OpenedSuspension,
  { language, timeZone, text = '', wrong }: { language: Language; timeZone: string; text?: string; wrong?: Wrong },
): Page {
  const title = words.closedTitle[language]
  const waits = appeals.some(({ decided_at }) => decided_at === null)
  const answer = appeals[0]?.answer ?? null
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone })
  const appeal = waits
    ? markup`<p class="notice" role="status">${words.waits[language]}</p>`
    : form({
        action: '/appeal',
        language,
        fields: [{ name: 'text', label: words.text, hint: words.hint, kind: 'long', longest: 10_000 }],
        submit: words.send,
        sent: { text },
        ...(wrong === undefined ? {} : { wrong }),
      })
  const body = markup`<div class="page"><h1>${title}</h1>
<p class="lead">${words.since[language].replace('{day}', day.format(placed_at))}</p>
<h2>${words.why[language]}</h2><p>${reason === null ? '–' : reveal(reason)}</p>
${answer !== null && markup`<h2>${words.answer[language]}</h2><p>${reveal(answer)}</p>`}
<h2>${words.appeal[language]}</h2>${appeal}
<h2>${words.rights[language]}</h2><p>${words.keep[language]}</p>
<ul><li><a href="/account/export?lang=${language}">${words.export[language]}</a></li><li><a href="/account/delete?lang=${language}">${words.delete[language]}</a></li></ul></div>`
  return { title, body, ...(wrong === undefined ? {} : { status: 422 }) }
}
