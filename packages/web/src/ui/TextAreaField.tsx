import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import './field.css'

/** Several lines of text. */
export function TextAreaField(props: {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  maxLength: number
  autoFocus?: boolean
}) {
  const { label, hint, ...rest } = props
  return (
    <TextField {...rest} className="field">
      <Label className="field-label">{label}</Label>
      <div className="field-box">
        <TextArea className="field-input field-area" rows={3} />
      </div>
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  )
}
