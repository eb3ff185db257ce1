import { localeOf, type Language } from '@samtale/policy'
import { reveal } from '../../platform/personal.ts'
import { form, markup, type Markup, type Page } from '../pages/index.ts'
import { messageField, stylesheet, type FormState } from './contact-pages.ts'
import type { OpenedMessage, Thread } from './tickets.ts'
import { words } from './words.ts'

interface ThreadState extends FormState {
  readonly language: Language
  readonly token: string
  readonly timeZone: string
  /** A message was added just now. */
  readonly added?: boolean
  readonly status?: number
}

/** The whole conversation, for whoever has its link. */
export function threadPage({ ticket, messages }: Thread, state: ThreadState): Page {
  const { language, token, timeZone, added = false, status, sent, wrong } = state
  const title = words.threadTitle[language]
  const write = form({
    action: '/contact/thread',
    language,
    fields: [{ ...messageField, label: words.more }],
    submit: words.send,
    hidden: { t: token },
    ...(sent === undefined ? {} : { sent }),
    ...(wrong === undefined ? {} : { wrong }),
  })
  const body = markup`${stylesheet}<div class="page letters"><h1>${title}</h1>
<p class="lead"><strong class="reference">${ticket.number}</strong><br>${words[ticket.state][language]}</p>
${added && markup`<p class="notice" role="status">${words.added[language]}</p>`}
<ol class="thread">${messages.map((one) => messageMarkup(one, language, timeZone))}</ol>
${write}
<form method="get" action="/contact/thread/delete"><input type="hidden" name="t" value="${token}"><input type="hidden" name="lang" value="${language}">
<div class="buttons"><button type="submit" class="plain">${words.delete[language]}</button></div></form></div>`
  return { title, body, ...(status === undefined ? {} : { status }) }
}

// The page of the one whose conversation it is: here what was written is shown.
function messageMarkup({ direction, sentAt, body }: OpenedMessage, language: Language, timeZone: string): Markup {
  const when = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    sentAt,
  )
  const by = direction === 'in' ? words.you : words.us
  return markup`<li class="${direction === 'in' ? 'theirs' : 'ours'}"><p class="by">${by[language]} · <time datetime="${sentAt.toISOString()}">${when}</time></p><p class="said">${reveal(body)}</p></li>`
}

/** Asks once more. */
export function deletePage({ language, token }: { language: Language; token: string }): Page {
  const title = words.delete[language]
  const sure = form({
    action: '/contact/thread/delete',
    language,
    fields: [],
    submit: words.deleteNow,
    hidden: { t: token },
  })
  const body = markup`${stylesheet}<div class="page letters"><h1>${title}</h1><p>${words.deleteLead[language]}</p>
${sure}
<p><a href="/contact/thread?t=${token}&lang=${language}">${words.back[language]}</a></p></div>`
  return { title, body }
}

export function erasedPage(language: Language, outcome: 'erased' | 'kept'): Page {
  return outcome === 'erased'
    ? message(words.erasedTitle[language], words.erased[language])
    : message(words.keptTitle[language], words.kept[language])
}

export function gonePage(language: Language): Page {
  return { ...message(words.goneTitle[language], words.gone[language]), status: 410 }
}

function message(title: string, text: string): Page {
  return {
    title,
    body: markup`${stylesheet}<div class="page letters"><h1>${title}</h1><p role="status">${text}</p></div>`,
  }
}
