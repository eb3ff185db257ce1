import type { ReactNode } from 'react'
import './message-page.css'
import { QuietPage } from './QuietPage.tsx'

/** One thing to say, and what to do about it. `role` is `alert` where it comes unasked. */
export function MessagePage(props: {
  icon: ReactNode
  heading: string
  text: string
  detail?: ReactNode
  actions: ReactNode
  role?: 'alert' | 'status'
}) {
  return (
    <QuietPage>
      <div className="message" role={props.role}>
        <span className="message-icon">{props.icon}</span>
        <h1 className="message-heading">{props.heading}</h1>
        <p className="message-text">{props.text}</p>
        {props.detail}
      </div>
      <div className="message-actions">{props.actions}</div>
    </QuietPage>
  )
}
