import { reveal, type Personal } from '../../../platform/personal.ts'
import { form, markup, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { outcomes, outcomeWords, reasonWords, type OpenedReport, type Reports } from '../../reports/index.ts'
import type { Shown } from '../deeds/desk.ts'
import { say } from '../deeds/fields.ts'
import { adminPage } from '../shell/frame.ts'
import { facts, mark, pager, table, time } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'

export const reportsPath = '/admin/reports'
const words = {
  lead: say(
    'What people reported at the door or in a call. You see what the reporter chose to send, and nothing else.',
    'Hva folk har meldt fra om ved døren eller i en samtale. Du ser det melderen valgte å sende, og ikke noe annet.',
    'Vad människor har anmält vid dörren eller i ett samtal. Du ser det anmälaren valde att skicka, och inget annat.',
  ),
  open: say('To decide', 'Å avgjøre', 'Att avgöra'),
  decided: say('Decided', 'Avgjort', 'Avgjorda'),
  emptyOpen: say('No report waits for you.', 'Ingen melding venter på deg.', 'Ingen anmälan väntar på dig.'),
  emptyDecided: say('None was decided yet.', 'Ingen er avgjort ennå.', 'Ingen är avgjord ännu.'),
  reference: say('Reference', 'Referanse', 'Referens'),
  about: say('About', 'Gjelder', 'Gäller'),
  place: say('Where', 'Hvor', 'Var'),
  door: say('at the door', 'ved døren', 'vid dörren'),
  call: say('in the call', 'i samtalen', 'i samtalet'),
  came: say('Came', 'Kom', 'Kom'),
  room: say('Room', 'Rom', 'Rum'),
  who: say('Name, as the reporter saw it', 'Navnet, slik melderen så det', 'Namnet, som anmälaren såg det'),
  message: say('What they wrote', 'Det de skrev', 'Det de skrev'),
  chat: say('Messages they sent along', 'Meldinger de sendte med', 'Meddelanden de skickade med'),
  contact: say('Wants to hear', 'Vil ha svar', 'Vill få svar'),
  yes: say('yes, by mail', 'ja, på e-post', 'ja, via mejl'),
  no: say('left no address', 'la ikke igjen noen adresse', 'lämnade ingen adress'),
  decide: say('Decide', 'Avgjør', 'Avgör'),
  again: say('Decide again', 'Avgjør på nytt', 'Avgör igen'),
  outcome: say('Outcome', 'Utfall', 'Utfall'),
  reason: say('Reason', 'Begrunnelse', 'Skäl'),
  reasonHint: say(
    'The reporter gets it, if they left an address. Name nobody in it.',
    'Melderen får den, om de la igjen en adresse. Ikke nevn noen ved navn.',
    'Anmälaren får dem, om de lämnade en adress. Nämn ingen vid namn.',
  ),
  history: say('Decisions', 'Avgjørelser', 'Beslut'),
} as const
export const reportWords = words

export function reportListPage(
  list: Awaited<ReturnType<Reports['list']>>,
  shown: Shown & { readonly state: 'open' | 'decided'; readonly page: number; readonly pages: number },
): Page {
  const { language, timeZone, state, page, pages, query, done } = shown
  const title = shellWords.reports[language]
  const rows = list.map(({ number, place, reason, received_at }) => [
    markup`<a href="${reportsPath}/${number}?lang=${language}">${number}</a>`,
    reason === 'child-abuse' ? mark('danger', reasonWords[reason][language]) : reasonWords[reason][language],
    words[place][language],
    time(received_at, language, timeZone),
  ])
  const choice = (key: 'open' | 'decided') =>
    markup`<li><a href="${reportsPath}?lang=${language}&state=${key}" ${key === state && markup`aria-current="true"`}>${words[key][language]}</a></li>`
  return adminPage({ language, here: 'reports', title, lead: words.lead[language], done }, [
    markup`<ul class="filter">${choice('open')}${choice('decided')}</ul>`,
    table({
      language,
      caption: title,
      columns: [words.reference, words.about, words.place, words.came],
      rows,
      empty: (state === 'open' ? words.emptyOpen : words.emptyDecided)[language],
    }),
    pager({ page, pages }, { href: reportsPath, query, language }) ?? markup``,
  ])
}

/** A report, opened, and its decision. */
export function reportPage(
  opened: OpenedReport,
  shown: Shown & { readonly form?: Sent; readonly wrong?: Wrong },
): Page {
  const { language, timeZone, done, wrong } = shown
  const { report, room, about, message, chat, address, decisions } = opened
  const title = `${report.number}: ${reasonWords[report.reason][language]}`
  const text = (value: Personal<string> | null) =>
    value === null ? '–' : markup`<p class="written">${reveal(value)}</p>`
  const decide = form({
    action: `${reportsPath}/${report.number}/decide`,
    language,
    fields: [
      {
        name: 'outcome',
        label: words.outcome,
        kind: 'radio',
        choices: outcomes.map((value) => ({ value, label: outcomeWords[value] })),
      },
      { name: 'reason', label: words.reason, hint: words.reasonHint, kind: 'long', longest: 5_000 },
    ],
    submit: words.decide,
    sent: shown.form ?? {},
    ...(wrong === undefined ? {} : { wrong }),
  })
  const back = { href: reportsPath, label: shellWords.reports[language] }
  return adminPage({ language, here: 'reports', title, back, done, status: wrong === undefined ? 200 : 422 }, [
    facts([
      [words.place[language], words[report.place][language]],
      [words.came[language], time(report.received_at, language, timeZone)],
      [words.room[language], room === null ? '–' : reveal(room)],
      [words.who[language], about === null ? '–' : reveal(about)],
      [words.message[language], text(message)],
      chat.length === 0
        ? null
        : [
            words.chat[language],
            markup`<ul>${chat.map((one) => markup`<li class="written">${reveal(one)}</li>`)}</ul>`,
          ],
      [words.contact[language], words[address === null ? 'no' : 'yes'][language]],
    ]),
    history(decisions, shown),
    markup`<h2>${words[report.state === 'open' ? 'decide' : 'again'][language]}</h2>`,
    decide,
  ])
}

function history(decisions: OpenedReport['decisions'], { language, timeZone }: Shown): Markup {
  if (decisions.length === 0) return markup``
  const items = decisions.map(
    ({ at, outcome, reason }) =>
      markup`<li><p class="when">${time(at, language, timeZone)}</p><p>${outcomeWords[outcome][language]}</p>${reason !== null && markup`<p class="written">${reveal(reason)}</p>`}</li>`,
  )
  return markup`<h2>${words.history[language]}</h2><ol class="steps">${items}</ol>`
}
