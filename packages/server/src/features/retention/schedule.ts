import { setImmediate } from 'node:timers/promises'
import {
  explainFate,
  timeline,
  type EndedGround,
  type Fate,
  type Ground,
  type GroundPolicy,
} from '@samtale/policy/grounds'
import { dayIn } from './days.ts'
import type { Look } from '../records/index.ts'

/** What ends, or what is left, and so decides: a processing, a law, a hold, or that the policy says nothing of it. */
export interface Rule {
  readonly kind: Ground['kind']
  /** Of the processing or law; null for others. */
  readonly key: string | null
  /** How it ended; `keeps`, where it is what is left. */
  readonly by: EndedGround['by'] | 'keeps'
}

export type Outcome = 'deleted' | 'anonymous' | 'restricted'

/** What becomes of cells of one category, in records of one kind, by one rule, on one day. */
export interface Step {
  readonly outcome: Outcome
  readonly kind: string
  readonly category: string
  readonly rule: Rule
  /** In the policy's time zone, as in `2027-01-31`. */
  readonly day: string
  /** When what is restricted then goes; null where that isn't known, and for what goes. */
  readonly until: string | null
  readonly records: number
  readonly cells: number
}

export interface Schedule {
  /** In no order. */
  readonly steps: readonly Step[]
  /** How many records lose something for the first time, by the day. */
  readonly firstLoss: ReadonlyMap<string, number>
  /** How many records were looked at. */
  readonly looked: number
}

export interface ScheduleOptions {
  readonly policy: GroundPolicy
  /** All records, a page at a time, with what is kept of each category. */
  pages(): AsyncIterable<readonly { readonly look: Look; readonly cells: ReadonlyMap<string, number> }[]>
}

/** Records between two looks at what else there is to do: some milliseconds. */
const atOnce = 10

/**
 * What becomes of everything from now on until an instant, if nothing new happens: mails that have to come first are taken
 * to be sent. Records are looked at a page at a time; what stays of each is a number in a step.
 */
export async function scheduleOf({ policy, pages }: ScheduleOptions, now: Date, until: Date): Promise<Schedule> {
  const steps = new Map<string, { -readonly [Key in keyof Step]: Step[Key] }>()
  const firstLoss = new Map<string, number>()
  const dayOf = dayIn(policy.edition?.timeZone ?? 'Europe/Oslo')
  let looked = 0
  for await (const page of pages()) {
    for (const { look, cells } of page) {
      looked += 1
      // Calls go on meanwhile, on the same thread.
      if (looked % atOnce === 0) await setImmediate()
      const found = stepsOf(policy, look, now, until, dayOf)
      for (const step of found) {
        const key = JSON.stringify(step)
        const sum = steps.get(key) ?? { ...step, records: 0, cells: 0 }
        sum.records += 1
        sum.cells += cells.get(step.category) ?? 0
        steps.set(key, sum)
      }
      const first = found.flatMap(({ outcome, day }) => (outcome === 'restricted' ? [] : day)).toSorted()[0]
      if (first !== undefined) firstLoss.set(first, (firstLoss.get(first) ?? 0) + 1)
    }
  }
  return { steps: [...steps.values()], firstLoss, looked }
}

type Found = Omit<Step, 'records' | 'cells'>

function stepsOf(policy: GroundPolicy, look: Look, now: Date, until: Date, dayOf: (at: Date) => string): Found[] {
  const { record, facts } = look
  const entries = timeline(policy, facts, now, until)
  return facts.categories.flatMap((category): Found[] => {
    if (Object.hasOwn(facts.gone, category)) return []
    const course = entries.flatMap(({ at, fates }) =>
      fates.filter((fate) => fate.category === category).map((fate) => ({ at, fate })),
    )
    const gone = course.find(({ fate }) => fate.state === 'gone')
    const before = course[0]?.fate.state === 'in-use'
    const restricted = before ? course.find(({ fate }) => fate.state === 'restricted') : undefined
    const common = { kind: record.kind, category }
    const goneDay = gone === undefined ? null : dayOf(gone.at)
    return [
      ...(restricted === undefined
        ? []
        : [
            {
              ...common,
              outcome: 'restricted' as const,
              rule: keeping(restricted.fate),
              day: dayOf(restricted.at),
              until: goneDay,
            },
          ]),
      ...(gone === undefined || goneDay === null
        ? []
        : [{ ...common, outcome: outcomeOf(gone.fate), rule: ending(gone.fate), day: goneDay, until: null }]),
    ]
  })
}

function outcomeOf({ outcome }: Fate): Outcome {
  return outcome === 'delete' ? 'deleted' : 'anonymous'
}

function ending(fate: Fate): Rule {
  const [last] = explainFate(fate).because
  if (last === undefined) return { kind: 'undeclared', key: null, by: 'erased' }
  return { kind: last.kind, key: keyOf(last), by: last.by }
}

function keeping({ grounds }: Fate): Rule {
  const [left] = grounds
  return left === undefined
    ? { kind: 'undeclared', key: null, by: 'keeps' }
    : { kind: left.kind, key: keyOf(left), by: 'keeps' }
}

function keyOf(ground: Ground | EndedGround): string | null {
  if (ground.kind === 'processing') return ground.processing
  return ground.kind === 'minimum' ? ground.law : null
}
