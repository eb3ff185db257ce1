import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useDoorTexts } from '../door/texts/use-door-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { ReportSheet } from './ReportSheet.tsx'

/** Reports something before one is inside: there is nobody to name, and no chat. */
export function ReportAtDoor({ room }: { room: string }) {
  const texts = useDoorTexts().report
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        icon={<Flag size={18} aria-hidden />}
        className="report-at-door"
        onPress={() => setOpen(true)}
      >
        {texts.open}
      </Button>
      {isOpen ? <ReportSheet room={room} where="door" about={null} chat={[]} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
