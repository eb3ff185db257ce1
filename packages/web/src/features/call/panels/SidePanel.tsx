import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useState, type ReactNode } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import './side-panel.css'

interface PanelProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Chat or participants: beside the stage in a wide window, over it in a small one. */
export function SidePanel(props: PanelProps & { isWide: boolean }) {
  return props.isWide ? <Beside {...props} /> : <Sheet {...props} size="tall" />
}

function Beside(props: PanelProps) {
  const texts = useTexts().common
  const headingId = useId()
  useFocusBack()
  useEscape(props.onClose)
  return (
    <section className="side-panel" aria-labelledby={headingId}>
      <header className="side-panel-header">
        <h2 id={headingId} className="side-panel-title">
          {props.title}
        </h2>
        <IconButton label={texts.close} icon={<X size={20} />} onPress={props.onClose} />
      </header>
      <div className="side-panel-body">{props.children}</div>
    </section>
  )
}

/** Focus returns to the button that opened the panel, unless it has gone somewhere else meanwhile. */
function useFocusBack(): void {
  // Read while rendering: by the time of an effect the message box has taken the focus.
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // What had focus within the panel is gone by now, and focus with it.
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost && opener instanceof HTMLElement) opener.focus()
    },
    [opener],
  )
}

/** Escape closes the panel wherever the focus is, but what lies over the call goes first. */
function useEscape(close: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && document.querySelector('[role=dialog], [role=listbox]') === null) close()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    // In the capture phase, while what Escape closes is still there.
    addEventListener('keydown', listener, { capture: true })
    return () => removeEventListener('keydown', listener, { capture: true })
  }, [])
}
