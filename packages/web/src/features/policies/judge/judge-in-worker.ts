import type { FromJudge, ToJudge } from './judge-messages.ts'
import type { Bench } from './judge.ts'
import type { Judgement } from './judgement.ts'

/** Judges one text after the other, off the page's thread. */
export interface Judge {
  /** Fetches the compiler, so that judging asks nobody for anything. */
  open(): void
  /** Null where the compiler gave up, or took longer than `mostMs`. */
  judge(text: string, bench: Bench): Promise<Judgement | null>
  close(): void
}

const mostMs = 30_000

interface Asked extends ToJudge {
  resolve(judgement: Judgement | null): void
}

export function createJudge(): Judge {
  let worker: Worker | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let count = 0
  let current: Asked | null = null
  const waiting: Asked[] = []

  const next = (): void => {
    if (current !== null) return
    clearTimeout(timer)
    current = waiting.shift() ?? null
    if (current === null) return
    const { resolve: _resolve, ...message } = current
    worker ??= start()
    worker.postMessage(message)
    timer = setTimeout(() => finish(null, 'stop'), mostMs)
  }
  const stop = (): void => {
    worker?.terminate()
    worker = null
  }
  const finish = (judgement: Judgement | null, then: 'keep' | 'stop'): void => {
    if (then === 'stop') stop()
    const asked = current
    current = null
    asked?.resolve(judgement)
    next()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module', name: 'judge' })
    started.addEventListener('message', ({ data }: MessageEvent<FromJudge>) => {
      if (data.number === current?.number) finish('judgement' in data ? data.judgement : null, 'keep')
    })
    started.addEventListener('error', () => finish(null, 'stop'))
    return started
  }

  return {
    open: () => {
      worker ??= start()
    },
    judge: (text, bench) =>
      new Promise((resolve) => {
        waiting.push({ number: (count += 1), text, bench, resolve })
        next()
      }),
    close: () => {
      for (const { resolve } of waiting.splice(0)) resolve(null)
      finish(null, 'stop')
    },
  }
}
