import type { MouseEvent, ReactNode } from 'react'
import { goTo } from '../browser/navigation.ts'

/** A link within the app. Opening it in another tab stays the browser's business. */
export function Link(props: { to: string; className?: string; label?: string; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(props.to)
  }
  return (
    <a href={props.to} className={props.className} aria-label={props.label} onClick={follow}>
      {props.children}
    </a>
  )
}
