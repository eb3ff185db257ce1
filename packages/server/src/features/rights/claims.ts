import type { Language } from '@samtale/policy'
import { newId } from '../../platform/ids.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import { lookupCategory } from '../records/index.ts'
import { prepareStep } from './answer.ts'
import { recordOf } from './case.ts'
import { dueOf } from './due.ts'
import { scopesOf, type RightKind, type Scope } from './kinds.ts'
import type { RightsOptions } from './options.ts'
import { newReference } from '../../platform/reference.ts'
import { caseChanges, caseStore, claimStore, stepStore, type Case, type Claim } from './store.ts'
import { category, claimCategory, claimRecord, requestRecord } from './tables.ts'
import { rightWords } from './words.ts'

/** What the form gives. */
export interface NewClaim {
  readonly kind: RightKind
  readonly address: Personal<string>
  readonly wish: Personal<string> | null
  readonly language: Language
  /** When it came, where it didn't come by the form just now. */
  readonly receivedAt?: Date
}

export interface OpenedClaim {
  readonly claim: Claim
  readonly address: Personal<string>
  readonly wish: Personal<string> | null
}

/** `used`: the link has done its work; `gone`: it lapsed or was never ours. */
export type Proved = { readonly record: string } | 'used' | 'gone' | 'scope-missing'

const [minute, hour] = [60_000, 3_600_000]
/** The link is good for as long as an unconfirmed request is kept. */
const proveWithin = 48 * hour
/** Mails to an address that nobody has confirmed, in an hour: nobody's mailbox is filled. */
const mostMails = 5

/** Requests before whoever made them has shown that the address is theirs: nothing is done and nothing is told before. */
export function createClaims(options: RightsOptions) {
  return {
    /** Keeps a request and asks its address for a proof. Whoever asks hears the same whatever is known of the address. */
    ask: (claim: NewClaim): Promise<void> => ask(options, claim),

    /** What a link would confirm; opening it changes nothing (RFC 9110 §9.2.1). */
    read: async (token: string): Promise<OpenedClaim | null> => {
      const record = recordOf(options, 'rights.prove', token)
      const claim = record === null ? undefined : await claimStore(options.database).get(record)
      return claim === undefined || claim.proved_at !== null ? null : openClaim(options, claim)
    },

    /** Takes the proof, once, and makes a case of the request; or joins it to the same that is open. */
    prove: async (token: string, scope: Scope | null): Promise<Proved> => {
      const record = recordOf(options, 'rights.prove', token)
      const claim = record === null ? undefined : await claimStore(options.database).get(record)
      if (claim === undefined) return 'gone'
      if (claim.proved_at !== null) return 'used'
      const scopes = scopesOf(claim.kind)
      if (scopes.length > 0 && (scope === null || !scopes.includes(scope))) return 'scope-missing'
      const opened = await openClaim(options, claim)
      return opened === null ? 'gone' : prove(options, opened, scopes.length > 0 ? scope : null)
    },
  }
}

async function ask(options: RightsOptions, { kind, address, wish, language, receivedAt }: NewClaim): Promise<void> {
  const { database, seals, records, mailer, tokens, publicUrl, clock } = options
  const at = clock.now()
  const index = seals.index(claimCategory, reveal(address))
  const before = await claimStore(database).since(index, new Date(at.getTime() - hour))
  const again = before.some((one) => one.kind === kind && at.getTime() - one.asked_at.getTime() < minute)
  if (again || before.length >= mostMails) return
  const record = newId(at)
  const sealer = await seals.forSealing([record], [claimCategory])
  const seal = (column: 'address' | 'wish', value: Personal<string>) =>
    sealer.seal({ table: 'rights_claim', column, record, category: claimCategory }, reveal(value))
  const token = tokens.sign('rights.prove', [record], new Date(at.getTime() + proveWithin))
  const mail = await mailer.prepare({
    kind: 'rights.confirm',
    record,
    to: address,
    language,
    values: {
      right: rightWords[kind].name[language],
      link: new URL(`/rights/confirm?t=${token}&lang=${language}`, publicUrl).href,
    },
  })
  const row = {
    record_id: record,
    kind,
    language,
    address: seal('address', address),
    address_index: index,
    wish: wish === null ? null : seal('wish', wish),
    received_at: receivedAt ?? at,
    asked_at: at,
    proved_at: null,
  }
  await database.transaction(async (transaction) => {
    const addressIndex = seals.index(lookupCategory, reveal(address))
    await records.subjects.open(transaction, { id: record, kind: claimRecord, addressIndex, at })
    await claimStore(transaction).add(row)
    await mailer.queue(transaction, mail)
  })
}

async function openClaim({ seals }: RightsOptions, claim: Claim): Promise<OpenedClaim | null> {
  if (claim.address === null) return null
  const record = claim.record_id
  const opener = await seals.forOpening([record], [claimCategory])
  const open = (column: 'address' | 'wish', value: NonNullable<Claim['address']>) =>
    opener.open({ table: 'rights_claim', column, record, category: claimCategory }, value)
  return {
    claim,
    address: open('address', claim.address),
    wish: claim.wish === null ? null : open('wish', claim.wish),
  }
}

/** What another one did meanwhile, so that this has to look again. */
class Overtaken extends Error {}

async function prove(options: RightsOptions, opened: OpenedClaim, scope: Scope | null): Promise<Proved> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const index = options.seals.index(category, reveal(opened.address))
      const known = await caseStore(options.database).open(index, opened.claim.kind)
      const proved = await (known === undefined ? begin(options, opened, scope) : join(options, opened, known))
      await options.records.apply.records([opened.claim.record_id])
      return proved
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === 3) throw error
    }
  }
}

async function begin(
  { database, seals, records, jobs, policy, clock }: RightsOptions,
  { claim, address, wish }: OpenedClaim,
  scope: Scope | null,
): Promise<Proved> {
  const at = clock.now()
  const record = newId(at)
  const sealer = await seals.forSealing([record], [category])
  const seal = (column: 'address' | 'wish', value: Personal<string>) =>
    sealer.seal({ table: 'rights_request', column, record, category }, reveal(value))
  const row = {
    record_id: record,
    number: newReference(),
    kind: claim.kind,
    scope,
    language: claim.language,
    state: 'open',
    address: seal('address', address),
    address_index: seals.index(category, reveal(address)),
    wish: wish === null ? null : seal('wish', wish),
    new_address: null,
    received_at: claim.received_at,
    proved_at: at,
    due_at: dueOf(policy, claim.received_at).end,
    extended_at: null,
    carried_at: null,
    closed_at: null,
    restriction_id: null,
    hold_id: null,
  } as const
  return database.transaction(async (transaction) => {
    if (!(await claimStore(transaction).prove(claim.record_id, at))) return 'used'
    const addressIndex = seals.index(lookupCategory, reveal(address))
    await records.subjects.open(transaction, { id: record, kind: requestRecord, addressIndex, at })
    if (!(await caseStore(transaction).add(row))) throw new Overtaken()
    // Should the server stop before it is done, or fail at it, this takes it up.
    await jobs.enqueue(transaction, 'rights.carry-out', record, new Date(at.getTime() + minute / 2))
    await records.facts.note(transaction, [{ kind: 'event', record: claim.record_id, event: 'confirmed', at }])
    return { record }
  })
}

async function join(options: RightsOptions, { claim, wish }: OpenedClaim, known: Case): Promise<Proved> {
  const { database, records, clock } = options
  const at = clock.now()
  const text = wish === null ? null : reveal(wish)
  const step = await prepareStep(options, known.record_id, { step: 'asked-again', text })
  return database.transaction(async (transaction) => {
    if (!(await claimStore(transaction).prove(claim.record_id, at))) return 'used'
    if (!(await caseChanges(transaction).change(known.record_id, ['open', 'telling'], { kind: known.kind })))
      throw new Overtaken()
    await stepStore(transaction).addStep(step.row)
    await records.facts.note(transaction, [{ kind: 'event', record: claim.record_id, event: 'confirmed', at }])
    return { record: known.record_id }
  })
}
