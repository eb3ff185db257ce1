import type { Questions } from './questions.ts'

/** What somebody chose, as their browser keeps it: the number of their record and the questions they said yes to. */
export interface Choice {
  readonly recordId: string
  readonly edition: string
  readonly yes: readonly string[]
  /** Chosen while the browser said “don't track me”: then the choice counts, and the signal was heard before. */
  readonly despiteSignal: boolean
}

/** Of the format below. */
const version = '1'

/** The choice as the value of the cookie `samtale.consent`. */
export function writeChoice({ recordId, edition, yes, despiteSignal }: Choice): string {
  return [version, recordId, edition, despiteSignal ? 's' : '-', yes.join('+')].join('.')
}

/** The choice in a cookie's value; null where there is none that can be read. */
export function readChoice(value: string | undefined): Choice | null {
  const [found, recordId, edition, signal, ...keys] = (value ?? '').split('.')
  if (found !== version || recordId === undefined || edition === undefined || !/^[\w-]{8,64}$/.test(recordId))
    return null
  // A question's key may have dots of its own.
  const yes = keys.join('.').split('+').filter(Boolean)
  return { recordId, edition, yes, despiteSignal: signal === 's' }
}

/** What a choice lets in now: nothing once the questions have become others, or the browser has said no since. */
export function grantedBy(choice: Choice | null, questions: Questions, signal: boolean): ReadonlySet<string> {
  if (choice === null || choice.edition !== questions.edition) return new Set()
  const heard = signal && !choice.despiteSignal
  return new Set(
    questions.all.filter(({ key, tracks }) => choice.yes.includes(key) && !(heard && tracks)).map(({ key }) => key),
  )
}

/** Whether the questions are to be put: nobody is asked twice, and a browser's own “no” is an answer to all that track. */
export function isToAsk(choice: Choice | null, questions: Questions, signal: boolean): boolean {
  const open = questions.all.filter(({ tracks }) => !(signal && tracks))
  return open.length > 0 && choice?.edition !== questions.edition
}
