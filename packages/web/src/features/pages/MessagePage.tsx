import type { ReactNode } from 'react'
import { useArrival } from '../../browser/use-arrival.ts'
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
  const heading = useArrival<HTMLHeadingElement>()
  return (
    <QuietPage>
      <div className="message" role={props.role}>
        <span className="message-icon">{props.icon}</span>
        <h1 className="message-heading" ref={heading} tabIndex={-1}>
          {props.heading}
        </h1>
        <p className="message-text">{props.text}</p>
        {props.detail}
      </div>
      <div className="message-actions">{props.actions}</div>
    </QuietPage>
  )
}
