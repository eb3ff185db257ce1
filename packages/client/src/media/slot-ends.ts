import { kindOf, slots, type Slot } from '@samtale/protocol'
import type { LocalTracks } from './active-path.ts'
import type { FrameTransform, FrameTransforms } from './frame-transform.ts'
import { preferSealable } from './sealable-codecs.ts'
import { SealedSender } from './sealed-sender.ts'

/** One slot of a direct connection: what is sent and what is received in it. */
export interface SlotEnds {
  slot: Slot
  transceiver: RTCRtpTransceiver
  sender: SealedSender
  outgoing: FrameTransform
  incoming: FrameTransform
}

/** What slots are made with. */
export interface SlotContext {
  participantId: string
  tracks: Readonly<LocalTracks>
  transforms: FrameTransforms
  /** Frames went out by a transform; the sender is stopped already. */
  onBypass(): void
}

/**
 * The offerer's side of the four slots: one transceiver each in the fixed order of `slots`, sending whether or not there
 * is a track, so that a track can come and go later without negotiation.
 */
export function offerSlots(connection: RTCPeerConnection, context: SlotContext): SlotEnds[] {
  const streams = streamPerSlot()
  return slots.map((slot) => {
    const transceiver = connection.addTransceiver(kindOf(slot), { direction: 'sendrecv', streams: [streams[slot]] })
    return begin(slot, transceiver, context)
  })
}

/**
 * The answerer's side: takes the transceivers that an offer has just made.
 * @throws when the offer isn't of the fixed slots.
 */
export function answerSlots(connection: RTCPeerConnection, context: SlotContext): SlotEnds[] {
  const transceivers = connection.getTransceivers()
  if (!areSlots(transceivers.map((one) => one.receiver.track.kind))) throw new Error('The offer has other slots')
  const streams = streamPerSlot()
  return slots.flatMap((slot, index) => {
    const transceiver = transceivers[index]
    if (!transceiver) return []
    const ends = begin(slot, transceiver, context)
    transceiver.direction = 'sendrecv'
    transceiver.sender.setStreams(streams[slot])
    return [ends]
  })
}

/** Whether transceivers of these kinds, in the order of their media sections, are the fixed slots. */
export function areSlots(kinds: string[]): boolean {
  return kinds.length === slots.length && slots.every((slot, index) => kinds[index] === kindOf(slot))
}

/** Ends transceivers that a later offer of the other added: nothing but the slots is sent or received. */
export function stopStrangers(connection: RTCPeerConnection, known: SlotEnds[]): void {
  for (const transceiver of connection.getTransceivers()) {
    if (!known.some((ends) => ends.transceiver === transceiver)) transceiver.stop()
  }
}

/** Attaches both transforms first of all, and then only gives the sender something to send. */
function begin(slot: Slot, transceiver: RTCRtpTransceiver, context: SlotContext): SlotEnds {
  const { participantId, tracks, transforms, onBypass } = context
  const outgoing = transforms.attach(
    transceiver.sender,
    { direction: 'send', slot, participantId },
    { onFirst: () => sender.proven(), onBypass: () => bypassed() },
  )
  const incoming = transforms.attach(transceiver.receiver, { direction: 'receive', slot, participantId })
  const sender = new SealedSender((track) => transceiver.sender.replaceTrack(track), outgoing)
  const bypassed = () => {
    sender.stop()
    onBypass()
  }
  preferSealable(transceiver, kindOf(slot))
  void sender.set(tracks[slot])
  return { slot, transceiver, sender, outgoing, incoming }
}

/** Browsers keep in step what comes in one stream: the voice with the face, the screen with its sound. */
function streamPerSlot(): Record<Slot, MediaStream> {
  const face = new MediaStream()
  const screen = new MediaStream()
  return { microphone: face, camera: face, screen, 'screen-audio': screen }
}
