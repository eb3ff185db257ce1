import type { Language, Text } from '@samtale/policy'
import { organisationRoles } from '../../../platform/http/routes.ts'
import type { Person } from '../../accounts/index.ts'
import { acts, isAct, wordsOf, type Act } from '../../audit/index.ts'
import { reveal } from '../../../platform/personal.ts'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { nameOf, roleWords } from '../words.ts'
import { auditWords as words } from './audit-words.ts'
import { moment, organisationPage, pager, press, type Frame } from './frame.ts'
import { pageWords } from './page-words.ts'

/** What of the log is asked for, as the page's address has it. */
export interface AuditAsked {
  readonly what: string
  readonly who: string
  readonly from: string
  readonly until: string
}

export interface AuditState {
  readonly frame: Omit<Frame, 'section' | 'title'>
  readonly acts: readonly Act[]
  readonly all: number
  readonly asked: AuditAsked
  readonly page: number
  readonly query: URLSearchParams
  readonly timeZone: string
  /** Accounts that there are, of those who did something. */
  readonly people: ReadonlyMap<string, Person>
  /** Who can be chosen. */
  readonly choices: readonly Person[]
}

/** Kinds of acts, by how their names begin. */
export const kindsOfActs = ['member.', 'invitation.', 'organisation.', 'agreement.', 'room.', 'audit.'] as const

/** The log of what was done in the organisation. */
export function auditPage(state: AuditState): Page {
  const { frame, acts: found, all, asked, query } = state
  const { language, organisation } = frame
  const path = `/organisations/${organisation}/audit`
  const isFiltered = Object.values(asked).some((value) => value !== '')
  const none = isFiltered ? words.nothingFound : words.nothing
  const list =
    found.length === 0
      ? markup`<p class="empty">${none[language]}</p>`
      : markup`<ol class="log">${found.map((act) => entry(act, state))}</ol>`
  const download = found.length > 0 && press(`${path}.csv`, { language, label: words.download, hidden: { ...asked } })
  return organisationPage(
    { ...frame, section: 'audit', lead: pageWords.auditLead },
    markup`${filter(state, path)}${list}${pager(path, { language, query, page: state.page, all })}${download}`,
  )
}

function filter({ frame, asked, choices }: AuditState, path: string): Markup {
  const { language } = frame
  const option = (value: string, label: string, chosen: string) =>
    markup`<option value="${value}" ${value === chosen && markup`selected`}>${label}</option>`
  const kinds = kindsOfActs.map((kind) => option(kind, words.kinds[kind][language], asked.what))
  const people = choices.map((person) => option(person.account, reveal(nameOf(person)), asked.who))
  const date = (name: 'from' | 'until', label: Text) =>
    markup`<div class="field"><label for="${name}">${label[language]}</label><input type="date" id="${name}" name="${name}" value="${asked[name]}"></div>`
  return markup`<form method="get" action="${path}" class="filter" role="search" aria-label="${words.filter[language]}"><input type="hidden" name="lang" value="${language}">
<div class="field"><label for="what">${words.what[language]}</label><select id="what" name="what">${option('', words.all[language], asked.what)}${kinds}</select></div>
<div class="field"><label for="who">${words.who[language]}</label><select id="who" name="who">${option('', words.everybody[language], asked.who)}${people}</select></div>
${date('from', words.from)}${date('until', words.until)}
<div class="buttons"><button type="submit" class="plain">${words.show[language]}</button></div></form>`
}

function entry(act: Act, { frame: { language }, timeZone, people }: AuditState): Markup {
  const why = wordsOf(act.why)
  return markup`<li><p class="when">${moment(act.at, language, timeZone)}</p><div>
<p><strong>${byOf(act, people, language)}</strong> ${sentenceOf(act, people, language)}</p>
${why !== '' && markup`<p class="why">${why}</p>`}</div></li>`
}

/** Acts that are told with a name behind them. */
const toSomebody: readonly string[] = ['member.role-changed', 'member.removed']

/** Who did it: a name while there is one. */
export function byOf(act: Act, people: ReadonlyMap<string, Person>, language: Language): string {
  return personIn(people, act.what === 'member.took-over' ? act.person : act.by) ?? words.gone[language]
}

/** What was done, to whom or what, and what it came to. */
export function sentenceOf(act: Act, people: ReadonlyMap<string, Person>, language: Language): string {
  const { what, person } = act
  const said = isAct(what) ? acts[what][language] : what
  const gone = words.gone[language].toLocaleLowerCase(language)
  const whole = toSomebody.includes(what) ? `${said} ${personIn(people, person) ?? gone}` : said
  const detail = detailOf(wordsOf(act.detail), language)
  return detail === '' ? whole : `${whole}: ${detail}`
}

function personIn(people: ReadonlyMap<string, Person>, account: string | null): string | null {
  const person = account === null ? undefined : people.get(account)
  return person === undefined ? null : reveal(nameOf(person))
}

/** Roles are kept by their keys, and told in words. */
function detailOf(detail: string, language: Language): string {
  return detail
    .split(' → ')
    .map((part) => {
      const role = organisationRoles.find((one) => one === part)
      return role === undefined ? part : roleWords[role][language]
    })
    .join(' → ')
}
