import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import type { ReactNode, Ref } from 'react'
import './field.css'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** What is wrong and what to do; null when nothing is. */
  problem?: string | null
  inputRef?: Ref<HTMLInputElement>
  autoComplete?: string
  /** Stands inside the box, at its end. */
  action?: ReactNode
  isReadOnly?: boolean
  autoFocus?: boolean
  maxLength?: number
}

export function TextField({
  label,
  hint,
  problem = null,
  inputRef,
  action,
  autoComplete = 'off',
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      className="field"
      isInvalid={problem !== null}
      validationBehavior="aria"
      autoComplete={autoComplete}
      autoCorrect="off"
      spellCheck="false"
    >
      <Label className="field-label">{label}</Label>
      <div className="field-box">
        <Input className="field-input" ref={inputRef} autoCapitalize="off" />
        {action}
      </div>
      {problem === null ? null : <FieldError className="field-problem">{problem}</FieldError>}
      {problem === null && hint !== undefined ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
    </AriaTextField>
  )
}
