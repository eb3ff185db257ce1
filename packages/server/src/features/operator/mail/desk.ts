import * as z from 'zod'
import { markup, type Page } from '../../pages/index.ts'
import { button } from '../deeds/button.ts'
import type { Deed } from '../deeds/deed.ts'
import { factsOf, type Desk, type Shown } from '../deeds/desk.ts'
import { idField, say } from '../deeds/fields.ts'
import { adminPage } from '../shell/frame.ts'
import { mark, table, time } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'

const path = '/admin/mail'
const words = {
  lead: say(
    'Mail that waits, and mail that was given up. Neither whom it is to nor what it says is shown.',
    'E-post som venter, og e-post som er gitt opp. Verken mottakeren eller innholdet vises.',
    'Mejl som väntar, och mejl som gavs upp. Varken mottagaren eller innehållet visas.',
  ),
  failed: say('Given up', 'Gitt opp', 'Gavs upp'),
  waiting: say('Waiting', 'Venter', 'Väntar'),
  emptyFailed: say('Every mail arrived.', 'All e-post er levert.', 'Alla mejl är levererade.'),
  emptyWaiting: say('No mail waits.', 'Ingen e-post venter.', 'Inga mejl väntar.'),
  kind: say('Kind', 'Art', 'Slag'),
  queued: say('Written', 'Skrevet', 'Skrivet'),
  state: say('State', 'Status', 'Status'),
  ends: say('Deleted by', 'Slettes innen', 'Raderas senast'),
  act: say('Action', 'Handling', 'Åtgärd'),
  retry: say('Try again', 'Prøv igjen', 'Försök igen'),
  giveUp: say('Delete it', 'Slett den', 'Radera det'),
  tries: say('{count} tries', '{count} forsøk', '{count} försök'),
  older: say('Older ones', 'Eldre', 'Äldre'),
} as const

const Queue = z.object({
  waiting: z.number(),
  failed: z.number(),
  mails: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      queued: z.string(),
      code: z.string().nullable(),
      attempts: z.number().optional(),
      canBeRetried: z.boolean(),
      deletedBy: z.string(),
    }),
  ),
  next: z.string().nullable(),
})
type Queue = z.infer<typeof Queue> & { readonly state: 'waiting' | 'failed' }

const retry: Deed = {
  command: 'mail.retry',
  act: 'mail.sent-again',
  title: say('The mail is tried again', 'E-posten prøves igjen', 'Mejlet försöks igen'),
  fields: [idField],
  submit: words.retry,
}
const giveUp: Deed = {
  command: 'mail.give-up',
  act: 'mail.given-up',
  title: say('The mail is deleted', 'E-posten er slettet', 'Mejlet är raderat'),
  fields: [idField],
  submit: words.giveUp,
}

/** The mail queue: kinds, times and codes. */
export const mailDesk: Desk<Queue> = {
  path,
  kind: 'mail',
  deeds: { retry, 'give-up': giveUp },
  load: async (parts, query) => {
    const state = query.get('state') === 'waiting' ? 'waiting' : 'failed'
    const before = z.uuid().safeParse(query.get('before')).data
    const asked = { state, ...(before === undefined ? {} : { before }) }
    return { ...(await factsOf(parts, ['mail.list', asked], Queue)), state }
  },
  page: mailPage,
}

function mailPage(queue: Queue, shown: Shown): Page {
  const { language, timeZone, policy, done, refused } = shown
  const { state, mails, next } = queue
  const title = shellWords.mail[language]
  const rows = mails.map(({ id, kind, queued, code, attempts, canBeRetried, deletedBy }) => [
    policy.mails?.[kind]?.title[language] ?? kind,
    time(queued, language, timeZone),
    markup`${code === null ? '–' : mark(state === 'failed' ? 'danger' : 'attention', code)} ${attempts !== undefined && words.tries[language].replace('{count}', String(attempts))}`,
    time(deletedBy, language, timeZone),
    canBeRetried
      ? markup`${button(path, 'retry', { language, label: words.retry[language], fields: { id } })}${button(path, 'give-up', { language, label: words.giveUp[language], fields: { id } })}`
      : '–',
  ])
  const choice = (key: 'failed' | 'waiting', count: number) =>
    markup`<li><a href="${path}?lang=${language}&state=${key}" ${key === state && markup`aria-current="true"`}>${words[key][language]} (${count})</a></li>`
  const frame = { language, here: 'mail', title, lead: words.lead[language], done, refused } as const
  return adminPage({ ...frame, status: refused === null ? 200 : 422 }, [
    markup`<ul class="filter">${choice('failed', queue.failed)}${choice('waiting', queue.waiting)}</ul>`,
    table({
      language,
      caption: title,
      columns: [words.kind, words.queued, words.state, words.ends, words.act],
      rows,
      empty: (state === 'failed' ? words.emptyFailed : words.emptyWaiting)[language],
    }),
    next === null
      ? markup``
      : markup`<nav class="pager" aria-label="${shellWords.pages[language]}"><a rel="next" href="${path}?lang=${language}&state=${state}&before=${next}">${words.older[language]}</a></nav>`,
  ])
}
