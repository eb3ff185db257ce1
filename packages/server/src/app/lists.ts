import type { Policy } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import type { ConsentRegister } from '../features/consent/index.ts'
import {
  createListSender,
  createSignUps,
  registerListRoutes,
  type List,
  type ListRecords,
} from '../features/lists/index.ts'
import type { Pages } from '../features/pages/index.ts'
import { lookupCategory, type Fact, type Records } from '../features/records/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { AddressPace } from '../platform/http/address-pace.ts'
import { reveal } from '../platform/personal.ts'
import type { Seals } from '../platform/seals/seals.ts'
import type { Work } from './work.ts'

/** What the lists are made of here. */
export interface ListParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'mailer' | 'tokens' | 'records'>
  readonly register: ConsentRegister
  readonly publicUrl: URL
  readonly clock: Clock
}

/** The lists over the records, the register of answers and the mail of this installation. */
export function openLists({ work, register, publicUrl, clock }: ListParts) {
  const { database, seals, mailer, tokens, records } = work
  const options = { database, seals, mailer, tokens, publicUrl, clock, records: listRecords(records, seals, register) }
  const signUps = createSignUps(options)
  return { signUps, sendToList: createListSender(options, signUps) }
}

/** Registers the pages of the lists; those that the policy has nothing to say of answer 404. */
export function registerLists(
  server: FastifyInstance,
  parts: { pages: Pages; signUps: ReturnType<typeof openLists>['signUps']; policy: Policy; pace: AddressPace },
): void {
  registerListRoutes(server, { ...parts, isAwake: (list) => isAwake(list, parts.policy) })
}

/** Whether a policy has a list: somebody may be asked for it, and something may be done with the answer. */
export function isAwake(
  { key }: List,
  { processings, consents = {} }: Pick<Policy, 'processings' | 'consents'>,
): boolean {
  const covered = Object.values(processings).some(
    ({ basis, categories }) => basis.article === '6-1-a' && basis.consent === key && categories.includes(key),
  )
  return covered && Object.hasOwn(consents, key)
}

function listRecords(
  { subjects, facts, apply }: Records,
  seals: Pick<Seals, 'index'>,
  register: ConsentRegister,
): ListRecords {
  const ofAddress = (address: Parameters<typeof reveal<string>>[0]) => seals.index(lookupCategory, reveal(address))
  return {
    open: (transaction, { id, kind, address, at }) =>
      subjects.open(transaction, { id, kind, addressIndex: ofAddress(address), at }),
    agreed: async (transaction, { record, consent, question, at, language, address }) => {
      await subjects.open(transaction, { id: consent, kind: 'consent', addressIndex: ofAddress(address), at })
      await register.add(transaction, {
        record: consent,
        question,
        state: 'ConsentGiven',
        at,
        language,
        method: 'double-opt-in',
      })
      await facts.note(transaction, [
        { kind: 'consent', record, consent: question, given: true, at },
        { kind: 'consent', record: consent, consent: question, given: true, at },
        { kind: 'event', record, event: 'confirmed', at },
      ])
    },
    withdrew: async (transaction, { record, consent, question, at, language }) => {
      if (consent !== record)
        await register.add(transaction, {
          record: consent,
          question,
          state: 'ConsentWithdrawn',
          at,
          language,
          method: 'unsubscribe-link',
        })
      await facts.note(transaction, [
        { kind: 'consent', record, consent: question, given: false, at },
        { kind: 'event', record, event: 'consent-withdrawn', at },
        ...(consent === record ? [] : tookBack(consent, question, at)),
      ])
    },
    served: (transaction, record, at) =>
      facts.note(transaction, [{ kind: 'consent', record, consent: 'waiting-list', given: false, at }]),
    recompute: apply.records,
  }
}

function tookBack(record: string, question: string, at: Date): Fact[] {
  return [
    { kind: 'consent', record, consent: question, given: false, at },
    { kind: 'event', record, event: 'consent-withdrawn', at },
  ]
}
