import type { Language } from '@samtale/policy'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { adminPage } from '../shell/frame.ts'
import { shellWords } from '../shell/words.ts'
import { overviewWords as words } from './words.ts'

export interface Overview {
  readonly late: number
  readonly open: number
  readonly reports: number | null
  readonly appeals: number | null
  readonly breachesDue: number
  readonly breachesRunning: number
  readonly holds: number
  readonly failedMail: number
  readonly waitingMail: number
  readonly calls: { readonly rooms: number; readonly people: number }
}

type Tile = readonly [count: number | null, key: keyof typeof words, href: string]

/** What needs an operator first, and how things are. */
export function overviewPage(seen: Overview, language: Language): Page {
  const attention: Tile[] = [
    [seen.late, 'late', '/admin/privacy/requests?late=1'],
    [seen.breachesDue, 'breaches', '/admin/privacy/breaches'],
    [seen.breachesRunning, 'breachesRunning', '/admin/privacy/breaches'],
    [seen.reports, 'reports', '/admin/reports'],
    [seen.appeals, 'appeals', '/admin/suspensions'],
    [seen.holds, 'holds', '/admin/privacy/holds'],
    [seen.failedMail, 'failedMail', '/admin/mail'],
  ]
  const asItIs: Tile[] = [
    [seen.open, 'open', '/admin/privacy/requests'],
    [seen.calls.rooms, 'calls', '/admin/calls'],
    [seen.calls.people, 'people', '/admin/calls'],
    [seen.waitingMail, 'waitingMail', '/admin/mail?state=waiting'],
  ]
  const due = attention.filter(([count]) => (count ?? 0) > 0)
  const title = shellWords.overview[language]
  return adminPage({ language, here: 'overview', title, lead: words.lead[language] }, [
    markup`<h2>${words.attention[language]}</h2>`,
    due.length === 0
      ? markup`<p class="empty" role="status">${words.allWell[language]}</p>`
      : tiles(due, language, true),
    markup`<h2>${words.asItIs[language]}</h2>`,
    tiles(asItIs, language, false),
  ])
}

function tiles(list: readonly Tile[], language: Language, due: boolean): Markup {
  const items = list.map(([count, key, href]) => {
    const to = `${href}${href.includes('?') ? '&' : '?'}lang=${language}`
    return markup`<li><a class="tile ${due && 'due'}" href="${to}"><strong>${count ?? 0}</strong><span>${words[key][language]}</span></a></li>`
  })
  return markup`<ul class="tiles">${items}</ul>`
}
