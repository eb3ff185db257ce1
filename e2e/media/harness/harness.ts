import {
  Refusal,
  type ErrorCode,
  type IceSettings,
  type MediaPath,
  type Publication,
  type SaidSignal,
  type Slot,
} from '@samtale/protocol'
import { createMeetingMedia } from '../../../packages/client/src/media/create-meeting-media.ts'
import { createLocalMedia } from '../../../packages/client/src/media/device-media.ts'
import { createDrawnMedia } from '../../../packages/client/src/media/drawn-media.ts'
import type { LocalMedia } from '../../../packages/client/src/media/local-media.ts'
import type { MediaSignalling } from '../../../packages/client/src/media/meeting-media.ts'
import { checkSupport } from '../../../packages/client/src/media/support.ts'
import { watchConnections } from './connections.ts'
import { tap } from './tap.ts'
import { watchWorkers } from './workers.ts'
import { countPictures, listen, pictureWidth } from './senses.ts'
import { memberOf, TestKeys, type TestEpoch } from './test-keys.ts'
import { Vigil } from './vigil.ts'

/** One participant in one page: media over signalling that the test carries. */

type Answer = { ok: unknown } | { code: ErrorCode }

declare global {
  interface Window {
    /** Given by the test. */
    sendSignal(to: string, signal: SaidSignal): Promise<void>
    request(type: string, params: unknown): Promise<Answer>
    wantEpoch(): Promise<void>
    ownId: string
    harness: typeof harness
  }
}

const connections = watchConnections()
const workers = watchWorkers()
const requests: string[] = []

const signalling: MediaSignalling = {
  sendSignal: (to, signal) => void window.sendSignal(to, signal),
  check: () => undefined,
  async request(type, params) {
    requests.push(type)
    const answer = await window.request(type, params)
    if ('code' in answer) throw new Refusal(answer.code)
    // The test answers with what the type asks for.
    return answer.ok as never
  },
}

const keys = new TestKeys(
  () => window.ownId,
  () => void window.wantEpoch(),
)
const media = createMeetingMedia({ signalling, keys })
const vigil = new Vigil(media)
let local: LocalMedia | null = null

function sendTracks() {
  const view = local?.view()
  media.setTrack('microphone', view?.microphone.track ?? null)
  media.setTrack('camera', view?.camera.track ?? null)
  media.setTrack('screen', view?.screen.video ?? null)
  media.setTrack('screen-audio', view?.screen.audio ?? null)
}

function use(next: LocalMedia): LocalMedia {
  local = next
  local.subscribe(sendTracks)
  return local
}

const harness = {
  media,
  keys,
  vigil,
  requests,
  connections,
  workers,
  tap: () => tap(connections),
  support: checkSupport,
  useDrawn: (label: string, toneHz: number) => void use(createDrawnMedia({ label, toneHz })),
  useDevices: () => void use(createLocalMedia()),
  local(): LocalMedia {
    if (!local) throw new Error('No local media yet')
    return local
  },
  event(name: string, value: unknown) {
    // The test sends what each is called with.
    if (name === 'start')
      return media.start(value as { others: string[]; publications: Publication[]; path: MediaPath; ice: IceSettings })
    if (name === 'joined') return media.participantJoined(value as string)
    if (name === 'left') return media.participantLeft(value as string)
    if (name === 'path') return media.pathChanged(value as MediaPath)
    if (name === 'members') return media.setMembers(new Map((value as string[]).map((id) => [id, memberOf(id)])))
    if (name === 'epoch') return void keys.begin(value as TestEpoch)
    if (name === 'published') return media.published(value as Publication)
    if (name === 'unpublished') return media.unpublished(value as string)
    const { from, signal } = value as { from: string; signal: SaidSignal }
    media.signalReceived(from, signal)
  },
  /** The kinds of what the senders of connections that last have to send. */
  sending() {
    const open = connections.filter(({ connectionState }) => connectionState !== 'closed')
    return open.flatMap((one) => one.getSenders().flatMap(({ track }) => track?.kind ?? []))
  },
  remote() {
    return [...media.remote()].map(([id, { tracks, connection, level, encryption }]) => {
      return {
        id,
        slots: Object.keys(tracks),
        trackIds: Object.values(tracks).map((track) => track.id),
        connection,
        level,
        encryption,
      }
    })
  },
  /** Pictures shown of somebody since the page saw them first. */
  pictures(participantId: string, slot: Slot) {
    const track = media.remote().get(participantId)?.tracks[slot]
    return track ? countPictures(track) : 0
  },
  pictureWidth(participantId: string) {
    const track = media.remote().get(participantId)?.tracks.camera
    return track ? pictureWidth(track) : 0
  },
  /** The pitch that is loudest of what comes from somebody, in hertz; 0 for silence. */
  pitch(participantId: string, slot: Slot = 'microphone') {
    const track = media.remote().get(participantId)?.tracks[slot]
    return track ? listen(track) : 0
  },
}

window.harness = harness
