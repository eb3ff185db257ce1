import { cleanDisplayName, stoppableSlots, type SaidState, type Slot, type StoppableSlot } from '@samtale/protocol'
import type { RemoteMedia } from '../media/meeting-media.ts'
import { nameOf, saidBy, type GroupState } from './group-state.ts'
import { createSpeakingDetector } from './speaking.ts'
import type { OtherState } from './state.ts'
import type { PersonEncryption, PersonView } from './view.ts'

const nothing: Sending = {
  microphone: false,
  camera: false,
  screen: false,
  hand: false,
}
const quiet: RemoteMedia = {
  tracks: {},
  connection: 'connecting',
  level: 0,
  encryption: { state: 'waiting', why: null },
}

/**
 * Puts what people said of themselves and what arrives of their media together. What a host stopped isn't played, whatever
 * its sender says or sends (rule H6). Streams keep their identity for a whole
 * stay, so that a video element is set up once; an unchanged person is the same object.
 */
export function createPersonViews(now: () => number = () => performance.now()) {
  const streams = new Map<string, { person: MediaStream; screen: MediaStream }>()
  const speaking = createSpeakingDetector()
  let last: PersonView[] = []

  function viewOf(id: string, { role, stopped }: OtherState, group: GroupState, media: RemoteMedia): PersonView {
    const own = streams.get(id) ?? { person: new MediaStream(), screen: new MediaStream() }
    streams.set(id, own)
    hold(
      own.person,
      media,
      stoppableSlots.filter((slot) => !stopped.includes(slot)),
    )
    hold(own.screen, media, ['screen', 'screen-audio'])
    const member = group.members.get(id)
    const said = saidBy(group, id)
    const shown = shownOf(said ?? nothing, stopped)
    const fresh: PersonView = {
      id,
      role,
      ...shown,
      name: member === undefined ? '' : cleanDisplayName(nameOf(group, member.id)),
      speaking: speaking.update(id, shown.microphone ? media.level : 0, now()),
      connection: media.connection,
      stream: own.person,
      screenStream: shown.screen && media.tracks.screen !== undefined ? own.screen : null,
      encryption: encryptionOf(media, group.present.has(id), said),
      verified: member?.verified ?? null,
    }
    const before = last.find((person) => person.id === id)
    return before !== undefined && same(before, fresh) ? before : fresh
  }

  return {
    /** The list anew; the same array as before where nothing changed. */
    update(
      others: ReadonlyMap<string, OtherState>,
      group: GroupState,
      media: ReadonlyMap<string, RemoteMedia>,
    ): PersonView[] {
      for (const id of streams.keys()) {
        if (others.has(id)) continue
        streams.delete(id)
        speaking.forget(id)
      }
      const next = [...others].map(([id, other]) => viewOf(id, other, group, media.get(id) ?? quiet))
      const unchanged = next.length === last.length && next.every((person, at) => person === last[at])
      if (!unchanged) last = next
      return last
    },
  }
}

type Sending = Pick<SaidState, 'microphone' | 'camera' | 'screen' | 'hand'>

function shownOf({ microphone, camera, screen, hand }: Sending, stopped: readonly StoppableSlot[]) {
  return {
    microphone: microphone && !stopped.includes('microphone'),
    camera: camera && !stopped.includes('camera'),
    screen,
    hand,
  }
}

/** Of who says that they send nothing, that they are in the group is all there is to say. */
function encryptionOf(media: RemoteMedia, isMember: boolean, said: Sending | null): PersonEncryption {
  const { encryption, connection } = media
  const sends = said === null || said.microphone || said.camera || said.screen
  if (connection === 'interrupted') return 'network-trouble'
  if (encryption.state === 'trouble') return 'key-trouble'
  return encryption.state === 'encrypted' || (isMember && !sends) ? 'encrypted' : 'waiting'
}

function hold(stream: MediaStream, media: RemoteMedia, slots: readonly Slot[]): void {
  const wanted = slots.flatMap((slot) => media.tracks[slot] ?? [])
  for (const track of stream.getTracks()) if (!wanted.includes(track)) stream.removeTrack(track)
  for (const track of wanted) if (stream.getTrackById(track.id) !== track) stream.addTrack(track)
}

function same(a: PersonView, b: PersonView): boolean {
  return (Object.keys(b) as (keyof PersonView)[]).every((key) => a[key] === b[key])
}
