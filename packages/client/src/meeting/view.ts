import type { ErrorCode, Role } from '@samtale/protocol'

/**
 * What a page sees of a meeting: an immutable snapshot. `Meeting.view()` returns the same object until it changed.
 */
export interface MeetingView {
  phase: Phase
  room: RoomView
  self: PersonSaid & { id: string | null; speaking: boolean; role: Role }
  /** The others, oldest first. */
  others: PersonView[]
  path: PathView
  chat: ChatLine[]
  /** Seconds until the server stops, where it said so. */
  drainingInSeconds: number | null
  door: DoorView
  encryption: EncryptionView
  /** The number to compare; null until one is in the group. */
  safety: SafetyView | null
  /** Who came and left the group lately, oldest first. */
  changes: readonly ChangeView[]
  /** Whether this browser keeps one's key for this room. */
  remembered: boolean
}

/** How one's own media is protected. `off`: nothing is published, and `why` says what is missing. */
export interface EncryptionView {
  state: 'on' | 'starting' | 'off'
  why: 'unsupported' | 'worker' | 'group' | null
}

/** Equal on all screens where all see the same room, link and people. */
export interface SafetyView {
  words: readonly string[]
  /** Thirty, in groups of five. */
  digits: string
  /** What a QR code holds. */
  code: string
  /** How many people it is made of, oneself among them. */
  members: number
}

/** Somebody was added to the group or removed from it, as the group's own commits show. */
export interface ChangeView {
  key: number
  what: 'came' | 'left'
  /** Empty where nothing of it can be shown, as "by" may be. */
  name: string
  /** Whose commit it was; null for oneself. */
  by: string | null
}

export interface DoorView {
  locked: boolean
  /** The group is locked as well: nobody comes in whom no host let in, whatever the server does. */
  sealed: boolean
  /** Who waits, longest first; empty for who is no host. */
  knockers: readonly KnockerView[]
  /** Somebody could not come in, since the room is a small one. Told to its owner. */
  smallFull: boolean
  /** What a host last did to oneself, until it was read. */
  notice: HostNotice | null
}

export interface KnockerView {
  id: string
  /** Empty where it could not be read: they have another link. */
  name: string
  message: string | null
  held: boolean
  /** In the meeting by the server's leave, and let in by no host of the group: holding is nothing to them. */
  isInside: boolean
}

export interface HostNotice {
  key: number
  did: 'stopped-microphone' | 'stopped-camera' | 'asks-unmute'
  /** The host's name. */
  by: string
}

export interface RoomView {
  name: string
  /** `hand-made`: shorter than 128 bits, so the server could guess it. `none`: opened by the bare name. */
  secret: 'generated' | 'hand-made' | 'none'
}

export type Phase =
  /** Before Join, or after Leave. */
  | { name: 'outside'; left: boolean }
  | { name: 'joining' }
  /** A fifth person, while the router is being made ready, or in a small room. Tried again by itself. */
  | { name: 'waiting'; code: 'room.router-pending' | 'room.full-small'; secondsLeft: number | null }
  /** At a locked door. */
  | { name: 'knocking'; held: boolean; hostMessage: string | null; hostPresent: boolean }
  | { name: 'joined' }
  /** The socket broke; media may well go on. */
  | { name: 'reconnecting'; attempt: number }
  | { name: 'refused'; code: FailureCode }

export type FailureCode = ErrorCode | 'server.unreachable' | 'knock.rejected'

export type PathView = 'direct' | 'router' | 'interrupted' | 'none'

export interface PersonSaid {
  name: string
  microphone: boolean
  camera: boolean
  screen: boolean
  hand: boolean
}

export interface PersonView extends PersonSaid {
  id: string
  role: Role
  /** Empty where what they said of themselves could not be read. */
  name: string
  speaking: boolean
  connection: 'connecting' | 'connected' | 'interrupted'
  /** Microphone and camera. The same object for the whole stay; tracks come and go. */
  stream: MediaStream
  /** Screen and its sound, where shared. */
  screenStream: MediaStream | null
  encryption: PersonEncryption
  /** Of a person whose key this browser has kept: the key is the same, or another now. Null for others. */
  verified: 'known' | 'changed' | null
}

/**
 * `encrypted`: frames of theirs were opened in the last seconds. `key-trouble`: frames arrive and don't open.
 * `network-trouble`: nothing arrives, as the connection is interrupted.
 */
export type PersonEncryption = 'encrypted' | 'waiting' | 'key-trouble' | 'network-trouble'

export interface ChatLine {
  key: number
  from: string
  fromSelf: boolean
  text: string
  /** When it arrived here, milliseconds since 1970. */
  at: number
}

/** What hosts can do. Each resolves to whether the server did it. */
export interface Hosting {
  setLocked(locked: boolean): Promise<boolean>
  admit(knockId: string): Promise<boolean>
  reject(knockId: string): Promise<boolean>
  /** @param text what the knocker is told; may be empty */
  hold(knockId: string, text: string): Promise<boolean>
  act(
    act: 'promote' | 'mute' | 'ask-unmute' | 'camera-off' | 'remove' | 'block',
    participantId: string,
  ): Promise<boolean>
  enlarge(): Promise<boolean>
  endForAll(): Promise<boolean>
}

/** What a page can do with a meeting. Made by `createMeeting`; see `meeting.ts`. */
export interface Meeting {
  view(): MeetingView
  subscribe(listener: () => void): () => void
  /** Resolves when joined, refused or waiting; the view says which. */
  join(name: string): Promise<void>
  /** Waits at a locked door. @param message what the hosts read; may be empty */
  knock(name: string, message: string): Promise<void>
  leave(): void
  readonly hosting: Hosting
  /** What a host did, or that the room is full, was read. */
  noticeRead(which: 'host' | 'small-full'): void
  setHand(raised: boolean): void
  rename(name: string): void
  sendChat(text: string): Promise<boolean>
  setShownWidth(participantId: string, slot: 'camera' | 'screen', width: number): void
  /** Keeps one's key for this room in this browser from now on, so that others see that one is the same; or drops it. */
  rememberIdentity(on: boolean): Promise<boolean>
  /** One has made sure that this is the person: their key now is the one expected. */
  trustPerson(participantId: string): Promise<boolean>
  /** Forgets one's own key for this room, and the keys of those met in it. */
  forgetIdentity(): Promise<void>
  /** What the server knows about this call, now. */
  knowledge(language: 'en' | 'nb' | 'sv'): Promise<import('@samtale/protocol').KnownFact[]>
  /** For tests and the curious: frames that passed the transforms. */
  frames(): Promise<import('../media/meeting-media.ts').FrameCount[]>
  close(): void
}
