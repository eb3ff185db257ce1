import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import type { ReactNode } from 'react'
import './field.css'
import './select.css'

export interface Choice {
  id: string
  label: string
}

/** One choice of a few, in a box with its label above. */
export function Select(props: {
  label: string
  icon?: ReactNode
  /** Label and box in one line's height: the label is read aloud only. */
  isCompact?: boolean
  choices: readonly Choice[]
  chosen: string | null
  /** Shown while nothing is chosen. */
  placeholder: string
  onChoose: (id: string) => void
}) {
  return (
    <AriaSelect
      className={props.isCompact === true ? 'field select select-compact' : 'field select'}
      value={props.chosen}
      onChange={(key) => props.onChoose(String(key))}
      placeholder={props.placeholder}
      isDisabled={props.choices.length === 0}
    >
      <Label className="field-label select-label">{props.label}</Label>
      <Button className="select-button">
        {props.icon}
        <SelectValue className="select-value" />
        <ChevronDown className="select-arrow" size={18} aria-hidden />
      </Button>
      <Popover className="select-list" offset={4}>
        <ListBox className="select-choices" items={props.choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="select-choice">
              <span className="select-choice-text">{choice.label}</span>
              <Check className="select-check" size={18} aria-hidden />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
