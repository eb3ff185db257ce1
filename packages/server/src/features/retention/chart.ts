import type { Language } from '@samtale/policy'
import { markup, type Markup } from '../pages/index.ts'
import type { Outcome, Schedule } from './schedule.ts'

/** What goes in a month, such as `2027-01`. */
export interface Month {
  readonly month: string
  readonly counts: Readonly<Record<Outcome, number>>
}

const [width, height, foot] = [960, 180, 24]
const outcomes = ['deleted', 'anonymous', 'restricted'] as const

/** Every month from one day to another, with what becomes of how many records in it. */
export function monthsOf({ steps }: Pick<Schedule, 'steps'>, from: string, to: string): Month[] {
  const counts = new Map<string, Record<Outcome, number>>()
  for (const { day, outcome, records } of steps) {
    const month = day.slice(0, 7)
    const sums = counts.get(month) ?? { deleted: 0, anonymous: 0, restricted: 0 }
    sums[outcome] += records
    counts.set(month, sums)
  }
  const months: Month[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = next(month))
    months.push({ month, counts: counts.get(month) ?? { deleted: 0, anonymous: 0, restricted: 0 } })
  return months
}

/** Bars, a month each, those after the chosen day pale. The tables below say the same in words. */
export function chart(months: readonly Month[], at: string, language: Language): Markup {
  const most = Math.max(1, ...months.map(({ counts }) => counts.deleted + counts.anonymous + counts.restricted))
  const step = width / Math.max(1, months.length)
  const bars = months.map(({ month, counts }, place) => {
    const later = month > at.slice(0, 7)
    return markup`<g data-month="${month}"${later && markup` class="later"`}>${stack(counts, most, place * step, step)}</g>`
  })
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height + foot}" role="img" aria-hidden="true" data-language="${language}">
<line class="ground" x1="0" x2="${width}" y1="${height}" y2="${height}"/>${bars}${marks(months, step)}</svg>`
}

/** One on the other; what is there at all, can be seen. */
function stack(counts: Month['counts'], most: number, left: number, step: number): Markup[] {
  const gap = Math.min(3, step / 5)
  let top = height
  return outcomes.flatMap((outcome) => {
    if (counts[outcome] === 0) return []
    const tall = Math.max(3, (counts[outcome] / most) * (height - 8))
    top -= tall
    return [
      markup`<rect class="${outcome}" x="${round(left + gap / 2)}" y="${round(top)}" width="${round(step - gap)}" height="${round(tall)}" rx="${round(Math.min(3, step / 4))}"/>`,
    ]
  })
}

/** Room that a year takes, where it is written largest. */
const markWidth = 100

/** The first month and every January, as far apart as they can be read; a January rather than the first month. */
function marks(months: readonly Month[], step: number): Markup[] {
  const januaries = months.flatMap(({ month }, place) => (month.endsWith('-01') ? [{ month, x: place * step }] : []))
  const every = Math.max(1, Math.ceil(markWidth / (12 * step)))
  const kept = januaries.filter((_, index) => index % every === 0)
  const [first] = months
  const begin = first === undefined || (kept[0]?.x ?? markWidth) < markWidth ? [] : [{ month: first.month, x: 0 }]
  return [...begin, ...kept].map(
    ({ month, x }) => markup`<text x="${round(x)}" y="${height + foot - 6}">${month.slice(0, 4)}</text>`,
  )
}

function next(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100
}
