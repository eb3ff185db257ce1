import {
  cleanDisplayName,
  type KnownFact,
  type Language,
  type Results,
  type ServerEvent,
  type Slot,
} from '@samtale/protocol'
import { Connection, type ConnectionStatus } from '../connection/connection.ts'
import { GroupClient } from '../group/group-client.ts'
import type { GroupView, OwnState } from '../group/group-messages.ts'
import { openGroupWorker } from '../group/open-group-worker.ts'
import { createMeetingMedia } from '../media/create-meeting-media.ts'
import type { LocalMedia } from '../media/local-media.ts'
import type { FrameCount, MeetingMedia } from '../media/meeting-media.ts'
import { toBase64url } from '../sealing/base64url.ts'
import { createEnvelopes, type Envelopes } from '../sealing/envelopes.ts'
import { secretStrength } from '../sealing/link-secret.ts'
import { createStore, type Store } from '../store.ts'
import { knockerSeen } from './door-events.ts'
import { createHosting, knockEnvelope } from './hosting.ts'
import { createHearing } from './hearing.ts'
import { createMissing } from './missing.ts'
import { createOwnStops } from './own-stops.ts'
import { createPersonViews } from './person-views.ts'
import { otherOf, takeServerEvent } from './server-events.ts'
import { createSpeakingDetector } from './speaking.ts'
import { outside, reduce, type MeetingAction, type MeetingState } from './state.ts'
import { doorOf, encryptionOf, equal, pathOf, phaseOf, signallingUrl } from './view-of.ts'
import type { Hosting, Meeting, MeetingView } from './view.ts'

export interface MeetingOptions {
  /** Canonical (`canonicalRoomName`). */
  room: string
  /** From the link's fragment; null for a room opened by its bare name. */
  secret: string | null
  localMedia: LocalMedia
  /** What the server says of us to this room, for it to read again (rule N1). @param isStale the one of before was refused */
  claim?(isStale: boolean): Promise<string | null>
  /** A guest for tests: somebody else than the person of this browser, whose kept identity isn't theirs. */
  isTestGuest?: boolean
}

/** How long one waits to be in the group before it counts as missing, in milliseconds. */
const groupLateMs = 10_000

/** A meeting that one can join. Nothing is sent before `join`. */
export function createMeeting(options: MeetingOptions): Meeting {
  return new BrowserMeeting(options)
}

class BrowserMeeting implements Meeting {
  readonly hosting: Hosting
  readonly #options: MeetingOptions
  readonly #ownStops: ReturnType<typeof createOwnStops>
  readonly #connection: Connection
  readonly #media: MeetingMedia
  readonly #group: GroupClient
  readonly #envelopes: Promise<Envelopes>
  readonly #people = createPersonViews()
  /** Who was there before the server was restarted and isn't back; they count as gone like others who are away (R2). */
  readonly #missing = createMissing((participantId) =>
    this.#handle(() => this.#event({ type: 'participant.left', seq: 0, participantId })),
  )
  readonly #selfSpeaking = createSpeakingDetector()
  readonly #store: Store<MeetingView>
  readonly #stops: (() => void)[]
  #state: MeetingState = outside
  #name = ''
  #message = ''
  #hand = false
  #saidLast = ''
  #groupLate: ReturnType<typeof setTimeout> | undefined
  /** Grows when one leaves, so that what was under way then changes nothing. */
  #stay = 0
  /** Events are handled one after another, since opening envelopes takes time. */
  #incoming: Promise<void> = Promise.resolve()

  constructor(options: MeetingOptions) {
    this.#options = options
    this.#envelopes = createEnvelopes(options.room, options.secret)
    this.#connection = new Connection({
      url: signallingUrl(),
      entryParams: (isClaimStale) => this.#entryParams(isClaimStale),
      knockParams: () => this.#knockParams(),
      knocked: ({ hostPresent }) => this.#handle(async () => this.#apply({ type: 'door.outside', hostPresent })),
      joined: (result) => this.#handle(() => this.#joined(result)),
      resumed: () => this.#handle(() => this.#resumed()),
      event: (event) => this.#handle(() => this.#event(event)),
      status: (status) => this.#status(status),
    })
    const connection = this.#connection
    const hear = createHearing(
      (action) => this.#apply(action),
      (from, signal) => this.#media.signalReceived(from, signal),
    )
    this.#group = new GroupClient({
      room: options.room,
      secret: options.secret,
      usesShelf: options.isTestGuest !== true,
      open: openGroupWorker,
      connection,
      ...hear,
      changed: (view) => this.#groupChanged(view),
      renewed: () => this.#media.renewKeys(),
    })
    this.hosting = createHosting({
      connection,
      group: this.#group,
      envelopes: this.#envelopes,
      state: () => this.#state,
    })
    this.#ownStops = createOwnStops(options.localMedia, (slot) => {
      void connection.request('media.resume', { slot }).catch(() => {})
    })
    this.#media = createMeetingMedia({
      signalling: {
        sendSignal: (to, signal) => void this.#group.say({ kind: 'signal', signal }, to),
        request: (type, params) => connection.request(type, params),
        check: () => connection.check(),
      },
      keys: { connect: (port) => this.#group.connectFrames(port) },
    })
    this.#store = createStore(this.#build())
    const left = () => this.leave()
    globalThis.addEventListener?.('pagehide', left)
    this.#stops = [
      options.localMedia.subscribe(() => this.#localChanged()),
      this.#media.subscribe(() => this.#refresh()),
      () => globalThis.removeEventListener?.('pagehide', left),
    ]
  }

  view(): MeetingView {
    return this.#store.get()
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  join(name: string): Promise<void> {
    return this.#start(name, 'join')
  }

  knock(name: string, message: string): Promise<void> {
    this.#message = message
    return this.#start(name, 'knock')
  }

  #start(name: string, how: 'join' | 'knock'): Promise<void> {
    this.#name = cleanDisplayName(name)
    this.#hand = false
    this.#group.rename(this.#name)
    this.#connection.start(how)
    return this.#settled()
  }

  noticeRead(which: 'host' | 'small-full'): void {
    this.#apply(which === 'host' ? { type: 'notice.read' } : { type: 'small-full', full: false })
  }

  leave(): void {
    this.#connection.close()
  }

  close(): void {
    this.leave()
    for (const stop of this.#stops) stop()
    this.#group.close()
  }

  setHand(raised: boolean): void {
    this.#hand = raised
    this.#say()
  }

  rename(name: string): void {
    this.#name = cleanDisplayName(name)
    this.#say()
  }

  async sendChat(text: string): Promise<boolean> {
    const id = toBase64url(crypto.getRandomValues(new Uint8Array(16)))
    const sent = await this.#group.say({ kind: 'chat', chat: { text, id } }, null)
    if (sent) this.#apply({ type: 'chat', from: '', text, at: Date.now() })
    return sent
  }

  setShownWidth(participantId: string, slot: 'camera' | 'screen', width: number): void {
    this.#media.setShownWidth(participantId, slot, width)
  }

  async rememberIdentity(on: boolean): Promise<boolean> {
    const done = await this.#group.remember(on)
    // Others learn by one's state that the key is kept.
    this.#saidLast = ''
    this.#say()
    return done
  }

  async forgetIdentity(): Promise<void> {
    await this.rememberIdentity(false)
  }

  async trustPerson(participantId: string): Promise<boolean> {
    const member = this.#state.group.members.get(participantId)?.id
    return member !== undefined && this.#group.trust(member)
  }

  async knowledge(language: Language): Promise<KnownFact[]> {
    return (await this.#connection.request('knowledge.get', { language })).facts
  }

  frames(): Promise<FrameCount[]> {
    return this.#media.frames()
  }

  // ── what arrives ──

  #handle(action: () => Promise<void>): void {
    const stay = this.#stay
    this.#incoming = this.#incoming.then(() => (stay === this.#stay ? action() : undefined)).catch(() => {})
  }

  async #joined(result: Results['join']): Promise<void> {
    const envelopes = await this.#envelopes
    const others = result.participants.map(otherOf)
    const knockers = await Promise.all(result.knockers.map((knocker) => knockerSeen(knocker, envelopes)))
    const { participantId: selfId, role, publications, path, ice } = result
    const goesOn = selfId === this.#state.selfId
    if (!goesOn) this.#media.stop()
    this.#ownStops.clear()
    const listed = others.map(([id]) => id)
    this.#missing.expect(goesOn ? [...this.#state.others.keys()].filter((id) => !listed.includes(id)) : [])
    this.#apply({ type: 'joined', selfId, role, others, path, goesOn })
    this.#apply({ type: 'door.inside', locked: result.locked, knockers })
    this.#sendTracks()
    const meeting = { others: listed, publications, path, ice }
    if (goesOn) this.#media.goOn(meeting)
    else this.#media.start(meeting)
    this.#group.joined(selfId, goesOn)
    this.#say()
    this.#watchGroup()
  }

  async #resumed(): Promise<void> {
    this.#apply({ type: 'resumed' })
    this.#group.resumed()
  }

  #groupChanged(view: GroupView | null): void {
    this.#apply({ type: 'group', view })
    const members = [...(view?.members ?? [])].map(([participantId, { id }]) => [participantId, id] as const)
    this.#media.setMembers(new Map(members))
    this.#watchGroup()
  }

  /** Says after a while that one is in no group: nothing is published then. */
  #watchGroup(): void {
    clearTimeout(this.#groupLate)
    if (this.#state.group.isIn || this.#state.selfId === null) return
    this.#groupLate = setTimeout(() => this.#apply({ type: 'group.late', late: true }), groupLateMs)
  }

  async #event(event: ServerEvent): Promise<void> {
    this.#missing.heard(event)
    if (this.#group.event(event)) return
    await takeServerEvent(event, {
      apply: (action) => this.#apply(action),
      state: () => this.#state,
      media: this.#media,
      stopOwn: (slot) => this.#ownStops.stop(slot),
      envelopes: this.#envelopes,
    })
  }

  #status(status: ConnectionStatus): void {
    if (status.name === 'closed' || status.name === 'refused') {
      this.#stay += 1
      this.#missing.expect([])
      this.#media.stop()
      this.#group.left()
      clearTimeout(this.#groupLate)
    }
    this.#apply({ type: 'connection', status })
  }

  // ── what is said ──

  async #entryParams(isClaimStale: boolean) {
    const envelopes = await this.#envelopes
    const claim = (await this.#options.claim?.(isClaimStale)) ?? null
    return {
      room: this.#options.room,
      ...(envelopes.tag === null ? {} : { tag: envelopes.tag }),
      ...(claim === null ? {} : { claim }),
    }
  }

  async #knockParams() {
    const knocker = { name: this.#name, member: await this.#group.member() }
    const state = await (await this.#envelopes).seal('knocker', knocker)
    const message = await knockEnvelope(this.#envelopes, 'knock', this.#message)
    return { state, ...(message === undefined ? {} : { message }) }
  }

  #said(): OwnState {
    const { microphone, camera, screen } = this.#options.localMedia.view()
    return { name: this.#name, microphone: microphone.on, camera: camera.on, screen: screen.on, hand: this.#hand }
  }

  /** Tells the others, where something is new. */
  #say(): void {
    const said = this.#said()
    const text = JSON.stringify(said)
    this.#refresh()
    if (text === this.#saidLast) return
    this.#saidLast = text
    this.#group.setState(said)
  }

  #localChanged(): void {
    // First of all, since the server takes nothing more of what a host stopped before it.
    this.#ownStops.review()
    this.#sendTracks()
    this.#say()
  }

  #sendTracks(): void {
    const { microphone, camera, screen } = this.#options.localMedia.view()
    const tracks: Record<Slot, MediaStreamTrack | null> = {
      microphone: microphone.on ? microphone.track : null,
      camera: camera.on ? camera.track : null,
      screen: screen.video,
      'screen-audio': screen.audio,
    }
    for (const [slot, track] of Object.entries(tracks) as [Slot, MediaStreamTrack | null][])
      this.#media.setTrack(slot, track)
  }

  // ── what is seen ──

  #apply(action: MeetingAction): void {
    this.#state = reduce(this.#state, action)
    this.#refresh()
  }

  #refresh(): void {
    const next = this.#build()
    const before = this.#store.get()
    const same = (Object.keys(next) as (keyof MeetingView)[]).every((key) => equal(next[key], before[key]))
    if (!same) this.#store.set(next)
  }

  #build(): MeetingView {
    const state = this.#state
    const said = this.#said()
    const level = said.microphone ? this.#options.localMedia.level() : 0
    return {
      phase: phaseOf(state),
      room: { name: this.#options.room, secret: secretStrength(this.#options.secret) },
      self: {
        id: state.selfId,
        role: state.role,
        ...said,
        speaking: this.#selfSpeaking.update('self', level, performance.now()),
      },
      others: this.#people.update(state.others, state.group, this.#media.remote()),
      path: pathOf(state),
      chat: state.chat as MeetingView['chat'],
      drainingInSeconds: state.drainingInSeconds,
      door: doorOf(state),
      encryption: encryptionOf(state, this.#media.encryption()),
      safety: state.group.safety,
      changes: state.group.changes,
      remembered: state.group.remembered,
    }
  }

  #settled(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.view().phase.name === 'joining') return
        stop()
        resolve()
      }
      const stop = this.subscribe(look)
      look()
    })
  }
}
