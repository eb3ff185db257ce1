import { kindOf, slots, type Slot } from '@samtale/protocol'
import type { LocalTracks } from './active-path.ts'
import type { FrameTransform, FrameTransforms } from './frame-transform.ts'

/** One slot of a direct connection: what is sent and what is received in it. */
export interface SlotEnds {
  slot: Slot
  transceiver: RTCRtpTransceiver
  outgoing: FrameTransform
  incoming: FrameTransform
}

/**
 * The offerer's side of the four slots: one transceiver each in the fixed order of `slots`, sending whether or not there
 * is a track, so that a track can come and go later without negotiation.
 */
export function offerSlots(
  connection: RTCPeerConnection,
  participantId: string,
  tracks: Readonly<LocalTracks>,
  transforms: FrameTransforms,
): SlotEnds[] {
  const streams = streamPerSlot()
  return slots.map((slot) => {
    const transceiver = connection.addTransceiver(tracks[slot] ?? kindOf(slot), {
      direction: 'sendrecv',
      streams: [streams[slot]],
    })
    const ends = attach(slot, transceiver, participantId, transforms)
    if (kindOf(slot) === 'video') preferVp8(transceiver)
    return ends
  })
}

/**
 * The answerer's side: takes the transceivers that an offer has just made.
 * @throws when the offer isn't of the fixed slots.
 */
export function answerSlots(
  connection: RTCPeerConnection,
  participantId: string,
  tracks: Readonly<LocalTracks>,
  transforms: FrameTransforms,
): SlotEnds[] {
  const transceivers = connection.getTransceivers()
  if (!areSlots(transceivers.map((one) => one.receiver.track.kind))) throw new Error('The offer has other slots')
  const streams = streamPerSlot()
  return slots.flatMap((slot, index) => {
    const transceiver = transceivers[index]
    if (!transceiver) return []
    const ends = attach(slot, transceiver, participantId, transforms)
    transceiver.direction = 'sendrecv'
    transceiver.sender.setStreams(streams[slot])
    void transceiver.sender.replaceTrack(tracks[slot]).catch(() => undefined)
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

function attach(
  slot: Slot,
  transceiver: RTCRtpTransceiver,
  participantId: string,
  transforms: FrameTransforms,
): SlotEnds {
  return {
    slot,
    transceiver,
    outgoing: transforms.attach(transceiver.sender, { direction: 'send', slot, participantId }),
    incoming: transforms.attach(transceiver.receiver, { direction: 'receive', slot, participantId }),
  }
}

/** Browsers keep in step what comes in one stream: the voice with the face, the screen with its sound. */
function streamPerSlot(): Record<Slot, MediaStream> {
  const face = new MediaStream()
  const screen = new MediaStream()
  return { microphone: face, camera: face, screen, 'screen-audio': screen }
}

/** Puts VP8 first where it isn't already (Safari), and leaves the others in. */
function preferVp8(transceiver: RTCRtpTransceiver) {
  const codecs = RTCRtpReceiver.getCapabilities('video')?.codecs ?? []
  const isVp8 = (codec: RTCRtpCodec) => codec.mimeType.toLowerCase() === 'video/vp8'
  if (codecs[0] === undefined || isVp8(codecs[0]) || !codecs.some(isVp8)) return
  transceiver.setCodecPreferences(codecs.toSorted((a, b) => Number(isVp8(b)) - Number(isVp8(a))))
}
