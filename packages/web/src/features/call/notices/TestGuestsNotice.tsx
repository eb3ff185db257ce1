import type { TestGuests } from '@samtale/client'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { RoomSession } from '../../session/room-session.ts'
import { Notice } from './Notices.tsx'

export interface InvitedGuests {
  guests: TestGuests | null
  invite(): void
  remove(): void
}

/** The test guests of somebody who tries the call alone. They go with the visit, whatever happens. */
export function useTestGuests(session: RoomSession): InvitedGuests {
  const texts = useTexts().alone
  const [guests, setGuests] = useState<TestGuests | null>(null)
  return {
    guests,
    invite: () => setGuests(session.addTestGuests(texts.guest)),
    remove() {
      guests?.remove()
      setGuests(null)
    },
  }
}

/** Says that test guests are here, or that one of them waits for the router, with the way to send them home. */
export function TestGuestsNotice({ guests: { guests, remove } }: { guests: InvitedGuests }) {
  return guests === null ? null : <GuestsHere guests={guests} onRemove={remove} />
}

function GuestsHere({ guests, onRemove }: { guests: TestGuests; onRemove: () => void }) {
  const texts = useTexts()
  const subscribe = useCallback((listener: () => void) => guests.subscribe(listener), [guests])
  const secondsLeft = useSyncExternalStore(subscribe, () => secondsToWait(guests))
  return (
    <Notice text={secondsLeft === null ? texts.alone.guestsHere : waitingText(secondsLeft, texts)}>
      <Button onPress={onRemove}>{texts.alone.removeGuests}</Button>
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
