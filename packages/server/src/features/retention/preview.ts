import type { Outcome, Rule, Schedule, Step } from './schedule.ts'

/** What will have become of what by a day: of one category, in records of one kind, by one rule. */
export interface PreviewLine {
  readonly outcome: Outcome
  readonly kind: string
  readonly category: string
  readonly rule: Rule
  readonly records: number
  readonly cells: number
  readonly first: string
  readonly last: string
}

export interface Preview {
  /** Records that will have lost something by then. */
  readonly records: number
  /** Cells that will be gone by then. */
  readonly cells: number
  readonly lines: readonly PreviewLine[]
}

/** What a schedule comes to by the end of a day. */
export function previewAt({ steps, firstLoss }: Schedule, day: string): Preview {
  const counted = steps.filter((step) => countsAt(step, day))
  const lines = [...Map.groupBy(counted, lineKey).values()].flatMap(lineOf).toSorted(inOrder)
  const gone = lines.filter(({ outcome }) => outcome !== 'restricted')
  return {
    records: sum([...firstLoss].filter(([first]) => first <= day).map(([, records]) => records)),
    cells: sum(gone.map(({ cells }) => cells)),
    lines,
  }
}

/** What is restricted counts until it goes. */
function countsAt({ day: at, until }: Step, day: string): boolean {
  return at <= day && (until === null || until > day)
}

/** What lines of a preview are told apart by. */
export function lineKey({
  outcome,
  kind,
  category,
  rule,
}: Pick<Step, 'outcome' | 'kind' | 'category' | 'rule'>): string {
  return JSON.stringify([outcome, category, kind, rule.kind, rule.key, rule.by])
}

function lineOf(steps: readonly Step[]): PreviewLine[] {
  const [step] = steps
  if (step === undefined) return []
  const { outcome, kind, category, rule } = step
  const dates = steps.map(({ day }) => day).toSorted()
  return [
    {
      outcome,
      kind,
      category,
      rule,
      records: sum(steps.map(({ records }) => records)),
      cells: sum(steps.map(({ cells }) => cells)),
      first: dates[0] ?? '',
      last: dates.at(-1) ?? '',
    },
  ]
}

const outcomes: readonly Outcome[] = ['deleted', 'anonymous', 'restricted']

function inOrder(one: PreviewLine, other: PreviewLine): number {
  const byOutcome = outcomes.indexOf(one.outcome) - outcomes.indexOf(other.outcome)
  return byOutcome === 0 ? lineKey(one).localeCompare(lineKey(other)) : byOutcome
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
