import type { MediaPath, Publication, Slot } from '@samtale/protocol'
import type { LinkSignal } from './link-generation.ts'
import type { Flow } from './frame-messages.ts'
import type { FrameTransforms } from './frame-transform.ts'
import type { IceKeeper } from './ice-keeper.ts'
import type { MediaSignalling, RemoteMedia } from './meeting-media.ts'

/** What both ways that media can travel have in common: from each to each, and through the router. */
export interface ActivePath {
  readonly mode: 'direct' | 'router'
  readonly generation: number
  /** `before`: they were in the meeting before oneself. */
  addParticipant(participantId: string, before: boolean): void
  removeParticipant(participantId: string): void
  /** Whether nothing comes from them that way, and something should. */
  isBroken(participantId: string): boolean
  signalReceived(from: string, signal: LinkSignal): void
  published(publication: Publication): void
  unpublished(publicationId: string): void
  setTrack(slot: Slot, track: MediaStreamTrack | null): void
  setShownWidth(participantId: string, slot: Slot, width: number): void
  incoming(): IncomingTrack[]
  /** How the connection by which this participant's media come does. */
  connection(participantId: string): ConnectionState
  /** The worst of one's own connections. */
  health(): ConnectionState
  /** The server was restarted, and calls the path by a newer generation. */
  goOn(generation: number): void
  /** A newer path has been begun: goes on, but no longer complains to the server. */
  retire(): void
  /** The router is gone: what went through it ends, and its last pictures stay until a newer path brings others. */
  routerLost(): void
  /** The worker that frames pass through is gone: every connection ends, and its last pictures stay. */
  suspend(): void
  /** A new worker runs: connections are made anew. */
  renew(): void
  close(): void
}

export type ConnectionState = RemoteMedia['connection']

export interface IncomingTrack {
  participantId: string
  slot: Slot
  track: MediaStreamTrack
  receiver: RTCRtpReceiver
  /** Whether frames arrive now. */
  flow: Flow
  /** Some have arrived at some time. */
  arrived: boolean
}

export type LocalTracks = Record<Slot, MediaStreamTrack | null>

/** What a path is made with. */
export interface PathContext<Mode extends MediaPath['mode'] = MediaPath['mode']> {
  path: Extract<MediaPath, { mode: Mode }>
  signalling: MediaSignalling
  ice: IceKeeper
  transforms: FrameTransforms
  /** What is sent; `setTrack` is called after each change of it. */
  tracks: Readonly<LocalTracks>
  /** Called where there seems to be no direct way to somebody. */
  onHopeless(participantId: string): void
  /** Called after every change of `incoming`, `connection` or `health`. */
  onChange(): void
}

const order: readonly ConnectionState[] = ['connected', 'connecting', 'interrupted']

export function worst(states: Iterable<ConnectionState>): ConnectionState {
  return order[Math.max(0, ...[...states].map((state) => order.indexOf(state)))] ?? 'connected'
}

export function best(states: Iterable<ConnectionState>): ConnectionState {
  const indexes = [...states].map((state) => order.indexOf(state))
  return order[Math.min(...indexes)] ?? 'connecting'
}

/**
 * A peer connection's state in the three words that people are told.
 * @param before whether it has been connected: a connection that was is interrupted, not connecting, while ICE restarts.
 */
export function connectionState(state: RTCPeerConnectionState, before: boolean): ConnectionState {
  if (state === 'connected') return 'connected'
  if (state === 'failed' || state === 'disconnected') return 'interrupted'
  return before ? 'interrupted' : 'connecting'
}
