import { form, markup, type Markup, type Page } from '../../../pages/index.ts'
import type { Deeds } from '../../deeds/deed.ts'
import { deedForms } from '../../deeds/deed-form.ts'
import type { Shown } from '../../deeds/desk.ts'
import { adminPage } from '../../shell/frame.ts'
import { facts, mark, table, time } from '../../shell/table.ts'
import { fill, shellWords } from '../../shell/words.ts'
import { draftFields, letters, notified, report } from './deeds.ts'
import type { BreachSummary, WholeBreach } from './facts.ts'
import { breachWords as words } from './words.ts'

export const breachesPath = '/admin/privacy/breaches'
const hourMs = 3_600_000

export function breachListPage(breaches: readonly BreachSummary[], shown: Shown): Page {
  const { language, timeZone, done, refused, sent } = shown
  const title = shellWords.breaches[language]
  const rows = breaches.map((breach) => [
    markup`<a href="${breachesPath}/${breach.id}?lang=${language}">${breach.id.slice(-8)}</a>`,
    time(breach.awareAt, language, timeZone),
    clock(breach, shown),
    riskMark(breach, shown),
    breach.people,
  ])
  const frame = { language, here: 'breaches', title, lead: words.lead[language], done, refused } as const
  return adminPage({ ...frame, status: refused === null ? 200 : 422 }, [
    table({
      language,
      caption: title,
      columns: [words.number, words.aware, words.due, words.risk, words.people],
      rows,
      empty: words.empty[language],
    }),
    markup`<h2>${shellWords.deeds[language]}</h2>`,
    ...deedForms({ report }, { action: breachesPath, language, sent }),
  ])
}

/** A breach, whole, with what has to be done about it. */
export function breachPage(breach: WholeBreach, shown: Shown & { readonly draft: string | null }): Page {
  const { language, timeZone, policy, done, refused, sent, draft } = shown
  const title = `${shellWords.breach[language]} ${breach.id.slice(-8)}`
  const written = (text: string) => (text === '' ? '–' : markup`<p class="written">${text}</p>`)
  const here = `${breachesPath}/${breach.id}`
  const deeds: Deeds = {
    notified: { ...notified, fields: notified.fields.filter(({ name }) => name !== 'id') },
    ...(breach.peopleMustBeTold ? { letters: { ...letters, fields: [] } } : {}),
  }
  const back = { href: breachesPath, label: shellWords.breaches[language] }
  return adminPage({ language, here: 'breaches', title, back, done, refused, status: refused === null ? 200 : 422 }, [
    facts([
      [words.due[language], clock(breach, shown)],
      [words.risk[language], riskMark(breach, shown)],
      [words.aware[language], time(breach.awareAt, language, timeZone)],
      [
        words.span[language],
        markup`${time(breach.reached.from, language, timeZone)} · ${time(breach.reached.to, language, timeZone)}`,
      ],
      [words.people[language], breach.people],
      [words.kinds[language], breach.kinds.join(', ')],
      [
        words.categories[language],
        breach.categories.map((key) => policy.categories[key]?.title[language] ?? key).join(', ') ||
          words.none[language],
      ],
      [words.what[language], written(breach.what)],
      [words.consequences[language], written(breach.consequences)],
      [words.measures[language], written(breach.measures)],
      [words.told[language], toldIn(breach, shown)],
      breach.lettersAskedAt === null
        ? null
        : [words.letters[language], time(breach.lettersAskedAt, language, timeZone)],
    ]),
    breach.unreadable ? markup`<p>${words.unreadable[language]}</p>` : markup``,
    breach.peopleMustBeTold ? markup`<p>${mark('danger', words.mustTell[language])}</p>` : markup``,
    markup`<h2>${shellWords.deeds[language]}</h2>`,
    ...deedForms(deeds, { action: here, language, sent }),
    markup`<h2 id="draft">${words.drafts[language]}</h2><p class="hint">${words.draftHint[language]}</p>`,
    draft === null ? markup`` : markup`<pre>${draft}</pre>`,
    form({ action: `${here}/draft`, language, fields: draftFields, submit: words.write, sent: { language } }),
  ])
}

function clock({ dueAt, told, risk }: BreachSummary, { language, timeZone, now }: Shown): Markup {
  if (told.some(({ to }) => to === 'authority')) return mark('good', words.done[language])
  if (risk === 'none') return mark('calm', words.notNeeded[language])
  const left = Math.floor((new Date(dueAt).getTime() - now.getTime()) / hourMs)
  const late = left < 0
  const said = fill((late ? words.over : words.left)[language], { hours: late ? -left : left })
  return markup`${time(dueAt, language, timeZone)} ${mark(late ? 'danger' : 'attention', said)}`
}

function riskMark({ risk }: BreachSummary, { language }: Shown): Markup {
  if (risk === 'none') return mark('calm', words.riskNone[language])
  return risk === 'high' ? mark('danger', words.riskHigh[language]) : mark('attention', words.riskSome[language])
}

function toldIn({ told }: BreachSummary, { language, timeZone }: Shown): Markup | string {
  if (told.length === 0) return words.none[language]
  const choices = notified.fields.find(({ name }) => name === 'to')?.choices ?? []
  const nameOf = (to: string): string => choices.find(({ value }) => value === to)?.label[language] ?? to
  return markup`<ul>${told.map(({ to, phase, at }) => markup`<li>${nameOf(to)} (${phase}), ${time(at, language, timeZone)}</li>`)}</ul>`
}
