import { useEffect, useRef, type RefObject } from 'react'

/**
 * Takes the focus to what a new page begins with, where the button that led there is gone with the old page. Give the
 * element `tabIndex={-1}`.
 */
export function useArrival<Element extends HTMLElement>(): RefObject<Element | null> {
  const start = useRef<Element>(null)
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) start.current?.focus({ preventScroll: true })
  }, [])
  return start
}
