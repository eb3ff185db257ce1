import type { Declarations } from '@samtale/policy'
import type { Viewed } from '../../../browser/use-view.ts'
import { createJudge } from '../judge/judge-in-worker.ts'
import { fetchList, fetchPolicy, fetchSystem } from './from-server.ts'
import { emptyLibrary, isWanted, nextLibrary, type LibraryEvent, type LibraryView } from './library-state.ts'

/** The policies of the server, each judged once a visit. */
export interface Library extends Viewed<LibraryView> {
  /** Asks for the list where there is none. */
  open(): void
  /** Asks for a policy and judges it, unless that is done or under way. */
  want(key: string): void
  /** A policy's text. @throws Error where the server doesn't give it */
  textOf(key: string): Promise<string>
  /** What the server's code declares. @throws Error as above */
  system(): Promise<Declarations>
}

export function createLibrary(): Library {
  let view = emptyLibrary
  let systemAsked: Promise<Declarations> | null = null
  const judge = createJudge()
  const listeners = new Set<() => void>()
  const happened = (event: LibraryEvent): void => {
    view = nextLibrary(view, event)
    for (const listener of listeners) listener()
  }

  const system = (): Promise<Declarations> => {
    systemAsked ??= fetchSystem().catch((error: unknown) => {
      systemAsked = null
      throw error
    })
    return systemAsked
  }
  const textOf = async (key: string): Promise<string> => {
    const reading = view.readings.get(key)
    return reading?.state === 'judged' ? reading.text : fetchPolicy(key)
  }
  const read = async (key: string): Promise<void> => {
    const [text, declared] = await Promise.all([fetchPolicy(key), system()])
    const judgement = await judge.judge(text, { system: declared, today: today() })
    happened({
      type: 'read',
      key,
      reading: judgement === null ? { state: 'failed' } : { state: 'judged', text, judgement },
    })
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: () => {
      if (view.list !== null && view.list !== 'failed') return
      happened({ type: 'asked' })
      fetchList().then(
        (list) => happened({ type: 'listed', list }),
        () => happened({ type: 'list-failed' }),
      )
    },
    want: (key) => {
      if (!isWanted(view, key)) return
      happened({ type: 'read', key, reading: { state: 'coming' } })
      read(key).catch(() => happened({ type: 'read', key, reading: { state: 'failed' } }))
    },
    textOf,
    system,
  }
}

/** `YYYY-MM-DD`, where this browser is. */
export function today(): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short' }).format(new Date())
}
