import type { Language } from '@samtale/policy'
import type { NewReport } from '@samtale/protocol'
import { newId } from '../../platform/ids.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import { newReference, readReference } from '../../platform/reference.ts'
import { isAddress, tidyMessage, tidyName } from '../../platform/written.ts'
import type { ReportOptions } from './options.ts'
import { reportStore, type Decision, type Report, type ReportSummary } from './store.ts'
import { aboutCategory, category, reportRecord, type Outcome, type ReportState } from './tables.ts'
import { outcomeWords } from './words.ts'

export type Reports = ReturnType<typeof createReports>

/** A report, opened: by whoever decides about it, and nobody else. */
export interface OpenedReport {
  readonly report: Report
  readonly room: Personal<string> | null
  readonly message: Personal<string> | null
  readonly address: Personal<string> | null
  readonly about: Personal<string> | null
  readonly chat: readonly Personal<string>[]
  readonly decisions: readonly OpenedDecision[]
}

export interface OpenedDecision extends Omit<Decision, 'reason'> {
  readonly reason: Personal<string> | null
}

/** Event from which a report's time counts. */
const decided = 'report-decided'

/** Reports of what breaks the rules: taken from anybody, decided by an operator, with a reason. */
export function createReports(options: ReportOptions) {
  const store = reportStore(options.database)
  const open = async (reference: string): Promise<OpenedReport | null> => {
    const number = readReference(reference)
    const report = number === null ? undefined : await store.find(number)
    return report === undefined ? null : openReport(options, report)
  }
  return {
    /** Keeps a report and tells whoever runs the installation that it came. Gives its reference. */
    take: (report: NewReport, language: Language): Promise<string> => take(options, report, language),

    list: (state: ReportState, page: { skip: number; most: number }): Promise<ReportSummary[]> =>
      store.list(state, page),
    count: (state: ReportState): Promise<number> => store.count(state),

    /** One by its reference; null where there is none. */
    open,

    /** Decides, also again, and tells the reporter, where they left an address. False where it is gone. */
    decide: async (
      reference: string,
      decision: { readonly outcome: Outcome; readonly reason: Personal<string>; readonly by: string },
    ): Promise<boolean> => {
      const opened = await open(reference)
      return opened !== null && decide(options, opened, decision)
    },
  }
}

async function take(options: ReportOptions, report: NewReport, language: Language): Promise<string> {
  const { database, records, mailer, clock } = options
  const at = clock.now()
  const record = newId(at)
  const number = newReference()
  const contact = (report.contact ?? '').trim()
  const address = isAddress(contact) ? new Personal(category, contact) : null
  const row = await sealReport(options, record, { ...report, contact: address === null ? '' : contact })
  const notice = await noticeOf(options, record, number)
  await database.transaction(async (transaction) => {
    await records.open(transaction, { id: record, kind: reportRecord, address, at })
    await reportStore(transaction).add({ ...row, record_id: record, number, language, received_at: at })
    if (notice !== null) await mailer.queue(transaction, notice)
  })
  return number
}

async function sealReport({ seals }: ReportOptions, record: string, report: NewReport) {
  const sealer = await seals.forSealing([record], [category, aboutCategory])
  const own = (column: 'room' | 'message' | 'address', text: string) =>
    text === '' ? null : sealer.seal({ table: 'report', column, record, category }, text)
  const others = (column: 'about' | 'chat', text: string) =>
    text === '' ? null : sealer.seal({ table: 'report', column, record, category: aboutCategory }, text)
  const chat = (report.chat ?? []).map(tidyMessage).filter((one) => one !== '')
  return {
    place: report.where,
    reason: report.reason,
    state: 'open' as const,
    room: own('room', tidyName(report.room)),
    message: own('message', tidyMessage(report.message ?? '')),
    address: own('address', report.contact ?? ''),
    about: others('about', tidyName(report.about ?? '')),
    chat: others('chat', chat.length === 0 ? '' : JSON.stringify(chat)),
    decided_at: null,
  }
}

/** Word to whoever decides: with the reference, and nothing of what it says. */
async function noticeOf({ mailer, policy, publicUrl }: ReportOptions, record: string, reference: string) {
  const to = policy.controller?.email ?? null
  if (to === null) return null
  const language = policy.edition?.languages[0] ?? 'en'
  const link = new URL(`/admin/reports/${reference}`, publicUrl).href
  const mail = { kind: 'report.notice', record, to: new Personal(category, to), language } as const
  return mailer.prepare({ ...mail, values: { reference, link } })
}

async function openReport({ database, seals }: ReportOptions, report: Report): Promise<OpenedReport> {
  const record = report.record_id
  const opener = await seals.forOpening([record], [category, aboutCategory])
  const own = (column: 'room' | 'message' | 'address') => {
    const value = report[column]
    return value === null ? null : opener.open({ table: 'report', column, record, category }, value)
  }
  const others = (column: 'about' | 'chat') => {
    const value = report[column]
    return value === null ? null : opener.open({ table: 'report', column, record, category: aboutCategory }, value)
  }
  const chat = others('chat')
  const decisions = await reportStore(database).decisionsOf(record)
  const place = { table: 'report_decision', column: 'reason', record, category: aboutCategory } as const
  return {
    report,
    room: own('room'),
    message: own('message'),
    address: own('address'),
    about: others('about'),
    chat: chat === null ? [] : messagesIn(reveal(chat)),
    decisions: decisions.map((one) => ({ ...one, reason: one.reason && opener.open(place, one.reason) })),
  }
}

function messagesIn(json: string): Personal<string>[] {
  const parsed: unknown = JSON.parse(json)
  const texts = Array.isArray(parsed) ? parsed.filter((one): one is string => typeof one === 'string') : []
  return texts.map((text) => new Personal(aboutCategory, text))
}

async function decide(
  options: ReportOptions,
  { report, address }: OpenedReport,
  { outcome, reason, by }: { outcome: Outcome; reason: Personal<string>; by: string },
): Promise<boolean> {
  const { database, seals, mailer, records, clock, policy } = options
  const { record_id: record, number, language } = report
  const at = clock.now()
  const id = newId(at)
  const sealer = await seals.forSealing([record], [aboutCategory])
  const place = { table: 'report_decision', column: 'reason', record, category: aboutCategory } as const
  const replyTo = policy.controller?.email
  const mail =
    address === null
      ? null
      : await mailer.prepare({
          ...{ kind: 'report.decided', record, occasion: id, to: address, language },
          values: { reference: number, outcome: outcomeWords[outcome][language], reason },
          ...(replyTo === undefined ? {} : { replyTo }),
        })
  return database.transaction(async (transaction) => {
    const row = { id, record_id: record, at, outcome, reason: sealer.seal(place, reveal(reason)), decided_by: by }
    if (!(await reportStore(transaction).decide(row))) return false
    await records.note(transaction, record, decided, at)
    if (mail !== null) await mailer.queue(transaction, mail)
    return true
  })
}
