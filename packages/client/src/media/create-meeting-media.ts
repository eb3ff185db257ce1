import {
  Refusal,
  slots,
  type IceSettings,
  type MediaPath,
  type Publication,
  type SaidSignal,
  type Slot,
} from '@samtale/protocol'
import type { ActivePath, LocalTracks } from './active-path.ts'
import { DirectPath } from './direct-path.ts'
import { createPictureLimit } from './key-frames.ts'
import { FrameTransforms } from './frame-transform.ts'
import type { KeySource } from './frame-worker-keeper.ts'
import { IceKeeper } from './ice-keeper.ts'
import type {
  FrameCount,
  MediaSignalling,
  MeetingMedia,
  OwnEncryption,
  ReadonlyMembers,
  RemoteMedia,
} from './meeting-media.ts'
import { Paths } from './paths.ts'
import { RemoteParticipants } from './remote-participants.ts'
import { RouterPath } from './router-path.ts'
import { checkSupport } from './support.ts'

/** Media of one meeting after another. Where the browser lacks what `checkSupport` asks for, nothing is ever sent. */
export function createMeetingMedia(options: MeetingMediaOptions): MeetingMedia {
  return new MediaOverPaths(options)
}

export interface MeetingMediaOptions {
  signalling: MediaSignalling
  /** Without keys nothing is sent and nothing shown. */
  keys: KeySource
}

/** How often loudness is read, and whether an old path may end, in milliseconds. */
const tickMs = 400
/** How long after the server answered somebody may still be found, in milliseconds. */
const settleMs = 700

class MediaOverPaths implements MeetingMedia {
  readonly #options: MeetingMediaOptions
  readonly #ice: IceKeeper
  readonly #listeners = new Set<() => void>()
  readonly #remotes = new RemoteParticipants()
  readonly #tracks = Object.fromEntries(slots.map((slot) => [slot, null])) as LocalTracks
  /** The others, and whether they were there before oneself. */
  readonly #others = new Map<string, boolean>()
  /** To whom no direct way was found. */
  readonly #hopeless = new Set<string>()
  readonly #publications = new Map<string, Publication>()
  #members: ReadonlyMembers = new Map()
  readonly #pictures = createPictureLimit()
  readonly #paths = new Paths()
  #transforms: FrameTransforms | null = null
  #ticking: ReturnType<typeof setInterval> | undefined
  #refreshing = false
  #unsupported = false

  constructor(options: MeetingMediaOptions) {
    this.#options = options
    this.#ice = new IceKeeper(() => options.signalling.request('ice.get', {}))
  }

  start(meeting: { others: string[]; publications: Publication[]; path: MediaPath; ice: IceSettings }): void {
    this.stop()
    this.#unsupported = checkSupport() !== null
    if (this.#unsupported) return this.#tell()
    this.#transforms = this.#makeTransforms()
    this.#ticking = setInterval(() => this.#tick(), tickMs)
    this.#ice.start(meeting.ice)
    for (const id of meeting.others) this.#add(id, true)
    for (const publication of meeting.publications) this.#publications.set(publication.id, publication)
    this.#begin(meeting.path)
    this.#changed()
  }

  goOn(meeting: { others: string[]; publications: Publication[]; path: MediaPath; ice: IceSettings }): void {
    if (!this.#transforms) return this.start(meeting)
    this.#ice.renewed(meeting.ice)
    // Of two, the one that came back later makes new connections.
    for (const id of this.#others.keys()) this.#others.set(id, meeting.others.includes(id))
    const fresh = meeting.others.filter((id) => !this.#others.has(id))
    for (const id of fresh) this.#add(id, true)
    this.#publications.clear()
    for (const publication of meeting.publications) this.#publications.set(publication.id, publication)
    if (!this.#paths.goOn(meeting.path)) this.#begin(meeting.path)
    else for (const id of fresh) this.#paths.newest()?.addParticipant(id, true)
    for (const id of meeting.others) if (this.#hopeless.has(id)) this.#complain(id)
    this.#changed()
  }

  stop(): void {
    clearInterval(this.#ticking)
    this.#ice.stop()
    this.#paths.close()
    this.#transforms?.close()
    this.#transforms = null
    this.#others.clear()
    this.#hopeless.clear()
    this.#publications.clear()
    this.#remotes.clear()
    this.#tell()
  }

  participantJoined(participantId: string): void {
    // Who comes back after a restart is still there.
    if (!this.#transforms || this.#others.has(participantId)) return
    this.#add(participantId, false)
    this.#paths.newest()?.addParticipant(participantId, false)
    this.#changed()
  }

  participantLeft(participantId: string): void {
    this.#others.delete(participantId)
    this.#hopeless.delete(participantId)
    for (const active of this.#paths.all()) active.removeParticipant(participantId)
    for (const { id, participantId: owner } of [...this.#publications.values()]) {
      if (owner === participantId) this.#publications.delete(id)
    }
    this.#remotes.remove(participantId)
    this.#tell()
  }

  setMembers(members: ReadonlyMembers): void {
    this.#members = members
    this.#transforms?.setMembers(members)
  }

  renewKeys(): void {
    this.#transforms?.renewKeys()
  }

  signalReceived(from: string, signal: SaidSignal): void {
    if (signal.kind === 'picture') return this.#beginPicture(signal.slot)
    for (const active of this.#paths.all()) active.signalReceived(from, signal)
  }

  pathChanged(path: MediaPath): void {
    if (!this.#transforms || !this.#paths.isNews(path)) return
    this.#publications.clear()
    this.#begin(path)
    this.#changed()
  }

  published(publication: Publication): void {
    this.#publications.set(publication.id, publication)
    this.#paths.newest()?.published(publication)
  }

  unpublished(publicationId: string): void {
    // An older path's publications end with it.
    this.#publications.delete(publicationId)
    this.#paths.newest()?.unpublished(publicationId)
  }

  setTrack(slot: Slot, track: MediaStreamTrack | null): void {
    if (track && !track.contentHint) track.contentHint = contentHints[slot]
    this.#tracks[slot] = track
    for (const active of this.#paths.all()) active.setTrack(slot, track)
  }

  setShownWidth(participantId: string, slot: Slot, width: number): void {
    for (const active of this.#paths.all()) active.setShownWidth(participantId, slot, width)
  }

  remote(): ReadonlyMap<string, RemoteMedia> {
    return this.#remotes.view()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async frames(): Promise<FrameCount[]> {
    return (await this.#transforms?.counts()) ?? []
  }

  health(): 'connecting' | 'connected' | 'interrupted' {
    return this.encryption().state === 'failed' ? 'interrupted' : this.#paths.health()
  }

  encryption(): OwnEncryption {
    if (this.#unsupported) return { state: 'failed', why: 'unsupported' }
    return this.#transforms?.encryption() ?? { state: 'starting', why: null }
  }

  #makeTransforms(): FrameTransforms {
    const transforms = new FrameTransforms(this.#options.keys, {
      onFlow: () => this.#changed(),
      onEncryption: () => this.#changed(),
      onPictureWanted: (participantId, slot) => this.#askForPicture(participantId, slot),
      onDown: () => this.#forEachPath((path) => path.suspend()),
      onUp: () => this.#forEachPath((path) => path.renew()),
    })
    transforms.setMembers(this.#members)
    return transforms
  }

  #askForPicture(participantId: string, slot: Slot) {
    if (this.#others.has(participantId) && this.#pictures.mayAsk(`${slot} ${participantId}`)) {
      this.#options.signalling.sendSignal(participantId, { kind: 'picture', slot })
    }
  }

  /** Whole pictures are dear: one serves everybody who asked meanwhile. */
  #beginPicture(slot: Slot) {
    if (this.#pictures.mayAsk(slot)) this.#transforms?.beginPicture(slot)
  }

  /** Where the server is reached and they aren't: what is cut off altogether finds its way again as it was. */
  async #complainIfAlone(participantId: string) {
    const path = this.#paths.newest()
    const { signalling } = this.#options
    const reached = await signalling.request('ping', {}).then(
      () => true,
      (error: unknown) => error instanceof Refusal,
    )
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    if (reached && path === this.#paths.newest() && path?.isBroken(participantId)) this.#complain(participantId)
  }

  /** No answer is worth anything: the path changes, or it doesn't. */
  #complain(participantId: string) {
    this.#hopeless.add(participantId)
    this.#options.signalling.request('direct.failed', { participantId }).catch(() => undefined)
  }

  #forEachPath(act: (path: ActivePath) => void) {
    for (const active of this.#paths.all()) act(active)
    this.#changed()
  }

  #add(participantId: string, before: boolean) {
    this.#others.set(participantId, before)
    this.#remotes.add(participantId)
  }

  #begin(path: MediaPath) {
    this.#paths.begin(path, (next) => this.#make(next))
    if (path.mode === 'interrupted') return
    const active = this.#paths.newest()
    for (const [id, before] of this.#others) active?.addParticipant(id, before)
    for (const publication of this.#publications.values()) active?.published(publication)
  }

  #make(path: Exclude<MediaPath, { mode: 'interrupted' }>): ActivePath {
    const transforms = this.#transforms
    if (!transforms) throw new Error('Not started')
    const { signalling } = this.#options
    const onHopeless = (id: string) => void this.#complainIfAlone(id)
    const onChange = () => this.#changed()
    const shared = { signalling, ice: this.#ice, transforms, tracks: this.#tracks, onHopeless, onChange }
    return path.mode === 'direct' ? new DirectPath({ ...shared, path }) : new RouterPath({ ...shared, path })
  }

  #tick() {
    const now = performance.now()
    const ended = this.#paths.endOld(now, (generation, still) => this.#remotes.showsFrom(generation, still))
    if (ended) this.#changed()
    if (this.#remotes.refreshLevels(now)) this.#tell()
  }

  /** Many things change in one task; they are told once. */
  #changed() {
    if (this.#refreshing) return
    this.#refreshing = true
    queueMicrotask(() => {
      this.#refreshing = false
      this.#remotes.refresh(this.#paths.all(), (participantId) => this.#transforms?.receiving(participantId))
      this.#tell()
    })
  }

  #tell() {
    for (const listener of this.#listeners) listener()
  }
}

const contentHints = { microphone: 'speech', camera: 'motion', screen: 'detail', 'screen-audio': 'music' } as const
