import type { Slot } from '@samtale/protocol'
import type { DropReason } from '../sframe/frame-opener.ts'

/** Between the page and the worker that every frame passes through. No key is among these: see `KeyMessage`. */

export type ToFrameWorker =
  /** The port by which keys come. The last one counts. */
  | { type: 'keys'; port: MessagePort }
  /** Whose frames each participant's are to be. Who isn't named is neither heard nor seen. */
  | { type: 'members'; members: [participantId: string, memberId: string][] }
  /** Encoded streams; a script transform arrives by the worker's own `rtctransform` event instead. */
  | { type: 'attach'; id: number; label: FrameLabel; readable: FrameReadable; writable: FrameWritable }
  | { type: 'forget'; id: number }
  /** The answer to `codecs-wanted`. */
  | { type: 'codecs'; id: number; codecs: [payloadType: number, mimeType: string][] }
  | { type: 'count'; request: number }

export type FromFrameWorker =
  /** The script runs. */
  | { type: 'started' }
  /** From now on frames are sealed under this epoch's key; null where they are withheld. */
  | { type: 'sealing'; epoch: number | null }
  | { type: 'flow'; id: number; flow: Flow }
  | { type: 'receiving'; participantId: string; status: ReceiveStatus }
  /** The browser's frames don't say their codec: the page knows which payload types mean which. */
  | { type: 'codecs-wanted'; id: number }
  /** Pictures open again, but build on some that didn't, and the browser has no way to ask for a whole one. */
  | { type: 'picture-wanted'; id: number }
  | { type: 'counts'; request: number; counts: [id: number, count: TransformCount][] }

/** What passes through one transform. `participantId` is empty for what goes to the router. */
export interface FrameLabel {
  direction: 'send' | 'receive'
  slot: Slot
  participantId: string
}

/** What one transform has done. */
export interface TransformCount {
  /** Frames that came to it. */
  seen: number
  /** Of these, sealed and sent on, or opened and shown. The others were dropped. */
  passed: number
}

/**
 * Whether frames pass: none for a while, some, or for long enough that a decoder has settled too. A picture that is
 * changed for another just as that begins would stand still for a moment.
 */
export type Flow = 'quiet' | 'begun' | 'steady'

/** How somebody's frames do: nothing was opened yet, they open, or they arrive and don't open, and why. */
export interface ReceiveStatus {
  state: 'waiting' | 'encrypted' | 'trouble'
  why: DropReason | null
}

/** What a script transform is told at its making. */
export interface TransformOptions {
  id: number
  label: FrameLabel
}

/** An encoded frame (W3C WebRTC Encoded Transform §4) as far as it is used; the same in both of the browsers' interfaces. */
export interface EncodedFrame {
  data: ArrayBuffer
  /** Of pictures only. */
  readonly type?: 'key' | 'delta' | 'empty'
  getMetadata(): { mimeType?: string; payloadType?: number }
}

export type FrameReadable = ReadableStream<EncodedFrame>
export type FrameWritable = WritableStream<EncodedFrame>
