import { addDuration } from '@samtale/policy/time'
import { localeOf, type Language } from '@samtale/policy'
import type { Personal } from '../../platform/personal.ts'
import { timeZoneOf } from './due.ts'
import type { RightsOptions } from './options.ts'
import { caseStore, stepStore, toldStore, type Case, type Step, type Told } from './store.ts'
import { category } from './tables.ts'

/** A request, opened. */
export interface OpenedCase {
  readonly request: Case
  readonly subject: string
  readonly address: Personal<string>
  readonly wish: Personal<string> | null
  readonly newAddress: Personal<string> | null
  readonly steps: readonly OpenedStep[]
  readonly told: readonly Told[]
}

export interface OpenedStep extends Omit<Step, 'text'> {
  readonly text: Personal<string> | null
}

/** A request with what was done about it; null where there is none. @throws SealError */
export async function openCase({ database, seals }: RightsOptions, record: string): Promise<OpenedCase | null> {
  const store = caseStore(database)
  const request = await store.get(record)
  if (request === undefined || request.address === null) return null
  const subject = await store.subjectOf(record)
  const steps = await stepStore(database).stepsOf(record)
  const told = await toldStore(database).of(record)
  const opener = await seals.forOpening([record], [category])
  const opened = (table: string, column: string, value: Case['address']) =>
    value === null ? null : opener.open({ table, column, record, category }, value)
  const address = opened('rights_request', 'address', request.address)
  if (subject === null || address === null) return null
  return {
    request,
    subject,
    address,
    wish: opened('rights_request', 'wish', request.wish),
    newAddress: opened('rights_request', 'new_address', request.new_address),
    steps: steps.map((step) => ({ ...step, text: opened('rights_step', 'text', step.text) })),
    told,
  }
}

export const casePurpose = 'rights.case'

/** The page of a request, for whoever gets its mail: it opens for as long as the request is kept. */
export function caseToken({ policy, tokens, clock }: RightsOptions, record: string): string {
  const until = Object.values(policy.processings)
    .filter((one) => one.categories.includes(category))
    .map(({ retention }) => addDuration(clock.now(), retention.cap.atMost, timeZoneOf(policy)).getTime())
  return tokens.sign(casePurpose, [record], new Date(Math.max(...until)))
}

export function caseLink(
  options: RightsOptions,
  { record_id, language }: Pick<Case, 'record_id' | 'language'>,
): string {
  const token = caseToken(options, record_id)
  return new URL(`/rights/case?t=${token}&lang=${language}`, options.publicUrl).href
}

/** A day as people write it; the day of a time's end is the one before midnight. */
export function dayInWords({ policy }: Pick<RightsOptions, 'policy'>, at: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeZone: timeZoneOf(policy),
  })
  return format.format(new Date(at.getTime() - 1))
}

/** The id in a link of one purpose; null where it is another's, changed, or has lapsed. */
export function recordOf({ tokens, clock }: RightsOptions, purpose: string, token: string): string | null {
  const [record, ...more] = tokens.read(purpose, token, clock.now()) ?? []
  return record === undefined || more.length > 0 ? null : record
}
