import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { useId } from 'react'
import './switch.css'

/** Something that is on or off at once. `hint` says what the present state means. */
export function Switch(props: { label: string; hint?: string; isOn: boolean; onChange: (on: boolean) => void }) {
  const hintId = useId()
  return (
    <div className="switch-field">
      <AriaSwitch
        className="switch"
        isSelected={props.isOn}
        onChange={props.onChange}
        {...(props.hint === undefined ? {} : { 'aria-describedby': hintId })}
      >
        <span className="switch-track" aria-hidden>
          <span className="switch-thumb" />
        </span>
        <span className="switch-label">{props.label}</span>
      </AriaSwitch>
      {props.hint === undefined ? null : (
        <p className="switch-hint" id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  )
}
