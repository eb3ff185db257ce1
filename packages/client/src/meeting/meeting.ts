import {
  cleanDisplayName,
  Refusal,
  signallingPath,
  type KnownFact,
  type Language,
  type Results,
  type SaidState,
  type ServerEvent,
  type Slot,
} from '@samtale/protocol'
import { Connection, type ConnectionStatus } from '../connection/connection.ts'
import { createMeetingMedia } from '../media/create-meeting-media.ts'
import type { LocalMedia } from '../media/local-media.ts'
import type { FrameCount, MeetingMedia } from '../media/meeting-media.ts'
import { createEnvelopes, type Envelopes } from '../sealing/envelopes.ts'
import { secretStrength } from '../sealing/link-secret.ts'
import { createStore, type Store } from '../store.ts'
import { createPersonViews } from './person-views.ts'
import { createSignalSender } from './signal-sender.ts'
import { createSpeakingDetector } from './speaking.ts'
import { outside, reduce, type MeetingAction, type MeetingState } from './state.ts'
import type { Meeting, MeetingView, PathView, Phase } from './view.ts'

export interface MeetingOptions {
  /** Canonical (`canonicalRoomName`). */
  room: string
  /** From the link's fragment; null for a room opened by its bare name. */
  secret: string | null
  localMedia: LocalMedia
}

/** A meeting that one can join. Nothing is sent before `join`. */
export function createMeeting(options: MeetingOptions): Meeting {
  return new BrowserMeeting(options)
}

class BrowserMeeting implements Meeting {
  readonly #options: MeetingOptions
  readonly #connection: Connection
  readonly #media: MeetingMedia
  readonly #envelopes: Promise<Envelopes>
  readonly #people = createPersonViews()
  readonly #selfSpeaking = createSpeakingDetector()
  readonly #store: Store<MeetingView>
  readonly #stops: (() => void)[]
  #state: MeetingState = outside
  #name = ''
  #hand = false
  #saidLast = ''
  /** Grows when one leaves, so that what was under way then changes nothing. */
  #stay = 0
  /** Events are handled one after another, since opening envelopes takes time. */
  #incoming: Promise<void> = Promise.resolve()

  constructor(options: MeetingOptions) {
    this.#options = options
    this.#envelopes = createEnvelopes(options.room, options.secret)
    this.#connection = new Connection({
      url: signallingUrl(),
      joinParams: () => this.#joinParams(),
      joined: (result) => this.#handle(() => this.#joined(result)),
      resumed: () => this.#handle(() => this.#resumed()),
      event: (event) => this.#handle(() => this.#event(event)),
      status: (status) => this.#status(status),
    })
    const signals = createSignalSender(this.#envelopes, this.#connection)
    this.#media = createMeetingMedia({
      signalling: {
        sendSignal: (to, signal) => signals.send(to, signal),
        request: (type, params) => this.#connection.request(type, params),
      },
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
    this.#name = cleanDisplayName(name)
    this.#hand = false
    this.#connection.start()
    return this.#settled()
  }

  leave(): void {
    this.#connection.close()
  }

  close(): void {
    this.leave()
    for (const stop of this.#stops) stop()
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
    try {
      const envelope = await (await this.#envelopes).seal('chat', { text })
      await this.#connection.request('chat.send', { envelope })
      this.#apply({ type: 'chat', from: '', fromSelf: true, text, at: Date.now() })
      return true
    } catch {
      return false
    }
  }

  setShownWidth(participantId: string, slot: 'camera' | 'screen', width: number): void {
    this.#media.setShownWidth(participantId, slot, width)
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
    const others = await Promise.all(
      result.participants.map(
        async ({ id, state }) => [id, await envelopes.open('state', state)] as [string, SaidState | null],
      ),
    )
    this.#media.stop()
    this.#apply({ type: 'joined', selfId: result.participantId, others, path: result.path })
    this.#sendTracks()
    this.#media.start({ others: others.map(([id]) => id), publications: result.publications, path: result.path })
    this.#saidLast = ''
    this.#say()
  }

  async #resumed(): Promise<void> {
    this.#apply({ type: 'resumed' })
    this.#saidLast = ''
    this.#say()
  }

  async #event(event: ServerEvent): Promise<void> {
    const envelopes = await this.#envelopes
    switch (event.type) {
      case 'participant.joined': {
        const { id, state } = event.participant
        this.#apply({ type: 'person.joined', id, said: await envelopes.open('state', state) })
        return this.#media.participantJoined(id)
      }
      case 'participant.left':
        this.#media.participantLeft(event.participantId)
        return this.#apply({ type: 'person.left', id: event.participantId })
      case 'state.changed':
        return this.#apply({
          type: 'person.said',
          id: event.participantId,
          said: await envelopes.open('state', event.state),
        })
      case 'chat.sent': {
        const said = await envelopes.open('chat', event.envelope)
        if (said !== null)
          this.#apply({ type: 'chat', from: event.from, fromSelf: false, text: said.text, at: Date.now() })
        return
      }
      case 'signal.received': {
        const signal = await envelopes.open('signal', event.envelope)
        if (signal !== null) this.#media.signalReceived(event.from, signal)
        return
      }
      case 'path.changed':
        this.#apply({ type: 'path', path: event.path })
        return this.#media.pathChanged(event.path)
      case 'published':
        return this.#media.published(event.publication)
      case 'unpublished':
        return this.#media.unpublished(event.publicationId)
      case 'server.draining':
        return this.#apply({ type: 'draining', seconds: event.endsInSeconds })
    }
  }

  #status(status: ConnectionStatus): void {
    if (status.name === 'closed' || status.name === 'refused') {
      this.#stay += 1
      this.#media.stop()
    }
    this.#apply({ type: 'connection', status })
  }

  // ── what is said ──

  async #joinParams() {
    const envelopes = await this.#envelopes
    const state = await envelopes.seal('state', this.#said())
    return { room: this.#options.room, state, ...(envelopes.tag === null ? {} : { tag: envelopes.tag }) }
  }

  #said(): SaidState {
    const { microphone, camera, screen } = this.#options.localMedia.view()
    return { name: this.#name, microphone: microphone.on, camera: camera.on, screen: screen.on, hand: this.#hand }
  }

  /** Tells the others, where something is new; after a break it is told anew. */
  #say(): void {
    const said = this.#said()
    const text = JSON.stringify(said)
    this.#refresh()
    if (this.#state.connection.name !== 'joined' || text === this.#saidLast) return
    this.#saidLast = text
    void this.#envelopes
      .then(async (envelopes) => this.#connection.request('state.set', { state: await envelopes.seal('state', said) }))
      .catch((error: unknown) => {
        if (error instanceof Refusal && this.#saidLast === text) this.#saidLast = ''
      })
  }

  #localChanged(): void {
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
      self: { id: state.selfId, ...said, speaking: this.#selfSpeaking.update('self', level, performance.now()) },
      others: this.#people.update(state.others, this.#media.remote()),
      path: pathOf(state),
      chat: state.chat as MeetingView['chat'],
      drainingInSeconds: state.drainingInSeconds,
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

function phaseOf({ connection, left, selfId }: MeetingState): Phase {
  switch (connection.name) {
    case 'closed':
      return { name: 'outside', left }
    case 'waiting':
      return { name: 'waiting', code: 'room.router-pending', secondsLeft: connection.secondsLeft }
    case 'joined':
      return selfId === null ? { name: 'joining' } : { name: 'joined' }
    default:
      return connection
  }
}

function pathOf({ path }: MeetingState): PathView {
  return path === null ? 'none' : path.mode
}

function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  const plain = [a, b].every((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  return plain && JSON.stringify(a) === JSON.stringify(b)
}

function signallingUrl(): string {
  const { protocol, host } = globalThis.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${signallingPath}`
}
