import { Button as AriaButton } from 'react-aria-components/Button'
import type { ReactNode, Ref } from 'react'
import './button.css'

export interface ButtonProps {
  children: ReactNode
  /** `primary` at most once a page; `danger` for leaving only. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: ReactNode
  type?: 'button' | 'submit'
  /** Under way: stays focusable, and says so. */
  isPending?: boolean
  onPress?: () => void
  /** Where the name should say more than the button shows. */
  label?: string
  className?: string
  ref?: Ref<HTMLButtonElement>
  slot?: string
}

export function Button({
  children,
  kind = 'secondary',
  icon,
  label,
  className = '',
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      type={type}
      className={`button button-${kind} ${className}`}
    >
      {icon}
      <span className="button-text">{children}</span>
    </AriaButton>
  )
}
