import type { Viewed } from '../../../browser/use-view.ts'
import type { Bench } from '../judge/judge.ts'
import type { Judge } from '../judge/judge-in-worker.ts'
import type { Judgement } from '../judge/judgement.ts'

/** How far the check of what is written has come. The last judgement stays in sight while the next is made. */
export interface LiveView {
  readonly state: 'empty' | 'judging' | 'judged' | 'gave-up' | 'no-system'
  readonly judgement: Judgement | null
}

/** Judges a text while it is written: never two at once, and after a pause always the latest. */
export interface LiveCheck extends Viewed<LiveView> {
  write(text: string): void
  close(): void
}

export interface LiveCheckOptions {
  readonly judge: Judge
  /** What texts are judged beside. @throws Error where the server doesn't say */
  bench(): Promise<Bench>
  /** How long nothing is written before it is judged. */
  readonly pauseMs: number
}

const nothing: LiveView = { state: 'empty', judgement: null }

export function createLiveCheck({ judge, bench, pauseMs }: LiveCheckOptions): LiveCheck {
  let view = nothing
  let latest = ''
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const show = (next: LiveView): void => {
    view = next
    for (const listener of listeners) listener()
  }

  const run = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    const text = latest
    const next = text.trim() === '' ? nothing : await outcome(text)
    isBusy = false
    if (latest === text) show(next)
    else void run()
  }
  const outcome = async (text: string): Promise<LiveView> => {
    try {
      const judgement = await judge.judge(text, await bench())
      return judgement === null ? { state: 'gave-up', judgement: null } : { state: 'judged', judgement }
    } catch {
      return { state: 'no-system', judgement: null }
    }
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write: (text) => {
      latest = text
      clearTimeout(timer)
      show({ ...view, state: 'judging' })
      timer = setTimeout(() => void run(), pauseMs)
    },
    close: () => {
      clearTimeout(timer)
      judge.close()
    },
  }
}
