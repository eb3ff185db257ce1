import { createDrawnMedia } from '../media/drawn-media.ts'
import type { LocalMedia } from '../media/local-media.ts'
import { createMeeting } from '../meeting/meeting.ts'
import type { Meeting } from '../meeting/view.ts'

export interface TestGuests {
  remove(): void
  /** A guest who waits for the router, and for how long still. */
  waiting(): { secondsLeft: number | null } | null
  subscribe(listener: () => void): () => void
}

/**
 * Guests that send a drawn picture and a tone, for somebody alone who wants to see a call: each joins through the server
 * like anybody else, with a connection and media of its own, from inside this page.
 * `nameOf` gives the name of the nth guest, from 1.
 */
export function addTestGuests(options: {
  room: string
  secret: string | null
  count: number
  nameOf(number: number): string
}): TestGuests {
  const guests = Array.from({ length: options.count }, (_, at) => {
    const localMedia = createDrawnMedia({ label: options.nameOf(at + 1), toneHz: 262 + at * 66 })
    return {
      localMedia,
      meeting: createMeeting({ ...options, localMedia, isTestGuest: true }),
      name: options.nameOf(at + 1),
    }
  })
  void joinInTurn(guests)
  return {
    remove: () => {
      for (const { meeting, localMedia } of guests) {
        meeting.close()
        localMedia.close()
      }
    },
    waiting: () => {
      for (const { meeting } of guests) {
        const { phase } = meeting.view()
        if (phase.name === 'waiting') return { secondsLeft: phase.secondsLeft }
      }
      return null
    },
    subscribe: (listener) => {
      const stops = guests.map(({ meeting }) => meeting.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
  }
}

// One after another, so that the page shows people arriving rather than a jump.
async function joinInTurn(guests: { meeting: Meeting; localMedia: LocalMedia; name: string }[]): Promise<void> {
  for (const { meeting, name, localMedia } of guests) {
    await Promise.all([localMedia.setCamera(true), localMedia.setMicrophone(true)])
    await meeting.join(name)
  }
}
