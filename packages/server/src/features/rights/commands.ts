import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { Personal, reveal } from '../../platform/personal.ts'
import { faultOf, isAddress, tidyMessage, tidyName } from '../../platform/written.ts'
import type { OpenedCase, OpenedStep } from './case.ts'
import type { RightsDesk } from './desk.ts'
import { rightKinds } from './kinds.ts'
import { requestErrors, RequestRefused, type RequestErrorCode } from './request-errors.ts'
import type { Case } from './store.ts'
import { category, claimCategory } from './tables.ts'

/** What the commands work with; null while the policy in force takes no requests. */
export interface RightsContext {
  readonly rights: { readonly desk: RightsDesk } | null
}

const Named = z.strictObject({ reference: z.string() })
const Reasoned = Named.extend({ reason: z.string() })
const language = z.enum(['en', 'nb', 'sv'])
const day = z.iso.date().transform((date) => new Date(`${date}T12:00:00Z`))
const flag = z.union([z.boolean(), z.stringbool()]).default(false)
/** Articles that a request can be refused on. */
const ground = z.string().regex(/^(11-2|12-5|15-4|16|17-3-[a-e]|18-1|20-[34]|21-1|23-1)$/)
const keys = z
  .string()
  .transform((list) => list.split(',').map((key) => key.trim()))
  .pipe(z.array(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/)).min(1))

/** `samtale requests …`: what people ask for about their own data, and answers to it. */
export const rightsCommands = {
  'requests.list': command({
    arguments: z.strictObject({ late: flag, most: z.coerce.number().int().min(1).max(1_000).default(100) }),
    run: async ({ rights }: RightsContext, { late, most }) => {
      const rows = await awake(rights).desk.list(late, most)
      return { facts: { requests: rows.map(summary) } }
    },
  }),
  'requests.show': command({
    arguments: Named,
    run: async ({ rights }: RightsContext, { reference }) => {
      const { desk } = awake(rights)
      const opened = await doing(desk.show(reference))
      return { facts: { ...inFacts(opened), kept: await desk.keptOf(opened) } }
    },
  }),
  'requests.enter': command({
    arguments: z.strictObject({
      address: z.string().trim(),
      kind: z.enum(rightKinds),
      text: z.string().default(''),
      language: language.default('en'),
      received: day.nullable().default(null),
    }),
    run: async ({ rights }: RightsContext, { address, kind, text, language: to, received }) => {
      if (!isAddress(address)) throw refused('request.address-invalid')
      const wish = text.trim() === '' ? null : new Personal(claimCategory, checked(text))
      const claim = { kind, address: new Personal(claimCategory, address), wish, language: to }
      await doing(awake(rights).desk.enter(received === null ? claim : { ...claim, receivedAt: received }))
      return { facts: { state: 'asked-for-proof' } }
    },
  }),
  'requests.answer': command({
    arguments: Named.extend({ text: z.string() }),
    run: async ({ rights }: RightsContext, { reference, text }) => {
      await doing(awake(rights).desk.answer(reference, reason(text)))
      return { facts: { reference, state: 'answered' } }
    },
  }),
  'requests.correct': command({
    arguments: Named.extend({
      name: z.string().optional(),
      language: language.optional(),
      address: z.string().trim().optional(),
    }),
    run: async ({ rights }: RightsContext, { reference, name, language: to, address }) => {
      if (name === undefined && to === undefined && address === undefined) throw refused('request.nothing-to-correct')
      if (address !== undefined && (name !== undefined || to !== undefined)) throw refused('request.address-alone')
      if (address !== undefined && !isAddress(address)) throw refused('request.address-invalid')
      const correction = {
        ...(name === undefined ? {} : { name: tidyName(name) }),
        ...(to === undefined ? {} : { language: to }),
        ...(address === undefined ? {} : { address }),
      }
      return { facts: { reference, state: await doing(awake(rights).desk.correct(reference, correction)) } }
    },
  }),
  'requests.decide': command({
    arguments: Reasoned.extend({ outcome: z.enum(['upheld', 'overridden']) }),
    run: async ({ rights }: RightsContext, { reference, outcome, reason: why }) => {
      await doing(awake(rights).desk.decide(reference, outcome, reason(why)))
      return { facts: { reference, state: outcome } }
    },
  }),
  'requests.extend': command({
    arguments: Reasoned,
    run: async ({ rights }: RightsContext, { reference, reason: why }) => {
      const due = await doing(awake(rights).desk.extend(reference, reason(why)))
      return { facts: { reference, due: due.toISOString() } }
    },
  }),
  'requests.refuse': command({
    arguments: Reasoned.extend({ ground, categories: keys, until: day.nullable().default(null) }),
    run: async ({ rights }: RightsContext, { reference, reason: why, ...grounds }) => {
      await doing(awake(rights).desk.refuse(reference, { ...grounds, reason: reason(why) }))
      return { facts: { reference, state: 'refused' } }
    },
  }),
  'requests.told': command({
    arguments: Named.extend({ recipient: z.string() }),
    run: async ({ rights }: RightsContext, { reference, recipient }) => {
      const left = await doing(awake(rights).desk.told(reference, recipient))
      return { facts: { reference, left } }
    },
  }),
  'requests.lift': command({
    arguments: Named.extend({ reason: z.string().nullable().default(null) }),
    run: async ({ rights }: RightsContext, { reference, reason: why }) => {
      const state = await doing(awake(rights).desk.lift(reference, why === null ? null : reason(why)))
      return { facts: { reference, state } }
    },
  }),
} as const satisfies Commands<RightsContext>

async function doing<Result>(done: Promise<Result>): Promise<Result> {
  try {
    return await done
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    throw refused(error.code)
  }
}

function refused(code: RequestErrorCode): CommandRefused {
  const { means, nextStep } = requestErrors[code]
  return new CommandRefused(code, `${means} ${nextStep}`)
}

function awake(rights: RightsContext['rights']): NonNullable<RightsContext['rights']> {
  if (rights === null) throw refused('request.asleep')
  return rights
}

function checked(text: string): string {
  const tidy = tidyMessage(text)
  const fault = faultOf(tidy)
  if (fault !== null) throw refused(`request.text-${fault}`)
  return tidy
}

function reason(text: string): Personal<string> {
  return new Personal(category, checked(text))
}

function summary({ number, kind, scope, state, language: to, received_at, due_at, carried_at }: Case): object {
  return {
    reference: number,
    kind,
    scope,
    state: state === 'open' && carried_at === null ? 'being-done' : state,
    language: to,
    received: received_at.toISOString(),
    due: due_at.toISOString(),
  }
}

// The one place where requests are read in plain: by whoever answers them.
function inFacts({ request, address, wish, newAddress, steps, told }: OpenedCase): object {
  return {
    ...summary(request),
    proved: request.proved_at.toISOString(),
    address: reveal(address),
    text: wish === null ? null : reveal(wish),
    newAddress: newAddress === null ? null : reveal(newAddress),
    steps: steps.map(stepFacts),
    recipients: told.map(({ recipient, told_at }) => ({ recipient, told: told_at?.toISOString() ?? null })),
  }
}

function stepFacts({ step, at, about, until_at, text }: OpenedStep): object {
  return {
    step,
    at: at.toISOString(),
    about,
    until: until_at?.toISOString() ?? null,
    text: text === null ? null : reveal(text),
  }
}
