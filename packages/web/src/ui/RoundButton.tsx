import { Button } from 'react-aria-components/Button'
import { useId, type ReactNode, type Ref } from 'react'
import { Tip } from './Tip.tsx'
import './round-button.css'

/**
 * A large round button, for devices and what a call needs at hand. `off`: the device is off; `active`: what it opens is open; `leave` is the red one.
 * `short` stands under the icon where the window has room, and is part of the name.
 */
export function RoundButton(props: {
  label: string
  icon: ReactNode
  state: 'on' | 'off' | 'active' | 'raised' | 'leave' | 'quiet'
  onPress?: () => void
  short?: string
  /** For what opens a panel: whether it is open. */
  isOpen?: boolean
  /** Something is new behind this button: said after its name, and shown as a dot. */
  news?: string | null
  buttonRef?: Ref<HTMLButtonElement>
}) {
  const newsId = useId()
  const hasNews = props.news !== undefined && props.news !== null
  const press = props.onPress === undefined ? {} : { onPress: props.onPress }
  const expanded = props.isOpen === undefined ? {} : { 'aria-expanded': props.isOpen }
  const described = hasNews ? { 'aria-describedby': newsId } : {}
  return (
    <Tip text={props.label}>
      <Button
        {...press}
        {...described}
        {...expanded}
        ref={props.buttonRef ?? null}
        className="round-button"
        data-state={props.state}
        aria-label={props.label}
      >
        <span className="round-button-disc">
          {props.icon}
          {hasNews ? <span className="round-button-dot" /> : null}
        </span>
        {props.short === undefined ? null : <span className="round-button-short">{props.short}</span>}
        {hasNews ? (
          <span id={newsId} hidden>
            {props.news}
          </span>
        ) : null}
      </Button>
    </Tip>
  )
}
