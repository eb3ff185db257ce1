import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import './menu.css'

export interface MenuEntry {
  id: string
  label: string
  icon: ReactNode
  isDanger?: boolean
  act: () => void
}

/** A button that shows an icon, and opens a list of what can be done. */
export function Menu(props: { label: string; icon: ReactNode; entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <IconButton label={props.label} icon={props.icon} />
      <Popover className="menu" placement="bottom end" offset={4}>
        <AriaMenu className="menu-list" aria-label={props.label}>
          {props.entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className="menu-item"
              data-danger={entry.isDanger === true || undefined}
              onAction={entry.act}
            >
              {entry.icon}
              <span>{entry.label}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
