import type {
  ClientMessageType,
  IceSettings,
  MediaPath,
  Params,
  Publication,
  Results,
  SaidSignal,
  Slot,
} from '@samtale/protocol'
import type { FrameLabel, ReceiveStatus } from './frame-messages.ts'

/**
 * Media of one meeting, the same whether browsers talk directly or through the router; the page doesn't know which.
 * Input: what signalling told (`start`, `participantJoined` …) and the local tracks. Output: remote tracks.
 */
export interface MeetingMedia {
  /** Begins, after a join. `others` were there before: this side offers to them, they wait. */
  start(meeting: { others: string[]; publications: Publication[]; path: MediaPath; ice: IceSettings }): void
  /** The server was restarted and says who is back: what goes from browser to browser goes on, the rest begins anew. */
  goOn(meeting: { others: string[]; publications: Publication[]; path: MediaPath; ice: IceSettings }): void
  /** Ends every connection; `start` may follow. Local tracks are not stopped. */
  stop(): void
  participantJoined(participantId: string): void
  participantLeft(participantId: string): void
  /** Whose frames each participant's are to be; who isn't named is neither heard nor seen. */
  setMembers(members: ReadonlyMembers): void
  /** The worker that keys come from is another one: `keys.connect` is called again. Until it gives keys nothing passes. */
  renewKeys(): void
  signalReceived(from: string, signal: SaidSignal): void
  /** Make before break: the old path goes on until the new one brings what the old one brought, or 15 s have passed. */
  pathChanged(path: MediaPath): void
  published(publication: Publication): void
  unpublished(publicationId: string): void
  /** Which local track goes out in a slot; null sends nothing there. No renegotiation is heard or seen. */
  setTrack(slot: Slot, track: MediaStreamTrack | null): void
  /** How large somebody's picture is shown, in CSS pixels of width, so that the router sends no more than is seen. */
  setShownWidth(participantId: string, slot: Slot, width: number): void
  remote(): ReadonlyMap<string, RemoteMedia>
  /** Called after every change of what `remote()` and `encryption()` return. */
  subscribe(listener: () => void): () => void
  /** Frames that passed the transforms, by direction and slot: what `doctor`-like pages and tests read. */
  frames(): Promise<FrameCount[]>
  /** How one's own connections do: the worst of them. */
  health(): 'connecting' | 'connected' | 'interrupted'
  /** How what oneself sends is sealed. Nothing is sent unsealed. */
  encryption(): OwnEncryption
}

/** The member of the group by participant; members are named as in `SenderKey`. */
export type ReadonlyMembers = ReadonlyMap<string, string>

export interface OwnEncryption {
  /** Ready: there is a key, and frames are sealed under it. Failed: nothing is sent; except for the first it is mended. */
  state: 'ready' | 'starting' | 'failed'
  why:
    | null
    /** The browser can't: see `checkSupport`. */
    | 'unsupported'
    /** The worker that seals fails or answers no more. */
    | 'worker'
    /** The browser took frames past the worker. */
    | 'unattached'
}

/** One object a participant for the whole stay; its fields change. */
export interface RemoteMedia {
  /** What has arrived at some time; whether somebody sends it now is in what they say of themselves. */
  tracks: Partial<Record<Slot, MediaStreamTrack>>
  connection: 'connecting' | 'connected' | 'interrupted'
  /** Loudness of the microphone now, 0 to 1 (RFC 6464's level, linear). */
  level: number
  encryption: ReceiveStatus
}

export interface FrameCount extends FrameLabel {
  /** Sealed and sent on, or opened and shown. */
  frames: number
  /** Neither. */
  dropped: number
}

/** What media needs of signalling. */
export interface MediaSignalling {
  sendSignal(to: string, signal: SaidSignal): void
  /** Media stopped arriving: finds out whether the way to the server lives. */
  check(): void
  request<T extends ClientMessageType>(type: T, params: Params<T>): Promise<Results[T]>
}
