import type { KnockerView } from '@samtale/client'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Desk } from './desk.ts'

/** The three answers to a knock. Who is on hold can be let in or rejected still. */
export function KnockActions({ desk, knocker }: { desk: Desk; knocker: KnockerView }) {
  const texts = useDoorTexts().hosting
  const { hosting, run } = desk
  const hold = async () => {
    if (await run(hosting.hold(knocker.id, ''))) desk.open({ name: 'held', knocker })
  }
  return (
    <div className="knock-actions">
      <Button kind="primary" onPress={() => void run(hosting.admit(knocker.id))}>
        {texts.letIn}
      </Button>
      {knocker.held ? null : <Button onPress={() => void hold()}>{texts.hold}</Button>}
      <Button kind="quiet" onPress={() => void run(hosting.reject(knocker.id))}>
        {texts.reject}
      </Button>
    </div>
  )
}
