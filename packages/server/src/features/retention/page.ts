import { localeOf, type Language, type Policy } from '@samtale/policy'
import { markup, type Markup, type Page } from '../pages/index.ts'
import { chart, monthsOf } from './chart.ts'
import { lineKey, previewAt, type Preview, type PreviewLine } from './preview.ts'
import type { Outcome, Rule, Schedule } from './schedule.ts'
import { endWords, outcomeWords, ruleWords, words } from './words.ts'

export interface RetentionPage {
  readonly schedule: Schedule
  readonly policy: Pick<Policy, 'categories' | 'processings' | 'laws'>
  readonly today: string
  /** The day that was chosen, and the last that can be. */
  readonly at: string
  readonly last: string
  readonly language: Language
  readonly wrong: boolean
  /** Where it is. */
  readonly action: string
  /** It stands in a page that has a heading. */
  readonly isPart?: boolean
}

/** What will be gone by a day, and the means to choose another. Everything that script changes is there without it. */
export function retentionPage(shown: RetentionPage): Page {
  const { schedule, at, last, today, language, wrong, action, isPart = false } = shown
  const preview = previewAt(schedule, at)
  // Every line that any day can show; script finds them by their place.
  const all = previewAt({ ...schedule, steps: schedule.steps.map((step) => ({ ...step, until: null })) }, last)
  const body = markup`<link rel="stylesheet" href="/retention.css"><script type="module" src="/retention-page.js"></script>
<article class="${isPart ? 'retention' : 'page retention'}" data-schedule="${dataOf(shown, all.lines)}">
${!isPart && markup`<h1>${words.title[language]}</h1>`}
<p class="lead">${words.lead[language]}</p>
${wrong && markup`<p class="summary" role="alert">${words.wrong[language]}</p>`}
<form class="day" method="get" action="${action}">
<input type="hidden" name="lang" value="${language}"><input type="hidden" name="was" value="${at}">
<label for="at">${words.until[language]}</label>
<input type="date" id="at" name="at" value="${at}" min="${today}" max="${last}">
<button type="submit">${words.show[language]}</button>
<input type="range" name="days" aria-label="${words.drag[language]}" min="0" max="${daysBetween(today, last)}" value="${daysBetween(today, at)}">
</form>
<figure><figcaption>${words.chart[language]}</figcaption>${chart(monthsOf(schedule, today, last), at, language)}</figure>
${totals(preview, schedule, language)}
<p class="nothing"${preview.lines.length > 0 && markup` hidden`}>${words.nothing[language]}</p>
${(['deleted', 'anonymous', 'restricted'] as const).flatMap((outcome) => outcomeSection(outcome, all.lines, preview, shown) ?? [])}
</article>`
  return { title: words.title[language], body, ...(wrong ? { status: 422 } : {}) }
}

function totals({ records, cells }: Preview, { looked }: Schedule, language: Language): Markup {
  const number = numbers(language)
  return markup`<dl class="totals" aria-live="polite">
<div><dt>${words.records[language]}</dt><dd><span id="records">${number(records)}</span> <small>${words.of[language].replace('{count}', number(looked))}</small></dd></div>
<div><dt>${words.cells[language]}</dt><dd><span id="cells">${number(cells)}</span></dd></div>
</dl>`
}

function outcomeSection(
  outcome: Outcome,
  all: readonly PreviewLine[],
  preview: Preview,
  shown: RetentionPage,
): Markup | null {
  const { language } = shown
  const lines = all.map((line, place) => ({ line, place })).filter(({ line }) => line.outcome === outcome)
  if (lines.length === 0) return null
  const none = !preview.lines.some((line) => line.outcome === outcome)
  const rows = lines.map(({ line, place }) => {
    const now = preview.lines.find((one) => lineKey(one) === lineKey(line))
    return row(line, now, place, shown)
  })
  return markup`<section class="${outcome}"${none && markup` hidden`}><h2>${outcomeWords[outcome][language]}</h2>
<table><thead><tr><th scope="col">${words.what[language]}</th><th scope="col">${words.rule[language]}</th><th scope="col" class="number">${words.recordsColumn[language]}</th><th scope="col" class="number">${words.cellsColumn[language]}</th><th scope="col">${words.when[language]}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`
}

function row(
  line: PreviewLine,
  now: PreviewLine | undefined,
  place: number,
  { policy, language }: RetentionPage,
): Markup {
  const number = numbers(language)
  const day = days(language)
  const title = policy.categories[line.category]?.title[language] ?? line.category
  const when = now === undefined ? '' : [...new Set([day(now.first), day(now.last)])].join(' – ')
  const label = (text: string) => markup` data-label="${text}"`
  return markup`<tr data-line="${place}"${now === undefined && markup` hidden`}><th scope="row">${title}</th><td>${ruleInWords(line.rule, policy, language)}</td>
<td class="number records"${label(words.recordsColumn[language])}>${number(now?.records ?? 0)}</td><td class="number cells"${label(words.cellsColumn[language])}>${number(now?.cells ?? 0)}</td><td class="when">${when}</td></tr>`
}

function ruleInWords(
  { kind, key, by }: Rule,
  { processings, laws = {} }: RetentionPage['policy'],
  language: Language,
): string {
  const end = endWords[by][language]
  if (kind === 'hold' || kind === 'undeclared') return `${ruleWords[kind][language]}: ${end}`
  const title = kind === 'minimum' ? laws[key ?? '']?.title : processings[key ?? '']?.title
  return `${title?.[language] ?? key ?? ''}: ${end}`
}

/** The schedule in short, for script: lines by their place, days by how far off they are. */
function dataOf({ schedule, today, language }: RetentionPage, all: readonly PreviewLine[]): string {
  const places = new Map(all.map((line, place) => [lineKey(line), place]))
  const off = (day: string) => daysBetween(today, day)
  const steps = schedule.steps.map((step) => [
    places.get(lineKey(step)),
    off(step.day),
    step.until === null ? null : off(step.until),
    step.records,
    step.cells,
  ])
  const first = [...schedule.firstLoss].map(([day, records]) => [off(day), records])
  return JSON.stringify({ today, locale: localeOf(language), steps, first })
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function numbers(language: Language): (count: number) => string {
  const format = new Intl.NumberFormat(localeOf(language))
  return (count) => format.format(count)
}

function days(language: Language): (day: string) => string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' })
  return (day) => format.format(new Date(day))
}
