import { useEffect } from 'react'
import type { Place } from './place.ts'

/** Shows the element that the address names: opens what it is folded into, scrolls to it and takes the focus there. */
export function usePlace({ view, id }: Place): void {
  useEffect(() => {
    const element = id === null ? null : document.getElementById(id)
    if (element === null) return
    for (let fold = element.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) {
      fold.open = true
    }
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
    element.scrollIntoView({ block: 'start' })
    element.focus({ preventScroll: true })
  }, [view, id])
}
