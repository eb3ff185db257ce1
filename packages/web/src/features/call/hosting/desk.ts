import type { Hosting, KnockerView, MeetingView } from '@samtale/client'
import { useState } from 'react'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'

/** A dialog that follows from something a host, or a reporter, did. */
export type DeskSheet =
  | { name: 'held'; knocker: KnockerView }
  | { name: 'gone'; how: 'removed' | 'blocked'; person: string }
  | { name: 'end' }
  | { name: 'report'; about: string | null }

/** What a host has at hand in a call; others have the report only. */
export interface Desk {
  isHost: boolean
  hosting: Hosting
  sheet: DeskSheet | null
  open(sheet: DeskSheet): void
  close(): void
  /** Something was asked of the server, and it said no. */
  hasFailed: boolean
  /** Carries something out, and says so where it didn't work. */
  run(deed: Promise<boolean>): Promise<boolean>
  failureRead(): void
}

export function useDesk(hosting: Hosting, self: MeetingView['self']): Desk {
  const [sheet, setSheet] = useState<DeskSheet | null>(null)
  const [hasFailed, setFailed] = useState(false)
  return {
    isHost: self.role === 'host',
    hosting,
    sheet,
    open: setSheet,
    close: () => setSheet(null),
    hasFailed,
    async run(deed) {
      const wasDone = await deed
      setFailed(!wasDone)
      return wasDone
    },
    failureRead: () => setFailed(false),
  }
}

/** What somebody at the door is called here. */
export function useKnockerName(): (knocker: KnockerView) => string {
  const texts = useDoorTexts().hosting
  return (knocker) => (knocker.name === '' ? texts.unreadable : knocker.name)
}
