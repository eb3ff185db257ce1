import type { Slot } from '@samtale/protocol'
import { joined } from './frame-cipher.ts'

/**
 * How many bytes at a frame's beginning stay readable, by codec. VP8's first tells the router key frames from others;
 * Opus and VP9 need none. Other codecs aren't sent under encryption: their packets are cut along what they contain.
 */
const clearBytes: Readonly<Record<string, number>> = { 'audio/opus': 0, 'video/vp8': 1, 'video/vp9': 0 }

/** What a track shows and how it is encoded; a frame opens only as what it was sealed as. */
export interface TrackKind {
  slot: Slot
  /** As in `audio/opus`; case doesn't matter. */
  codec: string
}

/** What each slot is, and its number in what a frame's seal covers: never to be given to another. */
const slots = {
  microphone: { kind: 'audio', number: 0 },
  camera: { kind: 'video', number: 1 },
  screen: { kind: 'video', number: 2 },
  'screen-audio': { kind: 'audio', number: 3 },
} as const satisfies Record<Slot, { kind: 'audio' | 'video'; number: number }>

export function mediaKindOf({ slot }: TrackKind): 'audio' | 'video' {
  return slots[slot].kind
}

/** Null where the codec isn't encrypted, or doesn't belong to the slot: then nothing may be sent or shown. */
export function clearBytesOf({ slot, codec }: TrackKind): number | null {
  const name = codec.toLowerCase()
  if (!name.startsWith(`${slots[slot].kind}/`) || !Object.hasOwn(clearBytes, name)) return null
  return clearBytes[name] ?? null
}

/** What a frame's seal covers without being part of it: which of the sender's tracks it is, and the readable bytes. */
export function metadataOf({ slot }: TrackKind, clear: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(new Uint8Array([slots[slot].number]), clear)
}

/** Whether frames of a codec are sealed, in a slot of its kind. */
export function isSealed(mimeType: string): boolean {
  return Object.hasOwn(clearBytes, mimeType.toLowerCase())
}
