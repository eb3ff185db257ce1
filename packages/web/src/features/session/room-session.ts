import {
  addTestGuests,
  createLocalMedia,
  createMeeting,
  type LocalMedia,
  type Meeting,
  type TestGuests,
} from '@samtale/client'
import { useEffect, useState } from 'react'
import { roomLink } from '../../routes.ts'

/** One visit to a room: from the join page until it was left. The gallery has drawn ones. */
export interface RoomSession {
  /** The link to give to others. */
  link: string
  room: string
  meeting: Meeting
  localMedia: LocalMedia
  /** @param nameOf what the first, second … guest is called. */
  addTestGuests(nameOf: (number: number) => string): TestGuests
  /** Sends test guests home and stops one's own devices, once the call is over. */
  end(): void
}

const testGuests = 4

interface Visited {
  room: string
  /** Of the link; null in a room opened by its bare name. */
  secret: string | null
  claim(isStale: boolean): Promise<string | null>
}

/**
 * Opens a visit, asks for camera and microphone, and ends everything when the page goes on to something else: also with
 * Back, Reload and a closed tab, so that the others see it at once.
 * @param visit another number opens another visit.
 */
export function useRoomSession({ room, secret, claim }: Visited, visit: number): RoomSession | null {
  const [session, setSession] = useState<RoomSession | null>(null)
  useEffect(() => {
    const localMedia = createLocalMedia()
    const meeting = createMeeting({ room, secret, localMedia, claim })
    const guests = new Set<TestGuests>()
    const sendHome = () => guests.forEach((guest) => guest.remove())
    const end = () => {
      sendHome()
      localMedia.close()
    }
    const leave = () => {
      sendHome()
      // A page that is only put aside, before Join, is shown again as it was.
      if (meeting.view().phase.name !== 'outside') meeting.leave()
    }
    setSession({
      link: roomLink(location.origin, room, secret),
      room,
      meeting,
      localMedia,
      addTestGuests: (nameOf) => kept(guests, addTestGuests({ room, secret, count: testGuests, nameOf })),
      end,
    })
    void Promise.allSettled([localMedia.setMicrophone(true), localMedia.setCamera(true)])
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      meeting.leave()
      meeting.close()
      end()
      setSession(null)
    }
  }, [room, secret, claim, visit])
  return session
}

function kept(all: Set<TestGuests>, guests: TestGuests): TestGuests {
  const own: TestGuests = {
    ...guests,
    remove() {
      all.delete(own)
      guests.remove()
    },
  }
  all.add(own)
  return own
}
