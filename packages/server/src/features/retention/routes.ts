import { readFileSync } from 'node:fs'
import type { Policy } from '@samtale/policy'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { createPages, type FooterLink, type Page } from '../pages/index.ts'
import { dayIn, endOfDay, monthsAfter } from './days.ts'
import { daysBetween, retentionPage, type RetentionPage } from './page.ts'
import type { Retention } from './retention.ts'
import type { Schedule } from './schedule.ts'
import { queryOf } from '../../platform/http/query.ts'

const here = { access: 'this-machine', reads: [], writes: [], errors: [] } as const

export const retentionRoutes = {
  'GET /retention': { ...here, answers: 'page' },
  'GET /retention.css': { ...here, answers: 'file' },
  'GET /retention-page.js': { ...here, answers: 'file' },
} as const satisfies RouteCatalogue

/** What the page loads. */
const retentionFiles = {
  '/retention.css': 'text/css; charset=utf-8',
  '/retention-page.js': 'text/javascript; charset=utf-8',
} as const

/** The page has one script, which is ours, and asks nobody else for anything. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** What is further away than this isn't looked at. */
const mostMonths = 132
/** The longest rules of most policies have a first end within. */
const firstLookMonths = 6
/** For so long a look is shown again, or for ten times as long as it took: whoever chooses day after day waits once. */
const freshForMs = 60_000

export interface RetentionRouteParts {
  readonly retention: Retention
  readonly policy: Pick<Policy, 'categories' | 'processings' | 'laws'>
  readonly footer: readonly FooterLink[]
  readonly clock: Pick<Clock, 'now'>
}

/** `GET /retention`: what goes by a day, for whoever runs the installation. Looking changes nothing. */
export function registerRetentionRoutes(server: FastifyInstance, parts: RetentionRouteParts): void {
  const pages = createPages({ footer: parts.footer })
  const view = createRetentionView(parts)
  serveRetentionFiles(server)
  server.get('/retention', async (request, reply) => {
    const page = await view(request, { language: pages.languageOf(request), action: '/retention' })
    return pages.send(request, reply.header('content-security-policy', pagePolicy), page)
  })
}

/** Serves what the page loads. */
export function serveRetentionFiles(server: FastifyInstance): void {
  for (const [path, type] of Object.entries(retentionFiles)) {
    const content = readFileSync(new URL(`.${path}`, import.meta.url), 'utf8')
    server.get(path, (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(content))
  }
}

/** What goes by the day that a request asks for, as a page or as a part of one. */
export function createRetentionView({ retention, policy, clock }: Omit<RetentionRouteParts, 'footer'>) {
  const look = remembered(retention, clock)
  return async (
    request: FastifyRequest,
    shown: Pick<RetentionPage, 'language' | 'action' | 'isPart'>,
  ): Promise<Page> => {
    const now = clock.now()
    const schedule = await look(now)
    const today = dayIn(retention.timeZone)(now)
    const last = lastDay(schedule, today, monthsAfter(now, 2 * firstLookMonths, retention.timeZone))
    const fallback = dayIn(retention.timeZone)(monthsAfter(now, firstLookMonths, retention.timeZone))
    const asked = askedDay(request, today)
    const wrong = asked !== null && (endOfDay(asked, retention.timeZone) === null || asked < today || asked > last)
    const at = asked === null || wrong ? fallback : asked
    return retentionPage({ ...shown, schedule, policy, today, at, last, wrong })
  }
}

/** A look for a while, and one at a time. */
function remembered(retention: Retention, clock: Pick<Clock, 'now'>): (now: Date) => Promise<Schedule> {
  let last: { until: number; readonly schedule: Promise<Schedule> } | null = null
  const look = async (now: Date): Promise<Schedule> => {
    try {
      const schedule = await retention.schedule(monthsAfter(now, mostMonths, retention.timeZone))
      const done = clock.now().getTime()
      if (last !== null) last.until = done + Math.max(freshForMs, 10 * (done - now.getTime()))
      return schedule
    } catch (error) {
      last = null
      throw error
    }
  }
  return (now) => {
    if (last === null || now.getTime() >= last.until) last = { until: Infinity, schedule: look(now) }
    return last.schedule
  }
}

/** The end of the month in which the last of it goes; a year from now, at least. */
function lastDay({ steps }: Schedule, today: string, atLeast: Date): string {
  const latest = [today, atLeast.toISOString().slice(0, 10), ...steps.map(({ day }) => day)].toSorted().at(-1) ?? today
  const [year = 0, month = 1] = latest.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The day of the form: dragged, where that was moved from what was shown; else written. Null where none was sent. */
function askedDay(request: FastifyRequest, today: string): string | null {
  const query = queryOf(request)
  const [at, days, was] = [query.get('at'), query.get('days'), query.get('was')]
  if (days !== null && was !== null && /^\d{1,5}$/.test(days) && endOfDay(was, 'UTC') !== null) {
    if (Number(days) !== daysBetween(today, was) && at === was)
      return new Date(Date.parse(today) + Number(days) * 86_400_000).toISOString().slice(0, 10)
  }
  return at
}
