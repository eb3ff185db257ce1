import { useCallback, useMemo, useState } from 'react'
import type { Sound } from './PersonTile.tsx'

export interface BlockedSound {
  sound: Sound
  isBlocked: boolean
  unblock(): void
}

/** Whether the browser holds the sound back, and the way to let it play: only a press of the person's own counts. */
export function useBlockedSound(speakerId: string | null): BlockedSound {
  const [isBlocked, setBlocked] = useState(false)
  const [unblocked, setUnblocked] = useState(0)
  const onBlocked = useCallback(() => setBlocked(true), [])
  const sound = useMemo(() => ({ speakerId, onBlocked, unblocked }), [speakerId, onBlocked, unblocked])
  const unblock = () => {
    setBlocked(false)
    setUnblocked((times) => times + 1)
  }
  return { sound, isBlocked, unblock }
}
