import { Button as AriaButton } from 'react-aria-components/Button'
import type { ReactNode, Ref } from 'react'
import './button.css'
import { Tip } from './Tip.tsx'

/** A button that shows an icon only; its name is read aloud, and shown to who points at it. */
export function IconButton(props: {
  label: string
  icon: ReactNode
  onPress?: () => void
  className?: string
  slot?: string
  ref?: Ref<HTMLButtonElement>
}) {
  const { label, icon, className = '', ...rest } = props
  return (
    <Tip text={label}>
      <AriaButton {...rest} aria-label={label} className={`icon-button ${className}`}>
        {icon}
      </AriaButton>
    </Tip>
  )
}
