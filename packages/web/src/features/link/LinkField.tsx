import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import './link-field.css'

/** A link to read and to copy by hand: focus selects all of it. */
export function LinkField(props: { label: string; link: string }) {
  return (
    <TextField className="link-field" isReadOnly aria-label={props.label} value={props.link}>
      <Input className="link-field-input" onFocus={(event) => event.currentTarget.select()} />
    </TextField>
  )
}
