import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import type { ReactNode } from 'react'
import './tip.css'

/** Shows a few words at a button that is pointed at or focused. The button has its name of its own. */
export function Tip(props: { text: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {props.children}
      <Tooltip className="tip" offset={8}>
        {props.text}
      </Tooltip>
    </TooltipTrigger>
  )
}
