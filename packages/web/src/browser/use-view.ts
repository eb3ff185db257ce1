import { useCallback, useSyncExternalStore } from 'react'

/** Something outside React that has a snapshot: a meeting, the local media. */
export interface Viewed<View> {
  view(): View
  subscribe(listener: () => void): () => void
}

/** The snapshot now; the component renders again when there is another. */
export function useView<View>(store: Viewed<View>): View {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  return useSyncExternalStore(subscribe, () => store.view())
}
