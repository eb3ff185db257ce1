import type { KnockerView } from '@samtale/client'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Desk } from './desk.ts'

interface KnockActionsProps {
  desk: Desk
  knocker: KnockerView
}

/** The three answers to a knock. Who is on hold can be let in or rejected still, and written to. */
export function KnockActions({ desk, knocker }: KnockActionsProps) {
  const texts = useDoorTexts().hosting
  const { hosting, run } = desk
  return (
    <div className="knock-actions">
      <Button kind="primary" onPress={() => void run(hosting.admit(knocker.id))}>
        {texts.letIn}
      </Button>
      {knocker.isInside ? null : <HoldAction desk={desk} knocker={knocker} />}
      <Button kind="quiet" onPress={() => void run(hosting.reject(knocker.id))}>
        {texts.reject}
      </Button>
    </div>
  )
}

function HoldAction({ desk, knocker }: KnockActionsProps) {
  const texts = useDoorTexts().hosting
  if (knocker.held) return <Button onPress={() => desk.open({ name: 'held', knocker })}>{texts.holdMessage}</Button>
  return <Button onPress={() => void desk.run(desk.hosting.hold(knocker.id, ''))}>{texts.hold}</Button>
}
