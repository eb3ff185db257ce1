import { Personal, reveal } from '../../platform/personal.ts'
import { keepAnswer, prepareStep } from './answer.ts'
import { categoriesOf } from './carry-out.ts'
import type { OpenedCase } from './case.ts'
import type { NewClaim } from './claims.ts'
import { decide, extend, lift, refuse } from './decisions.ts'
import { proveNewAddress } from './new-address.ts'
import type { Correction, RightsOptions } from './options.ts'
import { answered, close, findCase, fulfil, putRight } from './settle.ts'
import { RequestRefused } from './request-errors.ts'
import { caseList, toldStore, type Case } from './store.ts'
import { category } from './tables.ts'

/** A record of a person, without what it holds. */
export interface Kept {
  readonly record: string
  readonly kind: string
  readonly state: 'in-use' | 'restricted'
  readonly categories: readonly string[]
}

export type RightsDesk = ReturnType<typeof createRightsDesk>

/**
 * What whoever answers requests can do. Everything that the person has to know is mailed in the same transaction.
 * All but `list` and `enter` throw RequestRefused.
 */
export function createRightsDesk(options: RightsOptions, ask: (claim: NewClaim) => Promise<void>) {
  const { database, clock } = options
  return {
    /** Takes up a request that came by letter or by word of mouth: its address is proved in the same way. */
    enter: async (claim: NewClaim): Promise<void> => {
      if (claim.receivedAt !== undefined && claim.receivedAt > clock.now()) throw new RequestRefused('request.day')
      await ask(claim)
    },
    /** Those not answered first, in the order in which they fall due; or only those that are late. */
    list: (late: boolean, most: number): Promise<Case[]> => caseList(database).list(late ? clock.now() : null, most),
    show: (reference: string): Promise<OpenedCase> => findCase(options, reference),
    /** Everything that is kept about whoever asked, by kinds and categories: the list to go through. */
    keptOf: async ({ subject }: OpenedCase): Promise<readonly Kept[]> => {
      const looks = await options.records.look.ofSubject(subject, clock.now())
      return looks.map(({ record: { id, kind, state }, fates }) => ({
        record: id,
        kind,
        state,
        categories: fates.filter((fate) => fate.state !== 'gone').map(({ category: held }) => held),
      }))
    },
    extend: bound(options, extend),
    refuse: bound(options, refuse),
    decide: bound(options, decide),
    lift: bound(options, lift),
    answer: bound(options, answerInWords),
    correct: bound(options, correct),
    told: bound(options, told),
  }
}

function bound<Asked extends unknown[], Result>(
  options: RightsOptions,
  action: (options: RightsOptions, ...asked: Asked) => Promise<Result>,
): (...asked: Asked) => Promise<Result> {
  return (...asked) => action(options, ...asked)
}

/** Answers in words what no command does; those who got the data are told. */
async function answerInWords(options: RightsOptions, reference: string, reason: Personal<string>): Promise<void> {
  const { records, clock } = options
  const opened = await findCase(options, reference, ['open'])
  if (opened.request.kind === 'objection' && opened.request.carried_at !== null)
    throw new RequestRefused('request.decide')
  const categories = categoriesOf(await records.look.ofSubject(opened.subject, clock.now()))
  await fulfil(options, opened, answered('answered', reveal(reason)), categories)
}

/** Puts right name or language; a new address only once it is proved. Gives what waits for that. */
async function correct(
  options: RightsOptions,
  reference: string,
  correction: Correction,
): Promise<'corrected' | 'waits-for-proof'> {
  const opened = await findCase(options, reference, ['open'])
  if (opened.request.kind !== 'rectification') throw new RequestRefused('request.not-rectification')
  if (correction.address !== undefined) {
    await proveNewAddress(options, opened, new Personal(category, correction.address))
    return 'waits-for-proof'
  }
  await putRight(options, opened, correction)
  return 'corrected'
}

/** Notes that a recipient was told (GDPR art. 19); the last one closes the request. Gives who is left. */
async function told(options: RightsOptions, reference: string, recipient: string): Promise<readonly string[]> {
  const { database, clock } = options
  const opened = await findCase(options, reference, ['open', 'telling'])
  const { request } = opened
  const at = clock.now()
  const step = await prepareStep(options, request.record_id, { step: 'told', about: [recipient], text: null })
  return database.transaction(async (transaction) => {
    const store = toldStore(transaction)
    if (!(await store.told(request.record_id, recipient, at))) throw new RequestRefused('request.recipient-unknown')
    await keepAnswer(options, transaction, step)
    const left = (await store.of(request.record_id)).filter(({ told_at }) => told_at === null)
    if (left.length === 0) await close(options, transaction, request, ['telling'], 'fulfilled')
    return left.map((one) => one.recipient)
  })
}
