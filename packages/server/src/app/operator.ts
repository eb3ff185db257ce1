import type { Language, Policy } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../platform/config/config.ts'
import {
  createFirstRunLink,
  registerOperatorRoutes,
  type FirstRunAccounts,
  type OperatorDesk,
  type OperatorParts,
} from '../features/operator/index.ts'
import type { Organisations } from '../features/organisations/index.ts'
import type { Pages } from '../features/pages/index.ts'
import { nameController, readControllerFields } from '../features/privacy/index.ts'
import type { Reports } from '../features/reports/index.ts'
import type { Retention } from '../features/retention/index.ts'
import type { Rooms } from '../features/rooms/index.ts'
import type { Suspensions } from '../features/suspension/index.ts'
import { createStaffReads, isAwake as writesReads } from '../features/staff-reads/index.ts'
import type { Clock } from '../platform/clock.ts'
import { createAddressPace } from '../platform/http/address-pace.ts'
import { Personal, reveal } from '../platform/personal.ts'
import type { openAccounts } from './accounts.ts'
import { closingParts } from './closing.ts'
import { commands, type CommandContext } from './commands.ts'
import { examineMachine } from './examine.ts'
import type { openErasure } from './erasure.ts'
import type { openAudit } from './organisations.ts'
import type { Work } from './work.ts'

type Accounts = NonNullable<ReturnType<typeof openAccounts>>

/** What a server that runs can tell and do, beside what it keeps. */
export interface Running {
  calls(): readonly { readonly room: string; readonly people: number; readonly since: Date }[]
  /** Starts anew, once nobody is in a call. */
  startAnew(): void
}

/** A server in which nobody calls, and which nobody starts anew. */
export const atRest: Running = { calls: () => [], startAnew: () => {} }

export interface OperatorOptions {
  readonly work: Pick<Work, 'database' | 'seals' | 'records' | 'mailer' | 'mailQueue'>
  readonly config: Pick<Config, 'controllerFile' | 'publicUrl'>
  readonly policy: Policy
  readonly pages: Pages
  readonly accounts: Accounts | null
  readonly audit: ReturnType<typeof openAudit>
  readonly reports: Reports | null
  readonly retention: Retention
  readonly suspensions: Suspensions | null
  readonly organisations: Organisations | null
  readonly rooms: Pick<Rooms, 'suspend' | 'rulesOf' | 'open' | 'page' | 'countsOf' | 'refresh'> | null
  readonly recordDesk: ReturnType<typeof openErasure>['recordDesk']
  readonly clock: Clock
  /** What commands work with. */
  context(): CommandContext
}

/** Tries of the first run from one network address: ten at once, then one in ten seconds. */
const firstRunPace = { burst: 10, perSecond: 0.1 }

/** Who runs the installation, and their pages. */
export function openOperator(options: OperatorOptions) {
  const { accounts, clock, pages, config, policy } = options
  const desk = accounts === null ? null : operatorDesk(accounts, new URL('/sign-in', config.publicUrl))
  const link = createFirstRunLink(async () => ((await accounts?.roles.operators()) ?? []).length > 0, clock)
  return {
    desk,
    /** Where the first operator comes in, for an hour; null where there is one, or the policy has no accounts. */
    firstRunAt: async (): Promise<URL | null> => {
      const secret = accounts === null ? null : await link.invite()
      return secret === null ? null : new URL(`/first-run?k=${secret}`, config.publicUrl)
    },
    register: (server: FastifyInstance, running: Running): void => {
      const firstRun = accounts && {
        ...{ pages, link, pace: createAddressPace(firstRunPace, clock), readController: readControllerFields },
        accounts: firstRunAccounts(accounts),
        hasController: () => policy.controller !== null,
        nameController: async (controller: NonNullable<Policy['controller']>) => {
          await nameController(config.controllerFile, controller)
          running.startAnew()
        },
      }
      registerOperatorRoutes(server, { operator: operatorParts(options, running), firstRun })
    },
  }
}

function firstRunAccounts({ signIn, roles }: Accounts): FirstRunAccounts {
  return {
    sendCode: async (address, network, language) => {
      const identity = signIn.read(address)
      return identity?.kind === 'address' ? signIn.sendCode(identity, network, language) : null
    },
    signIn: async (address, code, language) => {
      const identity = signIn.read(address)
      if (identity === null) return null
      const outcome = await signIn.byCode(identity, { code, link: '', language })
      return outcome.as === 'in' ? outcome.cookies : null
    },
    makeOperator: async (address, language) => {
      await roles.makeOperator(new Personal('account', address), language)
    },
  }
}

function operatorDesk({ roles, peopleOf, factor, passkeys }: Accounts, signInAt: URL): OperatorDesk {
  const all = async () => {
    const people = await peopleOf(await roles.operators())
    return [...people.values()].map(({ account, email }) => ({ account, address: reveal(email).toLowerCase() }))
  }
  const canSignIn = async (account: string) =>
    (await factor.isSetUp(account)) || (await passkeys.ofAccount(account)).length > 0
  // One at a time: two who remove each other would leave nobody.
  let turn: Promise<unknown> = Promise.resolve()
  return {
    signInAt,
    make: async (address: string, language: Language) => {
      await roles.makeOperator(new Personal('account', address), language)
    },
    all: async () =>
      Promise.all(
        (await all()).map(async ({ account, address }) => ({ address, canSignIn: await canSignIn(account) })),
      ),
    remove: (address) => {
      const removal = turn.then(async () => {
        const operators = await all()
        const found = operators.find((one) => one.address === address)
        if (found === undefined) return 'unknown'
        if (operators.length === 1) return 'last'
        await roles.give(found.account, 'member')
        return 'removed'
      })
      turn = removal.catch(() => {})
      return removal
    },
  }
}

function operatorParts(options: OperatorOptions, running: Running): OperatorParts {
  const { work, policy, pages, accounts, audit, reports, recordDesk, clock, context } = options
  const { database, seals, records } = work
  const reads = writesReads(policy) ? createStaffReads({ database, seals, records, clock }) : null
  return {
    ...{ pages, policy, clock },
    timeZone: policy.edition?.timeZone ?? 'Europe/Oslo',
    ask: (command, asked) => {
      const found = Object.entries(commands).find(([name]) => name === command)?.[1]
      if (found === undefined) throw new TypeError(`There is no command ${command}.`)
      return found.run(context(), asked)
    },
    audit: {
      write: async (act) => audit?.write(act),
      list: async (page) => (await audit?.list({ organisation: null }, page)) ?? { all: 0, acts: [] },
    },
    noteRead: onceAnHour(clock, async (read) => reads?.note({ ...read, role: 'operator' })),
    namesOf: async (ids) => {
      const people = (await accounts?.peopleOf(ids)) ?? new Map()
      return new Map([...people].map(([id, { name, email }]) => [id, reveal(name) || reveal(email)]))
    },
    reports,
    retention: options.retention,
    closing: closingParts(options),
    examine: sharedFor(20_000, clock, examineMachine),
    calls: running.calls,
    overview: {
      openReports: async () => (await reports?.count('open')) ?? null,
      appeals: async () => (await options.suspensions?.appealsWaiting()) ?? null,
      failedMail: async () => (await work.mailQueue.counts()).failed,
      waitingMail: async () => (await work.mailQueue.counts()).waiting,
      overdueHolds: () => recordDesk.holdsDue(),
      calls: () => {
        const calls = running.calls()
        return { rooms: calls.length, people: calls.reduce((sum, { people }) => sum + people, 0) }
      },
    },
  }
}

/** Whoever asks within some milliseconds gets what was found: a look at the machine starts a process of its own. */
function sharedFor<Found>(
  milliseconds: number,
  clock: Pick<Clock, 'monotonic'>,
  look: () => Promise<Found>,
): () => Promise<Found> {
  let last: { readonly at: number; readonly found: Promise<Found> } | null = null
  return () => {
    const now = clock.monotonic()
    if (last === null || now - last.at > milliseconds) last = { at: now, found: look() }
    return last.found
  }
}

/** The same look by the same person for the same reason is one, however often a page is loaded in an hour. */
function onceAnHour(clock: Pick<Clock, 'now'>, note: OperatorParts['noteRead']): OperatorParts['noteRead'] {
  const noted = new Map<string, number>()
  return async (read) => {
    const now = clock.now().getTime()
    const key = JSON.stringify([read.record, read.by, read.why])
    for (const [other, until] of noted) if (until <= now) noted.delete(other)
    if (noted.has(key)) return
    await note(read)
    noted.set(key, now + 3_600_000)
  }
}
