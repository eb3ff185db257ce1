import type { TestGuests } from '@samtale/client'
import { useCallback, useSyncExternalStore } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from './Notices.tsx'

/** Says that test guests are here, or that one of them waits for the router, with the way to send them home. */
export function TestGuestsNotice(props: { guests: TestGuests; onRemove: () => void }) {
  const texts = useTexts()
  const { guests } = props
  const subscribe = useCallback((listener: () => void) => guests.subscribe(listener), [guests])
  const secondsLeft = useSyncExternalStore(subscribe, () => secondsToWait(guests))
  return (
    <Notice text={secondsLeft === null ? texts.alone.guestsHere : waitingText(secondsLeft, texts)}>
      <Button onPress={props.onRemove}>{texts.alone.removeGuests}</Button>
    </Notice>
  )
}

/** Null: nobody waits. `unknown`: nobody knows how long. */
function secondsToWait(guests: TestGuests): number | 'unknown' | null {
  const waiting = guests.waiting()
  return waiting === null ? null : (waiting.secondsLeft ?? 'unknown')
}

function waitingText(secondsLeft: number | 'unknown', texts: ReturnType<typeof useTexts>): string {
  return `${texts.alone.guestWaits} ${secondsLeft === 'unknown' ? texts.waiting.timeUnknown : texts.waiting.timeLeft(secondsLeft)}`
}
