import { cleanDisplayName, type SaidState, type Slot, type StoppableSlot } from '@samtale/protocol'
import type { RemoteMedia } from '../media/meeting-media.ts'
import { createSpeakingDetector } from './speaking.ts'
import type { OtherState } from './state.ts'
import type { PersonView } from './view.ts'

const nobody: SaidState = { name: '', microphone: false, camera: false, screen: false, hand: false }
const quiet: RemoteMedia = { tracks: {}, connection: 'connecting', level: 0 }

/**
 * Puts what people said of themselves and what arrives of their media together. What a host stopped isn't played, whatever
 * its sender says or sends (rule H6). Streams keep their identity for a whole
 * stay, so that a video element is set up once; an unchanged person is the same object.
 */
export function createPersonViews(now: () => number = () => performance.now()) {
  const streams = new Map<string, { person: MediaStream; screen: MediaStream }>()
  const speaking = createSpeakingDetector()
  let last: PersonView[] = []

  function viewOf(id: string, { said, role, stopped }: OtherState, media: RemoteMedia): PersonView {
    const own = streams.get(id) ?? { person: new MediaStream(), screen: new MediaStream() }
    streams.set(id, own)
    const isStopped = (slot: StoppableSlot) => stopped.includes(slot)
    const played = (['microphone', 'camera'] as const).filter((slot) => !isStopped(slot))
    hold(own.person, media, played)
    hold(own.screen, media, ['screen', 'screen-audio'])
    const { name, ...rest } = said ?? nobody
    const shown = {
      ...rest,
      microphone: rest.microphone && !isStopped('microphone'),
      camera: rest.camera && !isStopped('camera'),
    }
    const fresh: PersonView = {
      id,
      role,
      ...shown,
      name: cleanDisplayName(name),
      speaking: speaking.update(id, shown.microphone ? media.level : 0, now()),
      connection: media.connection,
      stream: own.person,
      screenStream: shown.screen && media.tracks.screen !== undefined ? own.screen : null,
      encryption: 'waiting',
      verified: null,
    }
    const before = last.find((person) => person.id === id)
    return before !== undefined && same(before, fresh) ? before : fresh
  }

  return {
    /** The list anew; the same array as before where nothing changed. */
    update(others: ReadonlyMap<string, OtherState>, media: ReadonlyMap<string, RemoteMedia>): PersonView[] {
      for (const id of streams.keys()) {
        if (others.has(id)) continue
        streams.delete(id)
        speaking.forget(id)
      }
      const next = [...others].map(([id, other]) => viewOf(id, other, media.get(id) ?? quiet))
      const unchanged = next.length === last.length && next.every((person, at) => person === last[at])
      if (!unchanged) last = next
      return last
    },
  }
}

function hold(stream: MediaStream, media: RemoteMedia, slots: readonly Slot[]): void {
  const wanted = slots.flatMap((slot) => media.tracks[slot] ?? [])
  for (const track of stream.getTracks()) if (!wanted.includes(track)) stream.removeTrack(track)
  for (const track of wanted) if (stream.getTrackById(track.id) !== track) stream.addTrack(track)
}

function same(a: PersonView, b: PersonView): boolean {
  return (Object.keys(b) as (keyof PersonView)[]).every((key) => a[key] === b[key])
}
