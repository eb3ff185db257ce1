import { Button as AriaButton } from 'react-aria-components/Button'
import type { ReactNode, Ref } from 'react'
import './button.css'

export interface ButtonProps {
  children: ReactNode
  /** `primary` at most once a page; `danger` for leaving only. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: ReactNode
  type?: 'button' | 'submit'
  /** Under way: it looks so. Its words say what, and whoever hears the press begins nothing twice. */
  isBusy?: boolean
  onPress?: () => void
  className?: string
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  children,
  kind = 'secondary',
  icon,
  isBusy = false,
  className = '',
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} type={type} data-busy={isBusy || undefined} className={`button button-${kind} ${className}`}>
      {icon}
      <span className="button-text">{children}</span>
    </AriaButton>
  )
}
