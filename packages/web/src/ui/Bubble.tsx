import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import './bubble.css'

/** A small dialog at the button that opens it. `children` may close it by `close`. */
export function Bubble(props: {
  button: ReactNode
  label: string
  placement?: PopoverProps['placement']
  children: (close: () => void) => ReactNode
}) {
  return (
    <DialogTrigger>
      {props.button}
      <Popover className="bubble" placement={props.placement ?? 'top'} offset={8}>
        <Dialog className="bubble-dialog" aria-label={props.label}>
          {({ close }) => props.children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
