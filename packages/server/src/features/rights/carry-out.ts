import type { Fact } from '../records/index.ts'
import { answers } from './answer-words.ts'
import { keepAnswer, prepareAnswer, prepareNotice, prepareStep, type Answer, type PreparedAnswer } from './answer.ts'
import { dayInWords, openCase, type OpenedCase } from './case.ts'
import type { RightKind } from './kinds.ts'
import { marketingLists } from './marketing.ts'
import { objectable, objectionFacts } from './objections.ts'
import type { RightsOptions, Transaction } from './options.ts'
import { recipientsOf, withRecipients } from './recipients.ts'
import { caseChanges, caseList, toldStore, type Case } from './store.ts'
import { claimRecord, requestRecord } from './tables.ts'
import { fill } from './words.ts'

const day = 86_400_000
/** How long what was asked for can be fetched. */
export const fetchWithin = 7 * day

/** What is done by itself about a request, ready to be kept. */
interface Done {
  readonly answer: Answer
  /** Whether that answers it; else a person does. */
  readonly answered: boolean
  readonly steps?: readonly PreparedAnswer[]
  /** Categories that were changed: who got them is told. */
  readonly changed?: readonly string[]
  readonly set?: Partial<Case>
  /** What else is written, and what happened by it. */
  readonly also?: (transaction: Transaction) => Promise<{ facts?: readonly Fact[]; set?: Partial<Case> }>
  /** Records to look at again. */
  readonly touched?: readonly string[]
}

type Carry = (options: RightsOptions, opened: OpenedCase, at: Date) => Promise<Done>

const carriers: Readonly<Record<RightKind, Carry>> = {
  access: makeReady,
  portability: makeReady,
  rectification: async (options, opened) => handOver(options, opened),
  erasure,
  restriction,
  objection,
  withdrawal: async (_options, { request }) => {
    const text = answers.consents[request.language]
    return { answer: { step: 'consents', text, once: true }, answered: true }
  },
}

/**
 * Does what can be done without anybody deciding, once, as soon as the address is proved, and tells the person. Cut short
 * anywhere, it is done again by the job, and each of its steps may be.
 */
export function createCarryOut(options: RightsOptions) {
  return async (record: string): Promise<void> => {
    const opened = await openCase(options, record)
    if (opened === null || opened.request.state !== 'open' || opened.request.carried_at !== null) return
    const at = options.clock.now()
    const done = await carriers[opened.request.kind](options, opened, at)
    await keep(options, opened, done, at)
    await options.records.apply.records([record, ...(done.touched ?? [])])
  }
}

async function keep(options: RightsOptions, opened: OpenedCase, done: Done, at: Date): Promise<void> {
  const { database, policy, records, mailer } = options
  const { request } = opened
  const record = request.record_id
  // An attempt that was cut short may have found more than is left to find.
  const before = opened.told.map(({ recipient }) => recipient)
  const recipients = [...new Set([...before, ...recipientsOf(policy, done.changed ?? [])])]
  const answer = await prepareAnswer(options, opened, withRecipients(options, request, done.answer, recipients))
  const notice = done.answered && recipients.length === 0 ? null : await prepareNotice(options, request, record)
  const closes = done.answered && recipients.length === 0
  const state = !done.answered ? 'open' : closes ? 'fulfilled' : 'telling'
  await database.transaction(async (transaction) => {
    const store = caseChanges(transaction)
    const set = { ...done.set, state, carried_at: at, closed_at: closes ? at : null } as const
    if (!(await store.carry(record, set))) return
    await toldStore(transaction).add(record, recipients)
    await keepAnswer(options, transaction, answer)
    for (const step of done.steps ?? []) await keepAnswer(options, transaction, step)
    if (notice !== null) await mailer.queue(transaction, notice)
    const also = (await done.also?.(transaction)) ?? {}
    if (also.set !== undefined) await store.change(record, [state], also.set)
    const decided: Fact[] = closes ? [{ kind: 'event', record, event: 'decided', at }] : []
    await records.facts.note(transaction, [...decided, ...(also.facts ?? [])])
  })
}

async function makeReady(options: RightsOptions, { request }: OpenedCase, at: Date): Promise<Done> {
  const until = new Date(at.getTime() + fetchWithin)
  const text = fill(answers.ready, request.language, { until: dayInWords(options, until, request.language) })
  return { answer: { step: 'ready', until, text, once: true }, answered: true }
}

function handOver(options: RightsOptions, { request }: OpenedCase): Done {
  const due = dayInWords(options, request.due_at, request.language)
  const text = fill(answers.received, request.language, { due })
  return { answer: { step: 'received', text, once: true }, answered: false }
}

async function erasure(options: RightsOptions, opened: OpenedCase, at: Date): Promise<Done> {
  const { records, erasures } = options
  const { request, subject } = opened
  // Before anything goes: afterwards nobody knows who got it.
  const changed = categoriesOf(await records.look.ofSubject(subject, at))
  await options.database.transaction(async (transaction) => {
    await toldStore(transaction).add(request.record_id, recipientsOf(options.policy, changed))
    // The certificate says how long the request itself stays.
    await records.facts.note(transaction, [{ kind: 'event', record: request.record_id, event: 'decided', at }])
  })
  const { language, record_id } = request
  const except = request.address_index === null ? [] : await caseList(options.database).openOf(request.address_index)
  const erased = await erasures.erase(subject, { language, at: request.received_at, except })
  const certificate = await prepareStep(options, record_id, { step: 'certificate', text: erased.certificate })
  return {
    answer: { step: 'erased', text: erased.inWords, once: true },
    answered: true,
    steps: [certificate],
    changed,
  }
}

async function restriction(options: RightsOptions, opened: OpenedCase, at: Date): Promise<Done> {
  const { records } = options
  const { request, subject } = opened
  const ground = request.scope
  if (ground === null || ground === 'marketing' || ground === 'all') throw new TypeError('A restriction has a ground.')
  const looks = await records.look.ofSubject(subject, at)
  const theirs = looks.filter(({ record }) => !ownRecords.includes(record.kind))
  const changed = categoriesOf(looks)
  const held = theirs.filter(({ fates }) => fates.every(({ state }) => state !== 'gone'))
  return {
    answer: { step: 'restricted', about: [ground], text: answers.restricted[request.language], once: true },
    answered: true,
    changed,
    touched: looks.map(({ record }) => record.id),
    also: async (transaction) => {
      const restriction_id = await records.facts.restrict(transaction, subject, ground)
      // What the person wants kept would go by itself; a hold has somebody look at it again within a year.
      const keeps = (ground === '18-1-b' || ground === '18-1-c') && held.length > 0
      const hold_id = keeps
        ? await records.facts.hold(transaction, {
            records: held.map(({ record }) => record.id),
            categories: categoriesOf(held),
            ground,
            owner: 'privacy',
            reviewBy: new Date(at.getTime() + 365 * day),
          })
        : null
      return { set: { restriction_id, hold_id } }
    },
  }
}

const ownRecords: readonly string[] = [requestRecord, claimRecord]

async function objection(options: RightsOptions, opened: OpenedCase, at: Date): Promise<Done> {
  const { policy, records, mailer } = options
  const { request, subject, address } = opened
  const { language } = request
  const objected = objectable(policy, await records.look.ofSubject(subject, at), request.scope ?? 'all')
  const weighed = [...new Set(objected.filter(({ marketing }) => !marketing).map((one) => one.purpose))]
  const what = weighed.map((key) => policy.purposes[key]?.title[language] ?? key).join(', ')
  const due = dayInWords(options, request.due_at, language)
  const waits = weighed.length > 0
  const text = waits ? fill(answers.suspended, language, { what, due }) : answers.objected[language]
  return {
    answer: { step: waits ? 'suspended' : 'objected', about: weighed, text, once: true },
    answered: !waits,
    touched: [...new Set(objected.map(({ record }) => record))],
    also: async (transaction) => {
      for (const list of marketingLists(policy)) await mailer.refuse(transaction, address, list)
      return { facts: objectionFacts(objected, at) }
    },
  }
}

/** What is kept of a person beside their requests, by category. */
export function categoriesOf(
  looks: readonly {
    readonly record: { readonly kind: string }
    readonly fates: readonly { readonly category: string; readonly state: string }[]
  }[],
): string[] {
  const theirs = looks.filter(({ record }) => !ownRecords.includes(record.kind))
  const held = theirs.flatMap(({ fates }) => fates.filter(({ state }) => state !== 'gone'))
  return [...new Set(held.map(({ category }) => category))].toSorted()
}
