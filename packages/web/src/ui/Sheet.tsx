import { X } from 'lucide-react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { IconButton } from './IconButton.tsx'
import './sheet.css'

/**
 * A dialog over the page: in the middle of a large window, from the bottom of a small one. Focus goes in, stays in, and
 * returns to where it was; Escape and a press beside it close it.
 */
export function Sheet(props: {
  title: string
  onClose: () => void
  /** `tall` fills a small window: for lists and chat. */
  size?: 'fitting' | 'tall'
  /** Text and nothing to press: the text itself takes the focus, so that keys scroll it. */
  isReading?: boolean
  children: ReactNode
}) {
  const reading = props.isReading === true ? { tabIndex: 0, role: 'region', 'aria-label': props.title } : {}
  const texts = useTexts()
  return (
    <ModalOverlay
      className="sheet-backdrop"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : props.onClose())}
    >
      <Modal className={`sheet sheet-${props.size ?? 'fitting'}`}>
        <Dialog className="sheet-dialog">
          <header className="sheet-header">
            <Heading slot="title" level={2} className="sheet-title">
              {props.title}
            </Heading>
            <IconButton label={texts.common.close} icon={<X size={20} />} onPress={props.onClose} />
          </header>
          <div className="sheet-body" {...reading}>
            {props.children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
