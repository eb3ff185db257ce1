import type { ReactNode } from 'react'
import './note.css'

/** A sentence that wants to be read: what is so (`calm`), or what to do something about (`attention`). */
export function Note(props: {
  kind?: 'calm' | 'attention'
  icon: ReactNode
  action?: ReactNode
  role?: 'alert' | 'status'
  children: ReactNode
}) {
  return (
    <div className={`note note-${props.kind ?? 'calm'}`} role={props.role}>
      {props.icon}
      <p className="note-text">{props.children}</p>
      {props.action}
    </div>
  )
}
