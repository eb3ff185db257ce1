import type { PolicySummary } from '@samtale/protocol'
import type { Judgement } from '../judge/judgement.ts'

/** A policy of the server, as far as this page has it. */
export type Reading =
  | { readonly state: 'coming' }
  /** The server didn't give it, or the compiler gave up. */
  | { readonly state: 'failed' }
  | { readonly state: 'judged'; readonly text: string; readonly judgement: Judgement }

export interface LibraryView {
  /** Null while it is asked for. */
  readonly list: readonly PolicySummary[] | 'failed' | null
  readonly readings: ReadonlyMap<string, Reading>
}

export const emptyLibrary: LibraryView = { list: null, readings: new Map() }

export type LibraryEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'listed'; readonly list: readonly PolicySummary[] }
  | { readonly type: 'list-failed' }
  | { readonly type: 'read'; readonly key: string; readonly reading: Reading }

/** One state of the library and what happened into the next. */
export function nextLibrary(view: LibraryView, event: LibraryEvent): LibraryView {
  switch (event.type) {
    case 'asked':
      return { ...view, list: view.list === 'failed' ? null : view.list }
    case 'listed':
      return { ...view, list: event.list }
    case 'list-failed':
      return { ...view, list: 'failed' }
    case 'read':
      return { ...view, readings: new Map(view.readings).set(event.key, event.reading) }
  }
}

/** Whether a policy has to be asked for: it never was, or it failed. */
export function isWanted(view: LibraryView, key: string): boolean {
  const state = view.readings.get(key)?.state
  return state === undefined || state === 'failed'
}
