import { Readable } from 'node:stream'
import { addDuration } from '@samtale/policy/time'
import { reveal, type Personal } from '../../platform/personal.ts'
import type { Log } from '../../platform/log.ts'
import { casePurpose, caseToken, openCase, recordOf, type OpenedCase } from './case.ts'
import { createCarryOut } from './carry-out.ts'
import { createClaims, type NewClaim, type OpenedClaim } from './claims.ts'
import { liveConsents, withdraw, type LiveConsent } from './consents.ts'
import { createRightsDesk } from './desk.ts'
import { timeZoneOf } from './due.ts'
import { createEscalate } from './jobs.ts'
import type { Scope } from './kinds.ts'
import { readNewAddress, takeNewAddress } from './new-address.ts'
import type { RightsOptions } from './options.ts'
import { caseList } from './store.ts'
import { category } from './tables.ts'

/** A request as its page shows it. */
export interface CaseView {
  readonly opened: OpenedCase
  /** What can still be taken back; null where that isn't what was asked for. */
  readonly consents: readonly LiveConsent[] | null
  /** By what the file is fetched, and until when; null where there is none, or no longer. */
  readonly fetch: { readonly token: string; readonly until: Date } | null
  /** When the request itself goes; null while that isn't known. */
  readonly keptUntil: Date | null
}

export type Rights = ReturnType<typeof createRights>

const fetchPurpose = 'rights.fetch'

/** Requests of people about what is kept of them (GDPR ch. III): asked for, proved, done, told. */
export function createRights(options: RightsOptions, log: Pick<Log, 'warn'>) {
  const claims = createClaims(options)
  const carryOut = createCarryOut(options)
  const caseOf = async (token: string): Promise<OpenedCase | null> => {
    const record = recordOf(options, casePurpose, token)
    return record === null ? null : openCase(options, record)
  }
  return {
    ask: (claim: NewClaim): Promise<void> => claims.ask(claim),
    readClaim: (token: string): Promise<OpenedClaim | null> => claims.read(token),

    /** Takes the proof of an address and does at once what needs nobody. Gives the token of the request's page. */
    prove: async (token: string, scope: Scope | null): Promise<{ token: string } | 'gone' | 'scope-missing'> => {
      const proved = await claims.prove(token, scope)
      if (proved === 'scope-missing') return proved
      if (typeof proved === 'string') return 'gone'
      // What fails here the job tries again, and tells in the log.
      await carryOut(proved.record).catch(() => {})
      return { token: caseToken(options, proved.record) }
    },

    view: async (token: string): Promise<CaseView | null> => {
      const opened = await caseOf(token)
      return opened === null ? null : viewOf(options, opened)
    },

    /** The file of what is kept, as it is made; null where the link lapsed. */
    fetch: async (token: string): Promise<{ zip: Readable; name: string } | null> => {
      const record = recordOf(options, fetchPurpose, token)
      const opened = record === null ? null : await openCase(options, record)
      if (opened === null) return null
      const { kind, language, number } = opened.request
      const what = kind === 'portability' ? 'portable' : 'everything'
      const parts = options.exports.pack(opened.subject, { language, what, at: options.clock.now() })
      return { zip: Readable.from(parts, { objectMode: false }), name: `samtale-${number}.zip` }
    },

    /** What an erasure came to, signed. */
    certificate: async (token: string): Promise<{ text: Personal<string>; name: string } | null> => {
      const opened = await caseOf(token)
      const text = opened?.steps.findLast(({ step }) => step === 'certificate')?.text ?? null
      return opened === null || text === null ? null : { text, name: `samtale-${opened.request.number}.json` }
    },

    withdraw: (token: string, consent: string): Promise<boolean> => withdraw(options, token, consent),

    readNewAddress: async (token: string): Promise<string | null> => {
      const opened = await readNewAddress(options, token)
      return opened === null || opened.newAddress === null ? null : reveal(opened.newAddress)
    },
    takeNewAddress: (token: string): Promise<boolean> => takeNewAddress(options, token),

    desk: createRightsDesk(options, claims.ask),
    carryOut,
    escalate: createEscalate(options, log),
    /** Whether a request should have been answered by now. */
    anyLate: (): Promise<boolean> => caseList(options.database).late(options.clock.now()),
  }
}

async function viewOf(options: RightsOptions, opened: OpenedCase): Promise<CaseView> {
  const { request, subject, steps } = opened
  const ready = steps.findLast(({ step }) => step === 'ready')?.until_at ?? null
  const canFetch = ready !== null && options.clock.now() < ready
  return {
    opened,
    consents: request.kind === 'withdrawal' ? await liveConsents(options, subject) : null,
    fetch: canFetch ? { token: options.tokens.sign(fetchPurpose, [request.record_id], ready), until: ready } : null,
    keptUntil: keptUntil(options, request.closed_at),
  }
}

function keptUntil({ policy }: RightsOptions, closedAt: Date | null): Date | null {
  const kept = Object.values(policy.processings).find((one) => one.categories.includes(category))
  if (closedAt === null || kept === undefined) return null
  return addDuration(closedAt, kept.retention.keep, timeZoneOf(policy))
}
