import type { Language, Policy } from '@samtale/policy'
import { markup, type Markup, type Page, type Sent } from '../../../pages/index.ts'
import { rightWords } from '../../../rights/index.ts'
import { deedForms } from '../../deeds/deed-form.ts'
import { adminPage } from '../../shell/frame.ts'
import { day, facts, mark, pager, table, time, type Mark, type PageOf } from '../../shell/table.ts'
import { shellWords } from '../../shell/words.ts'
import { deedsFor, enter } from './deeds.ts'
import type { RequestSummary, WholeRequest } from './request-facts.ts'
import { requestWords as words, stateWords, stepWords } from './words.ts'

export interface Shown {
  readonly language: Language
  readonly timeZone: string
  readonly policy: Policy
  readonly now: Date
  readonly done?: string | null
  readonly refused?: string | null
  /** What a form had when it was refused. */
  readonly sent?: { readonly deed: string; readonly fields: Sent } | null
}

const here = '/admin/privacy/requests'

export function requestListPage(
  { items, page, pages }: PageOf<RequestSummary>,
  shown: Shown & { readonly late: boolean; readonly query: URLSearchParams },
): Page {
  const { language, timeZone, late, query, done, refused, sent = null } = shown
  const rows = items.map((request) => [
    markup`<a href="${here}/${request.reference}?lang=${language}">${request.reference}</a>`,
    rightWords[request.kind].name[language],
    stateMark(request, shown),
    day(request.received, language, timeZone),
    day(request.due, language, timeZone),
  ])
  const choice = (isLate: boolean, label: string) =>
    markup`<li><a href="${here}?lang=${language}${isLate ? '&late=1' : ''}" ${isLate === late && markup`aria-current="true"`}>${label}</a></li>`
  const title = shellWords.requests[language]
  return adminPage(
    { language, here: 'requests', title, lead: words.lead[language], done, refused, status: refused ? 422 : 200 },
    [
      markup`<ul class="filter">${choice(false, words.all[language])}${choice(true, words.late[language])}</ul>`,
      table({
        language,
        caption: title,
        columns: [words.reference, words.right, words.state, words.received, words.due],
        rows,
        empty: late ? words.noneLate[language] : words.empty[language],
      }),
      pager({ page, pages }, { href: here, query, language }) ?? markup``,
      markup`<h2>${shellWords.letter[language]}</h2>`,
      ...deedForms({ enter }, { action: here, language, sent }),
    ],
  )
}

/** A request and all that can be done about it. */
export function requestPage(request: WholeRequest, shown: Shown): Page {
  const { language, timeZone, done, refused } = shown
  const title = `${request.reference}: ${rightWords[request.kind].name[language]}`
  const back = { href: here, label: shellWords.requests[language] }
  return adminPage({ language, here: 'requests', title, back, done, refused, status: refused ? 422 : 200 }, [
    facts([
      [words.state[language], stateMark(request, shown)],
      [words.due[language], time(request.due, language, timeZone)],
      [words.received[language], time(request.received, language, timeZone)],
      [words.proved[language], time(request.proved, language, timeZone)],
      [words.from[language], request.address],
      request.text === null ? null : [words.wish[language], markup`<p class="written">${request.text}</p>`],
      request.newAddress === null ? null : [words.newAddress[language], request.newAddress],
    ]),
    markup`<p class="hint">${words.readNote[language]}</p>`,
    deeds(request, shown),
    checklist(request, shown),
    recipients(request, shown) ?? markup``,
    history(request, shown),
  ])
}

function stateMark({ state, due }: RequestSummary, { language, now }: Shown): Markup {
  const isOpen = state === 'open' || state === 'being-done'
  if (isOpen && new Date(due) <= now) return mark('danger', words.late[language])
  const kind: Mark = isOpen || state === 'telling' ? 'attention' : state === 'fulfilled' ? 'good' : 'calm'
  return mark(kind, stateWords[state][language])
}

function deeds(request: WholeRequest, { language, policy, sent = null }: Shown): Markup {
  const forms = deedForms(deedsFor(request, policy), { action: `${here}/${request.reference}`, language, sent })
  return markup`<h2>${words.deeds[language]}</h2>${forms.length === 0 ? markup`<p>${words.closed[language]}</p>` : forms}`
}

/** Every store that has something of the person's, as the records know them. */
function checklist({ kept }: WholeRequest, { language, policy }: Shown): Markup {
  const rows = kept.map(({ record, kind, state, categories }) => [
    markup`<code>${kind} ${record.slice(-6)}</code>`,
    categories.map((key) => policy.categories[key]?.title[language] ?? key).join(', '),
    state === 'in-use' ? words.inUse[language] : mark('attention', words.restricted[language]),
  ])
  return markup`<h2>${words.checklist[language]}</h2><p>${words.checklistLead[language]}</p>${table({
    language,
    caption: words.checklist[language],
    columns: [words.record, words.categories, words.state],
    rows,
    empty: words.nothingKept[language],
  })}`
}

function recipients(request: WholeRequest, shown: Shown): Markup | null {
  const { language, timeZone, policy } = shown
  if (request.recipients.length === 0) return null
  const items = request.recipients.map(({ recipient, told }) => {
    const name = policy.recipients[recipient]?.title[language] ?? recipient
    if (told !== null) return markup`<li>${name} ${mark('good', '✓')} ${day(told, language, timeZone)}</li>`
    return markup`<li>${name} <form method="post" class="press" action="${here}/${request.reference}/told?lang=${language}"><input type="hidden" name="recipient" value="${recipient}"><button type="submit" class="plain">${words.markTold[language]}</button></form></li>`
  })
  return markup`<h2>${words.recipients[language]}</h2><ul>${items}</ul>`
}

function history({ steps }: WholeRequest, { language, timeZone }: Shown): Markup {
  const items = steps.map(({ step, at, text, about }) => {
    const name = stepWords[step]?.[language] ?? step
    // A certificate is long, and its person's.
    const written = text === null || step === 'certificate' ? null : markup`<p class="written">${text}</p>`
    return markup`<li><p class="when">${time(at, language, timeZone)} · ${name}${about !== null && ` (${about})`}</p>${written}</li>`
  })
  return markup`<h2>${words.history[language]}</h2>${items.length === 0 ? markup`<p>${words.nothingDone[language]}</p>` : markup`<ol class="steps">${items}</ol>`}`
}
